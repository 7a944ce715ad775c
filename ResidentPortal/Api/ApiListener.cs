using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using ResidentPortal.Api.Clients;

namespace ResidentPortal.Api;

/// <summary>The listener of the face, apart from that of the pages: what it brings in is marked on the connection, so that no header can pretend it.</summary>
internal static class ApiListener
{
    /// <summary>Adds the listener where the settings name one.</summary>
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ApiOptions>().Bind(builder.Configuration.GetSection(ApiOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ApiOptions>, ApiAddress>();
        builder.Services.AddSingleton<ApiLimits>();
        builder.Services.AddApiDescription();
        builder.Services.AddPrograms(builder.Configuration);
        if (!Uri.TryCreate(builder.Configuration[$"{ApiOptions.Section}:{nameof(ApiOptions.Address)}"], UriKind.Absolute, out var address))
        {
            return;
        }

        var pages = builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey) is { Length: > 0 } urls ? urls : "http://localhost:5000";
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, $"{pages};{address.GetLeftPart(UriPartial.Authority)}");
        builder.WebHost.ConfigureKestrel(server => server.ConfigureEndpointDefaults(listener =>
        {
            if (IsOf(address, listener.IPEndPoint))
            {
                listener.Use(next => connection =>
                {
                    connection.Features.Set(new Mark());
                    return next(connection);
                });
            }
        }));
    }

    /// <summary>Whether a request came in by the face's listener.</summary>
    public static bool Brought(HttpContext context) => context.Features.Get<Mark>() is not null;

    private static bool IsOf(Uri address, IPEndPoint? bound) => bound is not null && bound.Port == address.Port
        && (!IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? address.Port != 0 || IPAddress.IsLoopback(bound.Address) : ip.Equals(bound.Address));

    private sealed record Mark;

    /// <summary>Judges the address.</summary>
    private sealed class ApiAddress : IValidateOptions<ApiOptions>
    {
        public ValidateOptionsResult Validate(string? name, ApiOptions options) =>
            options.Realm is not null && (!Uri.TryCreate(options.Realm, UriKind.Absolute, out var realm) || realm.Scheme is not ("http" or "https")) ? ValidateOptionsResult.Fail($"Api:Realm must be a whole address, such as https://iam.example/auth/realms/mosip; it is '{options.Realm}'.")
            : options.Address is null || (Uri.TryCreate(options.Address, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", AbsolutePath: "/", Query: "" })
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"Api:Address must be an address to listen at, such as http://127.0.0.1:8081; it is '{options.Address}'.");
    }
}
