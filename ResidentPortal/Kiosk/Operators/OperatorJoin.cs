using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>How a new operator chooses to sign in: by a link that works once, and ends with two factors or with nothing.</summary>
internal sealed class OperatorJoin(OperatorDbContext db, UserManager<OperatorAccount> accounts, LookupKeys keys, NoteOperator note, Vault vault, IOptions<OperatorIamOptions> iam, TimeProvider clock)
{
    /// <summary>The account a link is for; null where it was used or is too old.</summary>
    public async Task<OperatorAccount?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        if (token is not { Length: > 20 and < 100 } || iam.Value.IsOn)
        {
            return null;
        }

        var (key, now) = (KeyOf(token), clock.GetUtcNow());
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.JoinKey == key && row.JoinUntil > now && row.SuspendedAt == null, cancellationToken);
    }

    /// <summary>The hash under which a link is kept.</summary>
    public string KeyOf(string token) => keys.Hash("operator-join", token);

    /// <summary>What stands between the choice of a password and the code of the app.</summary>
    public FactorState Choose(OperatorAccount account, string password) =>
        new(account.Id, account.JoinKey, accounts.PasswordHasher.HashPassword(account, password), TotpCodes.NewKey());

    /// <summary>Takes the chosen password and the app, once the app has shown a right code.</summary>
    public async Task<Outcome<Done>> FinishAsync(FactorState state, string? code, CancellationToken cancellationToken)
    {
        if (state is not { JoinKey: { } key, PasswordHash: { } hash, CodeKey: { } codeKey })
        {
            return OperatorProblems.JoinOver;
        }

        var now = clock.GetUtcNow();
        if (TotpCodes.StepOf(codeKey, OperatorFactors.Digits(code), now) is not { } step)
        {
            return OperatorProblems.CodeWrong;
        }

        var sealedKey = vault.Seal(OperatorFactors.CodeKeyPurpose, codeKey);
        var taken = await Open(state.AccountId, key, now).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.JoinKey, (string?)null).SetProperty(row => row.PasswordHash, hash).SetProperty(row => row.SealedCodeKey, sealedKey)
                .SetProperty(row => row.LastCodeStep, step).SetProperty(row => row.TwoFactorEnabled, true),
            cancellationToken);
        return taken == 1 ? await JoinedAsync(state.AccountId) : OperatorProblems.JoinOver;
    }

    /// <summary>Takes a passkey.</summary>
    public async Task<Outcome<Done>> FinishAsync(OperatorAccount account, UserPasskeyInfo passkey)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var taken = await Open(account.Id, account.JoinKey!, clock.GetUtcNow())
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.JoinKey, (string?)null).SetProperty(row => row.TwoFactorEnabled, true), CancellationToken.None);
        if (taken != 1)
        {
            return OperatorProblems.JoinOver;
        }

        var known = await accounts.FindByIdAsync(account.Id);
        await accounts.AddOrUpdatePasskeyAsync(known!, passkey);
        await transaction.CommitAsync(CancellationToken.None);
        return await JoinedAsync(account.Id);
    }

    private async Task<Outcome<Done>> JoinedAsync(string accountId)
    {
        var number = await db.Users.Where(row => row.Id == accountId).Select(row => row.UserName).SingleAsync(CancellationToken.None);
        return await note.ExecuteAsync(OperatorAct.Joined, number, by: null, CancellationToken.None);
    }

    private IQueryable<OperatorAccount> Open(string accountId, string key, DateTimeOffset now) =>
        db.Users.Where(row => row.Id == accountId && row.JoinKey == key && row.JoinUntil > now && row.SuspendedAt == null);
}
