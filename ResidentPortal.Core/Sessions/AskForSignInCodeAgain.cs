using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Asks for another sign-in code for the number this browser gave before, by the same or the other channel, so that nothing is typed twice.</summary>
public sealed class AskForSignInCodeAgain(IDbContextFactory<PortalDbContext> databases, CodeDesk desk, LookupKeys keys, Vault vault)
{
    /// <summary>The new code. Problems: <see cref="OtpProblems.NoneActive"/> where nothing was asked for here before, <see cref="OtpProblems.TooSoon"/>.</summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(string browserToken, OtpChannel channel, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var holderKey = AskForSignInCode.HolderKey(keys, browserToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var before = await db.Codes.AsNoTracking().Where(row => row.HolderKey == holderKey && row.Purpose == CodePurpose.SignIn).OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancellationToken);
        return before is null || before.State is CodeState.Used
            ? OtpProblems.NoneActive
            : await desk.TakeAsync(
                new CodeOrder(
                    CodePurpose.SignIn, holderKey, vault.OpenIndividualId(before.SealedIndividualId), channel, Language.Find(before.Language) ?? Language.English, before.IsSharedDevice, visitor),
                cancellationToken);
    }
}
