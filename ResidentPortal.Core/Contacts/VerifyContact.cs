using System.Text.Json;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Contacts;

/// <summary>
/// Writes down that a registered contact works, seen by a code that reached it (MOSIP <c>/validate-otp</c>). It stands in the owner's requests and is told to them; nobody is
/// signed in by it.
/// </summary>
public sealed class VerifyContact(CodeCheck check, IIdentityRegistry identities, ShownContacts shown, LookupKeys keys, Vault vault)
{
    /// <summary>The contact, masked. Problems: those of <see cref="CodeCheck.EnterAsync"/>.</summary>
    public async Task<Outcome<VerifiedContact>> ExecuteAsync(string browserToken, string? typedCode, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var entered = await check.EnterAsync(AskToVerifyContact.HolderKey(keys, browserToken), CodePurpose.VerifyContact, typedCode, visitor, cancellationToken);
        if (!entered.Try(out var code, out var problem)
            || !(await identities.FindAsync(vault.OpenIndividualId(code.SealedUin!), CancellationToken.None)).Try(out var identity, out problem))
        {
            return problem;
        }

        return (await shown.NoteAsync(new ProvedPerson(identity.Uin, code.PersonKey!), identity, code.Channel, code.Language)).Then(noted => noted.Contact);
    }
}

/// <summary>The showing of a contact, as it stands in the ledger.</summary>
/// <param name="Channel">Which contact.</param>
public sealed record VerifyContactOrder(OtpChannel Channel)
{
    internal string ToWish() => JsonSerializer.Serialize(this);

    internal static VerifyContactOrder OfWish(string wish) => JsonSerializer.Deserialize<VerifyContactOrder>(wish)!;
}

/// <summary>A contact that was seen to work.</summary>
/// <param name="Channel">What kind of contact it is.</param>
/// <param name="Masked">The contact as its owner recognises it.</param>
/// <param name="At">When it was seen.</param>
public sealed record VerifiedContact(OtpChannel Channel, string Masked, DateTimeOffset At)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(VerifiedContact);
}
