using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using EventId = ResidentPortal.Core.Identifiers.EventId;

namespace ResidentPortal.Api.Acts;

/// <summary>What a program is told of an act of the ledger: that it was taken, or the operation's own failure.</summary>
internal static class ActEndings
{
    /// <summary>
    /// The answer to an act: a success where the platform took it, with where the resident is told; the failure where it was refused, or nobody knows. What an answer says
    /// besides (<paramref name="reply"/>) is made from the receipt and the message.
    /// </summary>
    public static async Task<ApiAnswer> FinishAsync(
        this ApiCall call, Guid session, Outcome<EventId> act, ApiError failure, Func<Problem, ApiError?>? errorOf = null, Func<ActReceipt, Told, object>? reply = null)
    {
        if (!act.Try(out var eventId, out var problem))
        {
            return errorOf?.Invoke(problem) ?? (problem.Key is "common.freshCodeNeeded" or "common.signInNeeded" ? ApiErrors.NotAuthenticated : failure);
        }

        var shown = await call.Get<ShowAct>().ExecuteAsync(session, eventId.Value, CancellationToken.None);
        if (!shown.Try(out var receipt, out _) || receipt.State is not (ActState.Confirmed or ActState.Accepted))
        {
            return ((ApiAnswer)failure) with { EventId = eventId.Value };
        }

        var told = await call.ToldAsync(session);
        return ApiAnswer.Of(reply?.Invoke(receipt, told) ?? new ActReply("success", told.Message), eventId);
    }

    /// <summary>Where the resident is told of an act.</summary>
    public static async Task<Told> ToldAsync(this ApiCall call, Guid session) =>
        new((await call.Get<ShowRegisteredContacts>().ExecuteAsync(session, CancellationToken.None)).Try(out var contacts, out _) ? contacts : new MaskedContacts(Phone: null, Email: null));
}

/// <summary>Where the resident is told of an act.</summary>
/// <param name="Contacts">The registered contacts, masked.</param>
internal sealed record Told(MaskedContacts Contacts)
{
    /// <summary>The same as MOSIP says it; the space at the end of one is MOSIP's.</summary>
    public string Message => (Contacts.Phone, Contacts.Email) switch
    {
        (not null, not null) => "Notification has been sent to the provided contact detail(s)",
        (not null, null) => "Notification has been sent to the provided contact phone number",
        (null, not null) => "Notification has been sent to the provided email ",
        _ => "Invalid phone number and email",
    };
}
