using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Recovery;

/// <summary>Asks for another code to the contact this browser typed before, so that nothing is typed twice.</summary>
public sealed class AskToFindLostNumberAgain(IDbContextFactory<PortalDbContext> databases, ContactDesk desk, LookupKeys keys, Vault vault)
{
    /// <summary>The new code. Problems: <see cref="OtpProblems.NoneActive"/> where nothing was asked for here before, <see cref="OtpProblems.TooSoon"/>.</summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(string browserToken, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var holderKey = AskToFindLostNumber.HolderKey(keys, browserToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.LostNumbers.AsNoTracking().SingleOrDefaultAsync(row => row.LinkKey == holderKey && row.State == LostNumberState.Asked, cancellationToken) is { } row
            && SoughtPerson.Of(vault, row) is { } sought
            ? await desk.TakeAsync(
                new ContactOrder(ContactPurpose.LostNumber, holderKey, sought.Contact, sought.Channel, Language.Find(row.Language) ?? Language.English, visitor), cancellationToken)
            : OtpProblems.NoneActive;
    }
}
