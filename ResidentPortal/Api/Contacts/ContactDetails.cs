using System.Globalization;
using Microsoft.Extensions.Options;
using ResidentPortal.Api.Acts;
using ResidentPortal.Api.Updates;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Updates.Whole;

namespace ResidentPortal.Api.Contacts;

/// <summary><c>POST /contact-details/send-otp</c> and <c>/update-data</c>: a new phone number or e-mail address, proved by a code that it was sent.</summary>
internal static class ContactDetails
{
    private static readonly Operation SendOperation = new("POST", "/contact-details/send-otp", "mosip.resident.contact.details.send.otp.id", Operation.Newer)
    {
        Summary = "Sends a one-time code to a new phone number or e-mail address of the signed-in resident.",
        Access = Access.Resident,
        Asks = """{ "userId": "new@example.org", "transactionId": "1234567890" }""",
        Gives = """{ "status": "success", "message": "Email Request submitted" }""",
        Refuses =
        [
            ApiErrors.Invalid("transactionId"), ApiErrors.Invalid("userId"), ContactErrors.SameEmail, ContactErrors.SamePhone, UpdateErrors.NoChangesLeft("email"), UpdateErrors.Pending, UpdateErrors.PendingForGood,
            ContactErrors.TooMany, ResidentErrors.Inaccessible,
        ],
    };

    private static readonly Operation ChangeOperation = new("POST", "/contact-details/update-data", "mosip.resident.contact.details.update.id", Operation.Newer)
    {
        Summary = "Hands in a new phone number or e-mail address with the code that it was sent in the same transaction.",
        Access = Access.Resident,
        TellsEvent = true,
        Asks = """{ "userId": "new@example.org", "transactionId": "1234567890", "otp": "123456" }""",
        Gives = """{ "status": "success", "message": "Notification has been sent to the provided contact detail(s)" }""",
        Refuses = [.. SendOperation.Refuses, ApiErrors.Invalid("otp"), ApiOtp.Refused("OTP is invalid"), ContactErrors.Expired, ContactErrors.Blocked, UpdateErrors.NotSent],
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapOperation<ContactRequest, ActReply>(SendOperation, SendAsync);
        api.MapOperation<ContactRequest, ActReply>(ChangeOperation, ChangeAsync);
    }

    private static async Task<ApiAnswer> SendAsync(ApiCall<Envelope<ContactRequest>> call)
    {
        if (Judge(call) is { } fault)
        {
            return fault;
        }

        var request = call.Body.Request!;
        var asked = await call.Get<AskForContactChangeCode>().ExecuteAsync(call.SessionId, VisitorOf(call), WishOf(request), call.Gone);
        return asked.Try(out var code, out var problem)
            ? ApiAnswer.Of(new ActReply("success", code.Channel is OtpChannel.Phone ? "Sms Request Sent" : "Email Request submitted"))
            : (ApiAnswer)(ContactErrors.Of(problem, request.TransactionId) ?? ApiErrors.NotAuthenticated) with { RetryAt = problem.Facts.GetValueOrDefault("at") as DateTimeOffset? };
    }

    private static async Task<ApiAnswer> ChangeAsync(ApiCall<Envelope<ContactRequest>> call)
    {
        var request = call.Body.Request;
        if ((Judge(call) ?? Check.That(Inputs.IsOtp(request!.Otp), "otp")) is { } fault)
        {
            return fault;
        }

        var changed = await call.Get<ChangeContact>().ExecuteAsync(call.SessionId, VisitorOf(call), WishOf(request!), request!.Otp, call.Gone);
        return await call.FinishAsync(call.SessionId, changed, UpdateErrors.NotSent, problem => ContactErrors.Of(problem, request.TransactionId));
    }

    private static ApiError? Judge(ApiCall<Envelope<ContactRequest>> call)
    {
        var (body, contacts) = (call.Body, call.Get<IOptions<ContactOptions>>().Value);
        return Check.TypedTime(body)
            ?? Check.That(Inputs.IsWord(body.Id, call.Operation.Id), "id")
            ?? Check.That(string.Equals(body.Version, call.Operation.Version, StringComparison.Ordinal), "version")
            ?? Check.That(body.RequestTime is not null && IsNow(call, body.RequestTime), "requesttime")
            ?? Check.That(body.Request is not null, ApiErrors.BadRequest)
            ?? Check.That(Inputs.IsTransactionId(body.Request!.TransactionId), "transactionId")
            ?? Check.That(Contact.TryParse(body.Request.UserId, OtpChannel.Phone, contacts, out _) || Contact.TryParse(body.Request.UserId, OtpChannel.Email, contacts, out _), "userId");
    }

    // Only where something is changed: a code may be asked for by a clock that is wrong.
    private static bool IsNow(ApiCall call, string time) => call.Operation != ChangeOperation
        || (call.Get<TimeProvider>().GetUtcNow() - DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)).Duration() <= TimeSpan.FromSeconds(call.Get<IOptions<ApiOptions>>().Value.TimeWindowSeconds);

    private static ContactChangeWish WishOf(ContactRequest request) => new(request.UserId, TransactionId.Stored(request.TransactionId!));

    // Behind a gateway all calls come from one network: the sign-in is who asks.
    private static Visitor VisitorOf(ApiCall call) => new($"api {call.SessionId:N}", $"api {call.SessionId:N}");
}

/// <summary>A new phone number or e-mail address.</summary>
internal sealed record ContactRequest
{
    /// <summary>The phone number or e-mail address.</summary>
    public string? UserId { get; init; }

    /// <summary>What ties the code to the change, ten digits.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The code, six digits; needed to change.</summary>
    public string? Otp { get; init; }

    /// <summary>Without what is in it.</summary>
    public override string ToString() => nameof(ContactRequest);
}
