using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Data share, where the cards lie that a partner made, and credential service with its types. Neither wants a token.</summary>
internal sealed class DataShareEndpoints(PlatformState state)
{
    private const string Base = "/v1/datashare/get/mpolicy-default-PDFCard/mpartner-default-digitalcard/";

    private static readonly PlatformOperation Fetch = new("datashare.get", Dialect.Plain, NeedsToken: false);
    private static readonly PlatformOperation Types = new("credentialservice.types", Dialect.Plain, NeedsToken: false);

    /// <summary>Where the file of an order is; null as long as there is none.</summary>
    internal static string? AddressOf(HttpContext context, CredentialRegister orders, CredentialOrder order) =>
        orders.HasFile(order) ? $"{context.Request.Scheme}://{context.Request.Host}{Base}{order.FileKey}" : null;

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("GET", Base + "{key}", Fetch, FetchAsync);
        routes.Map("GET", "/v1/credentialservice/types", Types, context => Json.WriteAsync(context, CredentialTypes.File()));
    }

    private async Task FetchAsync(HttpContext context)
    {
        if (state.Credentials.FindFile((string)context.Request.RouteValues["key"]!) is not { } order)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "application/octet-stream";
        await context.Response.Body.WriteAsync(state.DigitalCard(order), context.RequestAborted);
    }
}

/// <summary>The platform's <c>CredentialType.json</c>: samples, which have nothing to do with the types that requests name.</summary>
public static class CredentialTypes
{
    /// <summary>The file.</summary>
    public static JsonObject File() => new()
    {
        ["credentialTypes"] = new JsonArray(
            new JsonObject
            {
                ["id"] = "idtype1", ["name"] = "National identity", ["description"] = "", ["issuers"] = new JsonArray(new JsonObject { ["code"] = "mos", ["name"] = "Mosip" }),
            },
            new JsonObject { ["id"] = "idtype2", ["name"] = "Voting", ["description"] = "", ["issuers"] = new JsonArray() }),
    };
}
