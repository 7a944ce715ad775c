using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Updates;

/// <summary>Takes the code that reached the new contact of a draft. It proves that one alone: changed afterwards, it is to be proved again.</summary>
public sealed class EnterNewContactCode(NewContacts contacts, ContactCheck check, UpdateDrafts drafts, UpdateTasks tasks)
{
    /// <summary>The next task. Problems: those of the draft, <see cref="UpdateProblems.UnknownField"/>, those of <see cref="ContactCheck"/>, <see cref="UpdateProblems.ChangedElsewhere"/>.</summary>
    public async Task<Outcome<NextTask>> ExecuteAsync(Guid sessionId, Visitor visitor, string? name, string? typed, CancellationToken cancellationToken = default)
    {
        if (!(await contacts.FindAsync(sessionId, visitor, name, cancellationToken)).Try(out var contact, out var problem))
        {
            return problem;
        }

        // At a kiosk the resident enters it, in their own view.
        if (contact.Draft.Session.Visit is { IsDesk: true })
        {
            return SessionProblems.OutsidePurpose;
        }

        if (!(await check.EnterAsync(contact.HolderKey, ContactPurpose.NewContact, typed, visitor, cancellationToken)).Try(out var proved, out problem))
        {
            return problem;
        }

        if (!string.Equals(proved, contact.Text, StringComparison.Ordinal))
        {
            return OtpProblems.NoneActive;
        }

        return (await drafts.SaveAsync(contact.Draft, contact.Draft.Answers.WithProved(contact.Field.Name, proved))).Try(out var saved, out problem)
            ? NextTask.After(contact.Field.Name, await tasks.ListAsync(saved, contact.Form, cancellationToken))
            : problem;
    }
}
