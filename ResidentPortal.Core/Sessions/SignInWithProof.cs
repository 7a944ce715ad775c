using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Signs in a person whom somebody the portal trusts has proved: the sign-in is the same as after a code, and as fresh as that proof.</summary>
public sealed class SignInWithProof(
    IDbContextFactory<PortalDbContext> databases, SessionOpening opening, IIdentityRegistry identities, LookupKeys keys, Vault vault, AuditTrail trail, TimeProvider clock)
{
    /// <summary>
    /// The ticket for the cookie. Problems: <see cref="ProfileProblems.UnknownPerson"/>, <see cref="SessionProblems.NumberNotInUse"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<SessionTicket>> ExecuteAsync(PersonProof proof, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var found = await identities.FindAsync(proof.IndividualId, cancellationToken);
        if (!found.Try(out var identity, out var problem))
        {
            return await RefuseAsync(problem, keys.Person(proof.IndividualId));
        }

        if (identity.Status is not IdentityStatus.Activated)
        {
            return await RefuseAsync(SessionProblems.NumberNotInUse, keys.Person(identity.Uin));
        }

        var now = clock.GetUtcNow();
        var person = new ProvedPerson(keys.Person(identity.Uin), vault.Seal(IndividualId.Of(identity.Uin)), vault.Seal(proof.IndividualId), keys.Person(proof.IndividualId))
        {
            Language = proof.Language.Code,

            // Codes for sensitive acts come by the way that most people have; on the code's page the other can be chosen.
            Channel = identity.Phone is null && identity.Email is not null ? OtpChannel.Email : OtpChannel.Phone,
            IsSharedDevice = proof.IsSharedDevice,
            ProvedAt = proof.At < now ? proof.At : now,
            Allowed = string.Join(' ', proof.Allowed),
        };
        return await opening.OpenAsync(person, visitor);
    }

    private async Task<Problem> RefuseAsync(Problem problem, string personKey)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await trail.AppendAsync(db, AuditEvent.SignedIn, AuditResult.Failure, personKey, note: problem.Key);
        await transaction.CommitAsync(CancellationToken.None);
        return problem;
    }
}

/// <summary>What was proved of a person elsewhere.</summary>
/// <param name="IndividualId">The UIN or VID of the person.</param>
/// <param name="At">When the person showed who they are.</param>
/// <param name="Allowed">What the person allowed the portal to do, in the words of the one who proved it.</param>
/// <param name="IsSharedDevice">"This is not my phone".</param>
/// <param name="Language">The language of the page.</param>
public sealed record PersonProof(IndividualId IndividualId, DateTimeOffset At, IReadOnlyCollection<string> Allowed, bool IsSharedDevice, Language Language);
