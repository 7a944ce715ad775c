using System.Globalization;
using System.Text.Json.Serialization;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Api.Otp;

/// <summary>The answers of the operations that send codes, in the dialect of ID authentication: camel case, <c>errorMessage</c>, the transaction at the top.</summary>
internal sealed class OtpAnswers(ApiCall call, string? transactionId, bool isByAid = false)
{
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);

    /// <summary>No channel was named.</summary>
    public static readonly ApiError NoChannel = new("IDA-OTA-008", "OTP Notification Channel not provided");

    /// <summary>Too many codes were asked for.</summary>
    public static readonly ApiError TooMany = new("IDA-OTA-001", "Innumerous OTP requests received");

    /// <summary>The time of the portal.</summary>
    public DateTimeOffset Now => call.Get<TimeProvider>().GetUtcNow();

    /// <summary>A value is missing.</summary>
    public static ApiError Missing(string name) => new("IDA-MLC-006", $"Missing Input Parameter - {name}");

    /// <summary>A value is not acceptable.</summary>
    public static ApiError Invalid(string name) => new("IDA-MLC-009", $"Invalid Input Parameter - {name}");

    /// <summary>Whether the time is one that codes are still sent for.</summary>
    public static ApiError? JudgeTime(string time, DateTimeOffset now) =>
        now - DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) > Oldest
            ? new("IDA-MLC-001", $"Request to be received at MOSIP within {(int)Oldest.TotalSeconds} seconds")
            : null;

    /// <summary>The checks of the number and the channels.</summary>
    public static ApiError? Judge(IndividualId? individualId, IReadOnlyList<string?>? channels) =>
        individualId is null ? Invalid("individualId")
        : channels is not [{ Length: > 0 }, ..] ? NoChannel
        : channels.FirstOrDefault(channel => Inputs.Channel(channel) is null) is { } other ? Invalid($"otpChannel - {other[..Math.Min(other.Length, 32)]}")
        : channels.Any(channel => channel is null) ? Invalid("otpChannel - null")
        : null;

    /// <summary>Sends the code.</summary>
    public async Task<ApiAnswer> SendAsync(IndividualId individualId, IReadOnlyList<string?> channels)
    {
        if (!call.Get<ApiLimits>().MayName(individualId, out var retryAt))
        {
            return ((ApiAnswer)ApiErrors.TooMany) with { RetryAt = retryAt };
        }

        HashSet<OtpChannel> wanted = [.. channels.Select(channel => Inputs.Channel(channel)!.Value)];
        var asked = await call.Get<AskForProgramCode>().ExecuteAsync(new ProgramCodeWish(individualId, Transaction, wanted, call.Program), call.Gone);
        return asked.Try(out var contacts, out var problem)
            ? ApiAnswer.Plain(Reply(new MaskedReply(contacts.Phone, contacts.Email), errors: null))
            : problem.Kind is ProblemKind.Unavailable or ProblemKind.Unknown ? ApiErrors.OtpNotGenerated
            : Refused(ErrorOf(problem, individualId, wanted)) with { RetryAt = problem.Facts.GetValueOrDefault("at") as DateTimeOffset? };
    }

    /// <summary>A refusal in ID authentication's dialect.</summary>
    public ApiAnswer Refused(params IReadOnlyList<ApiError> errors) => ApiAnswer.Plain(Reply(response: null, [.. errors.Select(error => new OtpError(error.Code, error.Message))]));

    private TransactionId Transaction => TransactionId.Stored(transactionId!);

    private OtpReply Reply(MaskedReply? response, IReadOnlyList<OtpError>? errors)
    {
        var (id, version, now) = (call.Operation.Id, call.Operation.Version, Inputs.Stamp(Now));
        return isByAid
            ? new OtpReplyByAid { Id = id, Version = version, TransactionId = transactionId, ResponseTime = now, Response = response, Errors = errors }
            : new OtpReplyByNumber { Id = id, Version = version, TransactionId = transactionId, ResponseTime = now, Response = response, Errors = errors };
    }

    private static ApiError ErrorOf(Problem problem, IndividualId individualId, IReadOnlyCollection<OtpChannel> channels) => problem.Key switch
    {
        "otp.tooSoon" or "otp.tooMany" => TooMany,
        "otp.frozen" => new("IDA-OTA-006", "UIN is locked for OTP generation. Please try again later"),
        "otp.channelMissing" => new("IDA-MLC-014", $"{NameOf(channels)} not registered. Individual has to register and try again"),
        "otp.channelLocked" => new("IDA-MLC-019", $"{NameOf(channels)} Auth Type is Locked for the UIN"),
        _ => ApiOtp.Find(problem, individualId) ?? ApiErrors.OtpNotGenerated,
    };

    private static string NameOf(IReadOnlyCollection<OtpChannel> channels) => string.Join(",", channels.Order().Select(channel => channel is OtpChannel.Phone ? "otp-phone" : "otp-email"));
}

/// <summary>The answer of an operation that sends a code.</summary>
internal abstract record OtpReply
{
    /// <summary>The id of the operation.</summary>
    public required string Id { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>When it was answered, <c>yyyy-MM-ddTHH:mm:ss.SSSZ</c> in UTC.</summary>
    public required string ResponseTime { get; init; }

    /// <summary>Where the code went; null where there are errors.</summary>
    public MaskedReply? Response { get; init; }

    /// <summary>The errors; null where there are none.</summary>
    public IReadOnlyList<OtpError>? Errors { get; init; }

    /// <summary>Always null.</summary>
    public object? Metadata { get; init; }
}

/// <summary>The answer of <c>/req/otp</c>.</summary>
internal sealed record OtpReplyByNumber : OtpReply
{
    /// <summary>The transaction.</summary>
    [JsonPropertyName("transactionID")]
    public string? TransactionId { get; init; }
}

/// <summary>The answer of <c>/individualId/otp</c>, which spells the transaction otherwise.</summary>
internal sealed record OtpReplyByAid : OtpReply
{
    /// <summary>The transaction.</summary>
    public string? TransactionId { get; init; }
}

/// <summary>Where a code went.</summary>
/// <param name="MaskedMobile">The phone, masked; null where it was not asked for.</param>
/// <param name="MaskedEmail">The e-mail address, masked; null where it was not asked for.</param>
internal sealed record MaskedReply(string? MaskedMobile, string? MaskedEmail);

/// <summary>An error of ID authentication.</summary>
/// <param name="ErrorCode">The code, which alone is to be compared.</param>
/// <param name="ErrorMessage">What is wrong, in English.</param>
internal sealed record OtpError(string ErrorCode, string ErrorMessage);
