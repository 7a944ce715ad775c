using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates.Whole;

/// <summary>Hands in the change of a phone number or e-mail address that a code has reached (MOSIP <c>/contact-details/update-data</c>): an update of one field, sent whole.</summary>
public sealed class ChangeContact(ContactChanges changes, ContactCheck check, SubmitUpdate submit, TimeProvider clock)
{
    /// <summary>
    /// The event id of the act. Problems: those of <see cref="ContactChanges.ReadAsync"/>, <see cref="CommonProblems.FreshCodeNeeded"/>, those of <see cref="ContactCheck.EnterAsync"/>,
    /// those of <see cref="SubmitUpdate"/>.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, Visitor visitor, ContactChangeWish wish, string? typedCode, CancellationToken cancellationToken = default)
    {
        if (!(await changes.ReadAsync(sessionId, wish, cancellationToken)).Try(out var change, out var problem))
        {
            return problem;
        }

        // Before the code is used up: whoever has to sign in again can still enter it.
        if (clock.GetUtcNow() >= change.Session.FreshUntil)
        {
            return CommonProblems.FreshCodeNeeded;
        }

        if (!(await check.EnterAsync(change.HolderKey, ContactPurpose.NewContact, typedCode, visitor, cancellationToken)).Try(out var proved, out problem))
        {
            return problem;
        }

        if (!string.Equals(proved, change.Contact, StringComparison.Ordinal))
        {
            return OtpProblems.NoneActive;
        }

        var submission = new UpdateSubmission(
            Guid.NewGuid(),
            new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal) { [change.Field] = new Dictionary<string, string>(StringComparer.Ordinal) { [string.Empty] = change.Contact } },
            IsConsented: true)
        {
            Proved = new Dictionary<string, string>(StringComparer.Ordinal) { [change.Field] = change.Contact },
        };
        return await submit.ExecuteAsync(sessionId, submission, CancellationToken.None);
    }
}
