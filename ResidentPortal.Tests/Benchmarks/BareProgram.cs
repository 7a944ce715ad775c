using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ResidentPortal.Benchmarks;

/// <summary>A minimal API that passes each body on to one address of the platform, and the answer back.</summary>
internal sealed class BareProgram : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpClient _platform = new(new SocketsHttpHandler { UseCookies = false });

    private BareProgram(WebApplication application) => _application = application;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Starts it; the platform wants the cookie.</summary>
    public static async Task<BareProgram> StartAsync(Uri target, string cookie)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var bare = new BareProgram(builder.Build());
        bare._application.MapPost("/", async (HttpRequest request) =>
        {
            using var onward = new HttpRequestMessage(HttpMethod.Post, target) { Content = new StreamContent(request.Body) };
            onward.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            onward.Headers.TryAddWithoutValidation("Cookie", cookie);
            onward.Headers.TryAddWithoutValidation("Authorization", "resident-portal");
            using var answer = await bare._platform.SendAsync(onward);
            return Results.Bytes(await answer.Content.ReadAsByteArrayAsync(), "application/json");
        });
        await bare._application.StartAsync();
        bare.Address = bare._application.AddressOf("127.0.0.1");
        return bare;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _platform.Dispose();
    }
}

/// <summary>Where a program listens.</summary>
internal static class BoundAddresses
{
    public static Uri AddressOf(this WebApplication application, string host) =>
        application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address)).Single(address => string.Equals(address.Host, host, StringComparison.Ordinal));
}
