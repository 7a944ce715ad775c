using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates.Whole;

/// <summary>Has a code sent to a new phone number or e-mail address, and nowhere else, where the change could be made (MOSIP <c>/contact-details/send-otp</c>).</summary>
public sealed class AskForContactChangeCode(ContactChanges changes, ContactDesk desk)
{
    /// <summary>The code. Problems: those of <see cref="ContactChanges.ReadAsync"/>, <see cref="OtpProblems.TooSoon"/>.</summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(Guid sessionId, Visitor visitor, ContactChangeWish wish, CancellationToken cancellationToken = default) =>
        (await changes.ReadAsync(sessionId, wish, cancellationToken)).Try(out var change, out var problem)
            ? await desk.TakeAsync(new ContactOrder(ContactPurpose.NewContact, change.HolderKey, change.Contact, change.Channel, change.Session.Language, visitor), cancellationToken)
            : problem;
}
