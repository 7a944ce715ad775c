using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>ID authentication's internal services: certificate, OTP request, sealed authentication and authentication history.</summary>
internal sealed class IdAuthenticationEndpoints(PlatformState state, SealingCertificate certificate)
{
    private const string OtpId = "mosip.identity.otp.internal";
    private const string AuthId = "mosip.identity.auth.internal";

    private static readonly PlatformOperation Certificate = new("ida.certificate", Dialect.Kernel);
    private static readonly PlatformOperation Otp = new("ida.otp", Dialect.Authentication);
    private static readonly PlatformOperation Auth = new("ida.auth", Dialect.Authentication);
    private static readonly PlatformOperation History = new("ida.history", Dialect.Authentication);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("GET", "/idauthentication/v1/internal/getCertificate", Certificate, CertificateAsync);
        routes.Map("POST", "/idauthentication/v1/internal/otp", Otp, OtpAsync);
        routes.Map("POST", "/idauthentication/v1/internal/auth", Auth, AuthAsync);
        routes.Map("GET", "/idauthentication/v1/internal/authTransactions/individualId/{id}", History, HistoryAsync);
    }

    private Task CertificateAsync(HttpContext context) => new KernelReply(state.Clock).WriteAsync(context, () =>
    {
        if (!string.Equals(context.Request.Query["applicationId"], "IDA", StringComparison.Ordinal))
        {
            throw new PlatformException("KER-KMS-002", "ApplicationId not found in Key Policy. Key/CSR generation not allowed.");
        }

        if (!string.Equals(context.Request.Query["referenceId"], "INTERNAL", StringComparison.Ordinal))
        {
            throw new PlatformException("KER-KMS-003", "No unique alias is found");
        }

        var current = certificate.Current;
        return new JsonObject
        {
            ["certificate"] = current.ExportCertificatePem() + "\n",
            ["certSignRequest"] = null,
            ["issuedAt"] = Envelope.Moment(new DateTimeOffset(current.NotBefore)),
            ["expiryAt"] = Envelope.Moment(new DateTimeOffset(current.NotAfter)),
            ["timestamp"] = Envelope.Moment(state.Clock.WallNow),
        };
    });

    private async Task OtpAsync(HttpContext context)
    {
        var json = await Json.ReadAsync(context);
        await ReplyAsync(context, json, OtpId, onFault: null, body =>
        {
            AuthenticationRules.CheckFilter(context, body, OtpId);
            AuthenticationRules.CheckTime(Json.Text(body, "requestTime"), "requestTime", state.Clock.WallNow);
            var (transactionId, individualId) = AuthenticationRules.CheckIds(body);
            var receipt = state.RequestOtp(individualId, transactionId, Channels(body));
            return new JsonObject { ["maskedMobile"] = receipt.MaskedMobile, ["maskedEmail"] = receipt.MaskedEmail };
        });
    }

    private static List<string> Channels(JsonObject body)
    {
        if (body["otpChannel"] is not JsonArray { Count: > 0 } array)
        {
            throw new PlatformException("IDA-OTA-008", "OTP Notification Channel not provided", "Please provide at least one OTP Notification Channel");
        }

        var channels = array.Select(item => item is JsonValue value && value.TryGetValue<string>(out var text) ? text : "").ToList();
        var unknown = channels.Find(channel =>
            !string.Equals(channel, "EMAIL", StringComparison.OrdinalIgnoreCase)
            && !string.Equals(channel, "PHONE", StringComparison.OrdinalIgnoreCase));
        return unknown is null ? channels : throw AuthenticationRules.Invalid($"otpChannel - {unknown}");
    }

    private async Task AuthAsync(HttpContext context)
    {
        var json = await Json.ReadAsync(context);
        var refused = new JsonObject { ["authStatus"] = false, ["authToken"] = null };
        await ReplyAsync(context, json, AuthId, refused, body =>
        {
            AuthenticationRules.CheckFilter(context, body, AuthId);
            var inner = SealedRequest.Open(body, certificate);
            AuthenticationRules.CheckTime(Json.Text(body, "requestTime"), "requestTime", state.Clock.WallNow);
            var (transactionId, individualId) = AuthenticationRules.CheckIds(body);
            var otp = AuthenticationRules.CheckSealed(body, inner, state.Clock.WallNow);
            state.Authenticate(individualId, transactionId, otp);
            return new JsonObject { ["authStatus"] = true, ["authToken"] = null };
        });
    }

    private async Task ReplyAsync(HttpContext context, JsonObject? json, string id, JsonNode? onFault, Func<JsonObject, JsonNode> run)
    {
        JsonNode? response = null;
        JsonArray? errors = null;
        try
        {
            response = run(json ?? throw Envelope.Unprocessed());
        }
        catch (PlatformException fault)
        {
            response = onFault;
            errors = Envelope.AuthenticationErrors(fault);
        }

        var isOtp = string.Equals(id, OtpId, StringComparison.Ordinal);
        var time = AuthenticationRules.AnswerTime(isOtp ? Json.Text(json, "requestTime") : null, state.Clock.WallNow);
        await Json.WriteAsync(context, Envelope.Authentication(time, id, "1.0", Json.Text(json, "transactionID"), response, errors));
    }

    private async Task HistoryAsync(HttpContext context)
    {
        JsonObject? response = null;
        JsonArray? errors = null;
        try
        {
            response = new JsonObject { ["authTransactions"] = new JsonArray([.. Page(context).Select(Row)]) };
        }
        catch (PlatformException fault)
        {
            errors = Envelope.AuthenticationErrors(fault);
        }

        await Json.WriteAsync(context, new JsonObject
        {
            ["id"] = null,
            ["version"] = null,
            ["errors"] = errors,
            ["responseTime"] = Envelope.Moment(state.Clock.WallNow),
            ["response"] = response,
        });
    }

    private IEnumerable<AuthenticationRow> Page(HttpContext context)
    {
        var start = PageNumber(context, "pageStart");
        var size = PageNumber(context, "pageFetch");
        var individualId = (string)context.Request.RouteValues["id"]!;
        AuthenticationRules.CheckIdType(individualId, context.Request.Query["IDType"] is { Count: > 0 } type ? type.ToString() : null);
        var rows = state.ReadHistory(individualId);
        if (start is null && size is null)
        {
            return rows;
        }

        var length = size ?? 10;
        return rows.Skip(((start ?? 1) - 1) * length).Take(length);
    }

    private static int? PageNumber(HttpContext context, string name)
    {
        if (context.Request.Query[name] is not { Count: > 0 } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw AuthenticationRules.Invalid($"{name} - {text}");
    }

    private JsonObject Row(AuthenticationRow row) => new()
    {
        ["transactionID"] = row.TransactionId,
        ["requestdatetime"] = Envelope.ZonelessMoment(state.Clock.Seen(row.At)),
        ["authtypeCode"] = row.TypeCode,
        ["statusCode"] = row.Succeeded ? "Y" : "N",
        ["statusComment"] = row.Comment,
        ["referenceIdType"] = row.IdType,
        ["entityName"] = row.EntityName,
        ["requestSignature"] = null,
        ["responseSignature"] = "eyJ4NWMi.sandbox",
        ["tokenId"] = null,
        ["entityId"] = null,
        ["individualId"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(row.IndividualId))),
    };
}
