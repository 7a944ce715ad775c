using System.Buffers.Text;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Key manager for packets: encrypts for their receiver, and signs as the portal's machine.</summary>
internal sealed class PacketKeyEndpoints(PlatformState state, MachineKeys keys)
{
    private const string Base = "/v1/keymanager";

    private static readonly PlatformOperation SigningKey = new("keymanager.signing-key", Dialect.Kernel);
    private static readonly PlatformOperation Encrypt = new("keymanager.encrypt", Dialect.Kernel);
    private static readonly PlatformOperation Sign = new("keymanager.cssign", Dialect.Kernel);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("POST", Base + "/tpmsigning/publickey", SigningKey, context => ReplyAsync(context, request =>
            Json.Text(request, "serverProfile") is { Length: > 0 } ? new JsonObject { ["publicKey"] = keys.PublicKey() } : throw Invalid()));
        routes.Map("POST", Base + "/encrypt", Encrypt, context => ReplyAsync(context, request => new JsonObject { ["data"] = Base64Url.EncodeToString(Encrypted(request)) }));
        routes.Map("POST", Base + "/cssign", Sign, context => ReplyAsync(context, request => new JsonObject { ["data"] = Base64Url.EncodeToString(keys.Sign(Bytes(request, "data", isUrlSafe: true))) }));
    }

    private byte[] Encrypted(JsonObject request)
    {
        if (Json.Text(request, "applicationId") is not "REGISTRATION")
        {
            throw new PlatformException("KER-KMS-002", "ApplicationId not found in Key Policy. Key/CSR generation not allowed.");
        }

        if (Json.Text(request, "referenceId") is not { Length: 11 } machine || machine[5] != '_'
            || !DateTimeOffset.TryParseExact(Json.Text(request, "timeStamp"), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            || Json.Flag(request, "prependThumbprint") is not true)
        {
            throw Invalid();
        }

        var (nonce, aad) = (Bytes(request, "salt"), Bytes(request, "aad"));
        return nonce.Length == 12 && aad.Length == 32 ? keys.Encrypt(machine, Bytes(request, "data"), nonce, aad) : throw Invalid();
    }

    private async Task ReplyAsync(HttpContext context, Func<JsonObject, JsonNode> answer)
    {
        var json = await Json.ReadAsync(context);
        await new KernelReply(state.Clock, Json.Text(json, "id"), Json.Text(json, "version"), NullErrors: true).WriteAsync(
            context, () => answer(json?["request"] as JsonObject ?? throw Invalid()));
    }

    private static byte[] Bytes(JsonObject request, string name, bool isUrlSafe = false)
    {
        var text = Json.Text(request, name) is { Length: > 0 } given ? given : throw Invalid();
        try
        {
            return isUrlSafe ? Base64Url.DecodeFromChars(text) : Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw new PlatformException("KER-CRY-003", "data not base64 encoded");
        }
    }

    private static PlatformException Invalid() => new("KER-CRY-004", "should not be null or empty");
}
