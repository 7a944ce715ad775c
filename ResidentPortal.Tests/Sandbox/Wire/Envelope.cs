using System.Globalization;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The answers of the platform in each of its dialects; every answer but 401 and 403 has the status 200, refusals too.</summary>
internal static class Envelope
{
    internal static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A moment as services print it that leave the zone out.</summary>
    internal static string ZonelessMoment(DateTimeOffset moment) => moment == VidRecord.Never
        ? "9999-12-31T23:59:59.1"
        : moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);

    internal static JsonArray NoErrors() => [];

    internal static JsonObject Kernel(DateTimeOffset now, string? id, string? version, JsonNode? response, JsonArray? errors) => new()
    {
        ["id"] = id,
        ["version"] = version,
        ["responsetime"] = Moment(now),
        ["metadata"] = null,
        ["response"] = response,
        ["errors"] = errors,
    };

    internal static JsonArray KernelErrors(PlatformException fault) => [KernelError(fault.Code, fault.Text)];

    internal static JsonObject KernelError(string code, string text) => new() { ["errorCode"] = code, ["message"] = text };

    internal static JsonObject Authentication(string responseTime, string? id, string? version, string? transactionId, JsonNode? response, JsonArray? errors) => new()
    {
        ["id"] = id,
        ["version"] = version,
        ["transactionID"] = transactionId,
        ["responseTime"] = responseTime,
        ["errors"] = errors,
        ["response"] = response,
    };

    // What the servlet filter of ID authentication meets, it reports after a general error.
    internal static JsonArray AuthenticationErrors(PlatformException fault) => fault.FromFilter
        ? [AuthenticationError(Unprocessed()), AuthenticationError(fault)]
        : [AuthenticationError(fault)];

    internal static PlatformException Unprocessed() => new("IDA-MLC-007", "Request could not be processed. Please try again");

    /// <summary>An answer of a dialect that has no operation behind it, for faults.</summary>
    internal static JsonObject Of(Dialect dialect, DateTimeOffset now, PlatformException? fault) => dialect == Dialect.Authentication
        ? Authentication(Moment(now), id: null, version: null, transactionId: null, response: null, fault is null ? null : AuthenticationErrors(fault))
        : Kernel(now, id: null, version: null, response: null, fault is null ? [] : KernelErrors(fault));

    private static JsonObject AuthenticationError(PlatformException fault) => new()
    {
        ["errorCode"] = fault.Code,
        ["errorMessage"] = fault.Text,
        ["actionMessage"] = fault.Action,
    };
}
