using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The credential request generator: orders of credentials for partners, and where they stand.</summary>
internal sealed class CredentialRequestEndpoints(PlatformState state)
{
    private const string Base = "/v1/credentialrequest";

    private static readonly PlatformOperation Generate = new("credentialrequest.generate", Dialect.Kernel);
    private static readonly PlatformOperation Read = new("credentialrequest.read", Dialect.Kernel);
    private static readonly PlatformOperation Cancel = new("credentialrequest.cancel", Dialect.Kernel);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("POST", Base + "/requestgenerator", Generate, GenerateAsync);
        routes.Map("GET", Base + "/get/{requestId}", Read, ReadAsync);

        // It changes something, and is a GET nevertheless.
        routes.Map("GET", Base + "/cancel/{requestId}", Cancel, CancelAsync);
    }

    private async Task GenerateAsync(HttpContext context)
    {
        var json = await Json.ReadAsync(context);
        await new KernelReply(state.Clock, "mosip.credential.request.generator", "1.0").WriteAsync(context, () =>
        {
            if (json is null)
            {
                throw new PlatformException("IDR-CRG-005", "unknown exception");
            }

            var request = json["request"] as JsonObject ?? throw PlatformException.Invalid("request");
            var id = request["id"]?.ToString() ?? "";
            var requestId = state.Credentials.Order(
                id,
                Json.Text(request["additionalData"] as JsonObject, "cardType"),
                Required(request, "credentialType"),
                Required(request, "issuer"),
                Json.Flag(request, "encrypt") is true && string.IsNullOrEmpty(Json.Text(request, "encryptionKey")),
                Share(request));
            return new JsonObject { ["requestId"] = requestId.ToString(), ["id"] = id };
        });
    }

    private Task ReadAsync(HttpContext context) => new KernelReply(state.Clock).WriteAsync(context, () =>
    {
        var order = Known(context);
        return new JsonObject { ["requestId"] = order.RequestId.ToString(), ["id"] = order.Id, ["statusCode"] = state.Credentials.StatusOf(order.RequestId), ["url"] = DataShareEndpoints.AddressOf(context, state.Credentials, order) };
    });

    private Task CancelAsync(HttpContext context) => new KernelReply(state.Clock).WriteAsync(context, () =>
    {
        var order = Known(context);
        return state.Credentials.Cancel(order.RequestId)
            ? new JsonObject { ["requestId"] = order.RequestId.ToString(), ["id"] = order.Id }
            : throw new PlatformException("IDR-CRG-004", "Request cannot be cancelled");
    });

    private static ShareWish Share(JsonObject request)
    {
        var more = request["additionalData"] as JsonObject;
        return new ShareWish(
            Texts(request["sharableAttributes"]),
            (more?["formatingAttributes"] as JsonObject ?? []).ToDictionary(format => format.Key, format => format.Value!.ToString(), StringComparer.Ordinal),
            Texts(more?["maskingAttributes"]));
    }

    private static List<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(text => text!.ToString())];

    private CredentialOrder Known(HttpContext context) =>
        Guid.TryParse((string?)context.Request.RouteValues["requestId"], out var requestId) && state.Credentials.Find(requestId) is { } order
            ? order
            : throw new PlatformException("IDR-CRG-003", "Request Id not found");

    private static string Required(JsonObject request, string name) =>
        Json.Text(request, name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw PlatformException.Invalid(name);
}
