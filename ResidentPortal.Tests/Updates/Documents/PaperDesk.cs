using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ResidentPortal.Tests.Architecture;

namespace ResidentPortal.Tests.Updates.Documents;

/// <summary>A page with one form and the script, and a server that takes what it sends, or cuts the line.</summary>
internal sealed class PaperDesk : IAsyncDisposable
{
    private const string Policy = "default-src 'none'; script-src 'self'; connect-src 'self'; form-action 'self'; img-src 'self' blob:";
    private readonly WebApplication _application;

    private PaperDesk(WebApplication application) => _application = application;

    /// <summary>Whether the line is cut while a file is sent. Browsers try once more by themselves, so it stays cut until it is mended.</summary>
    public bool IsCut { get; set; }

    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>What arrived: the other answer, the name of the file, the declared type, the bytes.</summary>
    public List<(string Answer, string Name, string? Type, byte[] File)> Received { get; } = [];

    public static async Task<PaperDesk> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 50_000_000);
        builder.Logging.ClearProviders();
        var desk = new PaperDesk(builder.Build());
        desk._application.MapGet("/", context => Answer(context, Form));
        desk._application.MapGet("/done", context => Answer(context, "<!doctype html><title>Done</title><h1>Your paper was added</h1><script src=\"/shrink.js\"></script>"));
        desk._application.MapGet("/shrink.js", context =>
        {
            context.Response.ContentType = "text/javascript";
            return context.Response.WriteAsync(House.Text("ResidentPortal/wwwroot/shrink.js"));
        });
        desk._application.MapPost("/papers", desk.TakeAsync);
        await desk._application.StartAsync();
        desk.Address = new Uri(desk._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return desk;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private const string Form = """
        <!doctype html><html lang="en"><title>Papers</title>
        <form method="post" action="/papers" enctype="multipart/form-data" data-shrink="2000000" data-sending="{percent} % sent" data-cut="The line was cut. Your answers are kept.">
          <label>Note <input name="note"></label>
          <label>Paper <input type="file" name="paper"></label>
          <p role="status"></p>
          <button>Add</button>
          <button type="button" data-again hidden>Send again</button>
        </form>
        <script src="/shrink.js"></script>
        """;

    private static Task Answer(HttpContext context, string page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return context.Response.WriteAsync(page);
    }

    private async Task TakeAsync(HttpContext context)
    {
        if (IsCut)
        {
            // Three fifths of it are read, then the line is gone.
            var rest = new byte[(int)(context.Request.ContentLength!.Value * 0.6)];
            await context.Request.Body.ReadExactlyAsync(rest);
            context.Abort();
            return;
        }

        var form = await context.Request.ReadFormAsync();
        using var file = new MemoryStream();
        await form.Files[0].CopyToAsync(file);
        Received.Add((form["note"].ToString(), form.Files[0].FileName, form.Files[0].ContentType, file.ToArray()));
        context.Response.Redirect("/done");
    }
}
