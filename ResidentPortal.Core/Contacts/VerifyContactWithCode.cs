using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Contacts;

/// <summary>
/// Judges a code for a program that wants to know nothing but whether it is right (MOSIP <c>/validate-otp</c>). A code that was sent by one way alone shows that this contact
/// works.
/// </summary>
public sealed class VerifyContactWithCode(ProgramCodeCheck check, IIdentityRegistry identities, ShownContacts shown, OfferedLanguages languages)
{
    /// <summary>The event id, where a contact was shown to work. Problems: those of <see cref="ProgramCodeCheck"/>.</summary>
    public async Task<Outcome<CheckedCode>> ExecuteAsync(CodeProof proof, CancellationToken cancellationToken = default)
    {
        if (!(await check.EnterAsync(proof, cancellationToken)).Try(out var entered, out var problem))
        {
            return problem;
        }

        // The code was right, whatever else: what cannot be noted now is not the program's concern.
        return entered.Channel is { } channel
            && (await identities.FindAsync(IndividualId.Of(entered.Person.Uin), CancellationToken.None)).Try(out var identity, out _)
            && (await shown.NoteAsync(entered.Person, identity, channel, languages.All[0].Code)).Try(out var noted, out _)
            ? new CheckedCode(noted.EventId)
            : new CheckedCode(EventId: null);
    }
}

/// <summary>A code that was right.</summary>
/// <param name="EventId">The number under which it stands that a contact was shown to work; null where it showed none.</param>
public sealed record CheckedCode(EventId? EventId);
