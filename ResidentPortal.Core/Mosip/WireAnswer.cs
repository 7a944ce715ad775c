using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ResidentPortal.Core.Mosip;

/// <summary>What came of sending a request: an answer in one of the platform's three envelopes, or none.</summary>
internal sealed record WireAnswer
{
    private const int LongestCode = 32;

    private WireAnswer(WireVerdict verdict, string reason) => (Verdict, Reason) = (verdict, reason);

    /// <summary>What sort of answer it is.</summary>
    public WireVerdict Verdict { get; }

    /// <summary>Why there is no success, for the log: a word, never anything the platform sent.</summary>
    public string Reason { get; }

    /// <summary>The HTTP status; null where no answer came.</summary>
    public HttpStatusCode? Status { get; private init; }

    /// <summary>The HTTP headers; null where no answer came.</summary>
    public HttpResponseHeaders? Headers { get; private init; }

    /// <summary>The envelope's <c>response</c>, on success.</summary>
    public JsonElement Response { get; private init; }

    /// <summary>The file, where the answer is one.</summary>
    public byte[] File { get; private init; } = [];

    /// <summary>The codes of the envelope's <c>errors</c>, in their order.</summary>
    public IReadOnlyList<string> Codes { get; private init; } = [];

    /// <summary>The platform's clock as the answer tells it.</summary>
    public DateTimeOffset? PlatformTime { get; private init; }

    /// <summary>When to try again, where that is known.</summary>
    public DateTimeOffset? RetryAt { get; private init; }

    /// <summary>Whether the service itself is unwell, so that a read may be tried again and the breaker counts.</summary>
    public bool IsUnwell => Verdict is WireVerdict.Unusable or WireVerdict.Lost && Status is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Gone)
        || Status >= HttpStatusCode.InternalServerError;

    /// <summary>A request that certainly did not reach the service.</summary>
    public static WireAnswer NotSent(string reason, DateTimeOffset? retryAt = null) => new(WireVerdict.NotSent, reason) { RetryAt = retryAt };

    /// <summary>A request that was sent, or may have been, without an answer that could be read.</summary>
    public static WireAnswer Lost(string reason) => new(WireVerdict.Lost, reason);

    /// <summary>The answer in a response whose body has been read; null stands for a body that was too large.</summary>
    public static WireAnswer Of(HttpResponseMessage response, byte[]? body, DateTimeOffset now, bool isEnveloped = true)
    {
        var date = response.Headers.Date;
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests)
        {
            // Decided by the status alone: the 1.3 filter may write its body twice, and a gateway may write anything.
            var after = response.Headers.RetryAfter;
            return new WireAnswer(WireVerdict.TurnedAway, $"HTTP {(int)response.StatusCode}")
            {
                Status = response.StatusCode, Headers = response.Headers, PlatformTime = date, RetryAt = after?.Date ?? (now + after?.Delta),
            };
        }

        if (body is null)
        {
            return new WireAnswer(WireVerdict.Unusable, "too large") { Status = response.StatusCode, Headers = response.Headers, PlatformTime = date };
        }

        var document = Parse(body);
        if (!isEnveloped && response.IsSuccessStatusCode && document is { ValueKind: JsonValueKind.Array } list)
        {
            return new WireAnswer(WireVerdict.Success, "success") { Status = response.StatusCode, Headers = response.Headers, PlatformTime = date, Response = list };
        }

        return document is { ValueKind: JsonValueKind.Object } envelope
            ? Read(response.IsSuccessStatusCode, envelope, isEnveloped) with
            {
                Status = response.StatusCode, Headers = response.Headers, PlatformTime = envelope.Time("responseTime") ?? envelope.Time("responsetime") ?? date,
            }
            : new WireAnswer(WireVerdict.Unusable, "not JSON") { Status = response.StatusCode, Headers = response.Headers, PlatformTime = date };
    }

    /// <summary>A file in a response whose body has been read; null stands for a body that was too large.</summary>
    public static WireAnswer OfFile(HttpResponseMessage response, byte[]? body, DateTimeOffset now) => response.IsSuccessStatusCode && body is not null
        ? new WireAnswer(WireVerdict.Success, "success") { Status = response.StatusCode, Headers = response.Headers, PlatformTime = response.Headers.Date, File = body }
        : Of(response, body is null ? null : [], now);

    private static WireAnswer Read(bool isSuccess, JsonElement envelope, bool isEnveloped)
    {
        var hasErrors = envelope.TryGetProperty("errors", out var errors) && errors.ValueKind is not JsonValueKind.Null;
        if (hasErrors && errors.ValueKind is not JsonValueKind.Array)
        {
            return new WireAnswer(WireVerdict.Unusable, "errors is no list");
        }

        if (hasErrors && errors.GetArrayLength() > 0)
        {
            return new WireAnswer(WireVerdict.Errors, "errors") { Codes = [.. errors.EnumerateArray().Select(Code)] };
        }

        if (!isSuccess)
        {
            return new WireAnswer(WireVerdict.Unusable, "HTTP failure");
        }

        if (!isEnveloped)
        {
            return new WireAnswer(WireVerdict.Success, "success") { Response = envelope };
        }

        return envelope.TryGetProperty("response", out var response) && response.ValueKind is JsonValueKind.Object or JsonValueKind.Array
            ? new WireAnswer(WireVerdict.Success, "success") { Response = response }
            : new WireAnswer(WireVerdict.Unusable, "no response");
    }

    // Only what looks like a code may reach a log or a metric.
    private static string Code(JsonElement error) =>
        error.Text("errorCode")?.Trim() is { Length: > 0 and <= LongestCode } code && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? code : "none";

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What sort of answer a request got.</summary>
internal enum WireVerdict
{
    /// <summary>HTTP success, JSON, no errors, and a response.</summary>
    Success,

    /// <summary>An envelope with errors.</summary>
    Errors,

    /// <summary>401, 403 or 429: turned away at the door, nothing was done.</summary>
    TurnedAway,

    /// <summary>An answer that is no envelope, or one without a response.</summary>
    Unusable,

    /// <summary>Certainly not sent.</summary>
    NotSent,

    /// <summary>Sent, or perhaps sent, and no whole answer came.</summary>
    Lost,
}
