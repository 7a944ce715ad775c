using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Profile;

/// <summary>Shows a resident who the portal takes them for: their name in the language of the page, their number and contacts masked.</summary>
public sealed class ShowProfile(LiveSessions sessions, IIdentityRegistry identities)
{
    /// <summary>The profile. Problems: those of the sign-in, <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="ProfileProblems.UnknownPerson"/>.</summary>
    public async Task<Outcome<ResidentProfile>> ExecuteAsync(Guid sessionId, Language language, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await identities.FindAsync(IndividualId.Of(session.Uin), cancellationToken)).Try(out var identity, out problem))
        {
            return problem;
        }

        var name = identity.Names.TryGetValue(language.Code, out var inLanguage) ? (language.Code, inLanguage) : identity.Names.Select(pair => (pair.Key, pair.Value)).FirstOrDefault();
        return new ResidentProfile(name.Item2, name.Item1, session.Uin.ToString(), ContactMask.Phone(identity.Phone), ContactMask.Email(identity.Email)) { Phone = identity.Phone, Email = identity.Email };
    }
}

/// <summary>A resident's own profile.</summary>
/// <param name="Name">The name, or null where the record has none.</param>
/// <param name="NameLanguage">MOSIP's code of the language the name is in.</param>
/// <param name="MaskedUin">The UIN with its last four digits.</param>
/// <param name="MaskedPhone">The phone with its last four digits, or null.</param>
/// <param name="MaskedEmail">The e-mail with its first letter and domain, or null.</param>
public sealed record ResidentProfile(string? Name, string? NameLanguage, string MaskedUin, string? MaskedPhone, string? MaskedEmail)
{
    /// <summary>The phone whole, for the owner's own program; no page shows it.</summary>
    public string? Phone { get; init; }

    /// <summary>The e-mail address whole, likewise.</summary>
    public string? Email { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(ResidentProfile);
}
