using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates;

/// <summary>Has a code sent to the new phone or e-mail address of a draft, and nowhere else.</summary>
public sealed class AskForNewContactCode(NewContacts contacts, ContactDesk desk)
{
    /// <summary>The code. Problems: those of the draft, <see cref="UpdateProblems.UnknownField"/>, <see cref="OtpProblems.TooSoon"/>.</summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(Guid sessionId, Visitor visitor, string? name, Language language, CancellationToken cancellationToken = default) =>
        (await contacts.FindAsync(sessionId, visitor, name, cancellationToken)).Try(out var contact, out var problem)
            ? await desk.TakeAsync(new ContactOrder(ContactPurpose.NewContact, contact.HolderKey, contact.Text, contact.Channel, language, visitor), cancellationToken)
            : problem;
}
