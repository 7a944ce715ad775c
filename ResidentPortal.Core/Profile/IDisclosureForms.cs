using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Profile;

/// <summary>What the country lets residents choose of their data, to share it or to have it on a card (MOSIP's UI specifications <c>share-credential</c> and <c>personalized-card</c>).</summary>
public interface IDisclosureForms
{
    /// <summary>The form for a use, kept for a while. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<DisclosureForm>> FindAsync(DisclosureUse use, CancellationToken cancellationToken);
}

/// <summary>The platform's record of what a form offers (MOSIP ID repository <c>/identity/idvid</c>).</summary>
public interface IDisclosureRecords
{
    /// <summary>
    /// The attributes of the form that the record of a person has; for a card in words where the record has codes. Problems: <see cref="ProfileProblems.UnknownPerson"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<DisclosureRecord>> FindAsync(Uin uin, DisclosureForm form, CancellationToken cancellationToken);
}
