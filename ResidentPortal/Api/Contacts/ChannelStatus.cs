using ResidentPortal.Api.Otp;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Api.Contacts;

/// <summary><c>GET /channel/verification-status</c>: says whether a registered contact was ever shown to work.</summary>
internal static class ChannelStatus
{
    private const int Longest = 16;
    private static readonly ApiError NotANumber = new("RES-SER-522", "Invalid UIN/VID entered");

    private static readonly Operation Operation = new("GET", "/channel/verification-status", "mosip.resident.channel.verification.status", Operation.Newer)
    {
        Summary = "Says whether the registered phone or e-mail was shown to work.",
        Gives = """{ "verificationStatus": true, "maskedUserId": "XXaXXeXX@example.org" }""",
        Refuses = [ApiErrors.Invalid("channel"), NotANumber, ApiErrors.TooLong(Longest, "individualId")],
        Parameters = [new("channel", "EMAIL or PHONE, in any case.", "EMAIL"), new("individualId", "The UIN (10 digits) or VID (16 digits).", "2374518906")],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<ChannelReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall call)
    {
        var (channel, number) = (Inputs.Channel(call.Parameter("channel")), call.Parameter("individualId"));
        var fault = Check.That(channel is not null, "channel")
            ?? Check.That(Inputs.UinOrVid(number) is not null, NotANumber)
            ?? Check.That(number!.Length <= Longest, ApiErrors.TooLong(Longest, "individualId"));
        if (fault is not null)
        {
            return fault;
        }

        var individualId = Inputs.UinOrVid(number)!;
        if (!call.Get<ApiLimits>().MayName(individualId, out var retryAt))
        {
            return ((ApiAnswer)ApiErrors.TooMany) with { RetryAt = retryAt };
        }

        var found = await call.Get<FindContactVerification>().ExecuteAsync(individualId, channel!.Value, call.Gone);
        return found.Try(out var verification, out var problem)
            ? ApiAnswer.Plain(Reply(call, verification))
            : problem.Kind is ProblemKind.NotFound ? NotANumber : ApiErrors.ResourceUnavailable;
    }

    // This one says responseTime in camel case, as ID authentication does.
    private static ChannelAnswer Reply(ApiCall call, ContactVerification verification) => new()
    {
        Id = Operation.Id,
        Version = Operation.Version,
        ResponseTime = Inputs.Stamp(call.Get<TimeProvider>().GetUtcNow()),
        Response = new ChannelReply(verification.IsVerified, verification.Masked ?? string.Empty),
    };
}

/// <summary>Whether a contact was shown to work.</summary>
/// <param name="VerificationStatus">Whether it was, and is still the registered one.</param>
/// <param name="MaskedUserId">The contact, masked; empty where it was not.</param>
internal sealed record ChannelReply(bool VerificationStatus, string MaskedUserId);

/// <summary>The envelope of this answer.</summary>
internal sealed record ChannelAnswer
{
    /// <summary>The id of the operation.</summary>
    public required string Id { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>When it was answered, <c>yyyy-MM-ddTHH:mm:ss.SSSZ</c> in UTC.</summary>
    public required string ResponseTime { get; init; }

    /// <summary>Always null.</summary>
    public object? Metadata { get; init; }

    /// <summary>The answer.</summary>
    public required ChannelReply Response { get; init; }

    /// <summary>Always null: failures have the ordinary envelope.</summary>
    public IReadOnlyList<OtpError>? Errors { get; init; }
}
