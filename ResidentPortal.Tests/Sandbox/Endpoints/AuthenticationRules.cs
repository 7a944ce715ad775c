using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ResidentPortal.Sandbox;

/// <summary>The checks ID authentication makes of an OTP request and a sealed authentication before it looks at the person.</summary>
internal static partial class AuthenticationRules
{
    private static readonly TimeSpan Past = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan Future = TimeSpan.FromSeconds(30);
    private static readonly string[] Environments = ["Staging", "Developer", "Pre-Production", "Production"];

    /// <summary>The servlet filter: header, id and version.</summary>
    internal static void CheckFilter(HttpContext context, JsonObject json, string expectedId)
    {
        // It stands for a consent token and may hold any text.
        if (string.IsNullOrWhiteSpace(context.Request.Headers.Authorization))
        {
            throw Missing("Authorization - header", fromFilter: true);
        }

        var id = Json.Text(json, "id");
        if (string.IsNullOrEmpty(id))
        {
            throw Missing("id", fromFilter: true);
        }

        if (!string.Equals(id, expectedId, StringComparison.Ordinal))
        {
            throw Invalid("id", fromFilter: true);
        }

        var version = Json.Text(json, "version");
        if (string.IsNullOrEmpty(version))
        {
            throw Missing("version", fromFilter: true);
        }

        if (!VersionPattern().IsMatch(version))
        {
            throw Invalid("version", fromFilter: true);
        }
    }

    /// <summary>The controller: transaction id and individual id.</summary>
    internal static (string TransactionId, string IndividualId) CheckIds(JsonObject json)
    {
        var transactionId = Json.Text(json, "transactionID");
        if (string.IsNullOrEmpty(transactionId))
        {
            throw Missing("transactionID");
        }

        if (transactionId.Length != 10 || !transactionId.All(char.IsAsciiLetterOrDigit))
        {
            throw Invalid("transactionID");
        }

        var individualId = Json.Text(json, "individualId");
        var type = Json.Text(json, "individualIdType");
        CheckIdType(individualId, type);
        return string.IsNullOrEmpty(individualId) || !(IdentifierRules.IsUin(individualId) || IdentifierRules.IsVid(individualId))
            ? throw Invalid("individualId")
            : (transactionId, individualId);
    }

    /// <summary>A type may be left out; one that is given must fit.</summary>
    internal static void CheckIdType(string? individualId, string? type)
    {
        switch (type)
        {
            case null:
                return;
            case "UIN" or "VID" when string.IsNullOrEmpty(individualId):
                throw Missing("individualId");
            case "UIN" when !IdentifierRules.IsUin(individualId):
                throw new PlatformException("IDA-MLC-002", "Invalid UIN", "Please retry with the correct UIN");
            case "VID" when !IdentifierRules.IsVid(individualId):
                throw new PlatformException("IDA-MLC-004", "Invalid VID", "Please retry with the correct VID");
            case "UIN" or "VID":
                return;
            default:
                throw new PlatformException("IDA-MLC-015", $"Identity Type - {type} not configured for the country");
        }
    }

    /// <summary>A moment with three fraction digits and a zone, at most 150 s old and 30 s ahead.</summary>
    internal static void CheckTime(string? text, string name, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw Missing(name);
        }

        if (!TimePattern().IsMatch(text)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            throw Invalid(name);
        }

        const string Window = "Request to be received at MOSIP within 120 seconds";
        const string Action = "Please send the request within 120 seconds";
        if (moment > now + Future)
        {
            throw new PlatformException("IDA-MLC-001", $"{Window}. Attribute: {name}", Action);
        }

        if (moment < now - Past)
        {
            throw new PlatformException("IDA-MLC-001", Window, Action);
        }
    }

    /// <summary>What only the sealed authentication carries beside its ids: consent, environment, and the time inside.</summary>
    internal static string CheckSealed(JsonObject json, JsonObject inner, DateTimeOffset now)
    {
        if (Json.Flag(json, "consentObtained") != true)
        {
            throw new PlatformException("IDA-MLC-012", "Individual's Consent is not available", "Please provide Individual's Consent as true");
        }

        if (Json.Text(json, "env") is { } environment && !Environments.Contains(environment, StringComparer.OrdinalIgnoreCase))
        {
            throw Invalid("request/env");
        }

        if (Json.Text(json, "domainUri") is { } domain && !Uri.TryCreate(domain, UriKind.Absolute, out _))
        {
            throw Invalid("request/domainUri");
        }

        CheckTime(Json.Text(inner, "timestamp"), "request/timestamp", now);
        return Json.Text(inner, "otp") is { Length: > 0 } otp
            ? otp
            : throw new PlatformException("IDA-MLC-008", "No authentication type selected", "Please select at least one authentication type");
    }

    /// <summary>The moment of the answer in the zone of the request.</summary>
    internal static string AnswerTime(string? requestTime, DateTimeOffset now)
    {
        var hasZone = requestTime is not null && TimePattern().IsMatch(requestTime) && !requestTime.EndsWith('Z');
        return hasZone && DateTimeOffset.TryParse(requestTime, CultureInfo.InvariantCulture, out var moment)
            ? now.ToOffset(moment.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture)
            : Envelope.Moment(now);
    }

    internal static PlatformException Missing(string what, bool fromFilter = false) =>
        new("IDA-MLC-006", $"Missing Input Parameter - {what}", $"Please provide {what}") { FromFilter = fromFilter };

    internal static PlatformException Invalid(string what, bool fromFilter = false) =>
        new("IDA-MLC-009", $"Invalid Input Parameter - {what}", $"Please provide correct value for {what}") { FromFilter = fromFilter };

    [GeneratedRegex(@"\A\d\.\d(?:\.\d)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}(?:Z|[+-]\d{2}:\d{2})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TimePattern();
}
