using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>
/// Judges the password and the code of an operator. A number that nobody has, a wrong password, an account that rests or is suspended are answered alike, and each is
/// hashed for. A try is taken before it is judged, so that a hundred at once are not judged as one.
/// </summary>
internal sealed partial class OperatorFactors(
    IDbContextFactory<OperatorDbContext> databases, IPasswordHasher<OperatorAccount> hasher, OperatorTries tries, NoteOperator note, Vault vault, IOptions<OperatorIamOptions> iam, ILogger<OperatorFactors> logger, TimeProvider clock)
{
    /// <summary>How many wrong tries an account has before it rests.</summary>
    public const int Tries = 5;

    /// <summary>What the key of codes is sealed for.</summary>
    public const string CodeKeyPurpose = "operator-code-key";

    /// <summary>How long an account rests after that.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<OperatorAccount>().HashPassword(new OperatorAccount(), Guid.NewGuid().ToString()));

    /// <summary>The account where number and password go together. A code is still to come: nothing is opened by this.</summary>
    public async Task<Outcome<OperatorAccount>> TryPasswordAsync(string? number, string? password, Visitor visitor, CancellationToken cancellationToken)
    {
        var nobodys = NobodysHash.Value;
        if (await tries.JudgeAsync(visitor, cancellationToken) is { } tooMany)
        {
            return tooMany;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var name = number?.Trim().ToUpperInvariant() ?? string.Empty;
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedUserName == name, cancellationToken);
        var isTaken = await TakeTryAsync(db, account?.Id);
        var typed = password is { Length: <= PasswordRules.Longest } ? password : string.Empty;
        var judged = hasher.VerifyHashedPassword(account ?? new OperatorAccount(), account?.PasswordHash ?? nobodys, typed);
        if (account?.PasswordHash is null || account.SealedCodeKey is null || !isTaken || judged is PasswordVerificationResult.Failed)
        {
            await RefuseAsync(db, account, OperatorAct.PasswordRefused, visitor);
            return OperatorProblems.SignInWrong;
        }

        // Right so far: what is wrong from here on is counted at the code.
        await db.Users.Where(row => row.Id == account.Id && row.AccessFailedCount > 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount - 1), CancellationToken.None);
        return account;
    }

    /// <summary>The account where the code is its newest one, and was not taken before.</summary>
    public async Task<Outcome<OperatorAccount>> TryCodeAsync(string accountId, string? code, Visitor visitor, CancellationToken cancellationToken)
    {
        if (await tries.JudgeAsync(visitor, cancellationToken) is { } tooMany)
        {
            return tooMany;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var isTaken = await TakeTryAsync(db, accountId);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == accountId, cancellationToken);
        var key = vault.Open(CodeKeyPurpose, account?.SealedCodeKey);
        var step = key is null ? null : TotpCodes.StepOf(key, Digits(code), clock.GetUtcNow());
        if (account is null || !isTaken || step is null || !await TakeStepAsync(db, accountId, step.Value))
        {
            await RefuseAsync(db, account, OperatorAct.CodeRefused, visitor);
            return OperatorProblems.CodeWrong;
        }

        await db.Users.Where(row => row.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccessFailedCount, 0), CancellationToken.None);
        return account;
    }

    /// <summary>The digits of a typed code, without the spaces that people put between.</summary>
    internal static string Digits(string? typed) => string.Concat((typed ?? string.Empty).Where(letter => !char.IsWhiteSpace(letter)).Select(letter => char.IsDigit(letter) ? (char)('0' + char.GetNumericValue(letter)) : letter));

    private async Task<bool> TakeTryAsync(OperatorDbContext db, string? accountId)
    {
        // Where operators come from elsewhere, no account of here opens anything.
        var (now, isOff) = (clock.GetUtcNow(), iam.Value.IsOn);
        return !isOff && await db.Users.Where(row => row.Id == accountId && row.SuspendedAt == null && row.AccessFailedCount < Tries && (row.LockoutEnd == null || row.LockoutEnd <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount + 1), CancellationToken.None) == 1;
    }

    private static async Task<bool> TakeStepAsync(OperatorDbContext db, string accountId, long step) =>
        await db.Users.Where(row => row.Id == accountId && row.LastCodeStep < step).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastCodeStep, step), CancellationToken.None) == 1;

    private async Task RefuseAsync(OperatorDbContext db, OperatorAccount? account, OperatorAct act, Visitor visitor)
    {
        var until = clock.GetUtcNow() + Rest;
        var accountId = account?.Id;
        await db.Users.Where(row => row.Id == accountId && row.AccessFailedCount >= Tries)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AccessFailedCount, 0).SetProperty(row => row.LockoutEnd, (DateTimeOffset?)until), CancellationToken.None);
        await tries.NoteAsync(visitor);
        await note.ExecuteAsync(act, account?.UserName, by: null, CancellationToken.None);
        Log.Refused(logger, act, accountId);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "{Act}; account {Account}")]
        public static partial void Refused(ILogger logger, OperatorAct act, string? account);
    }
}
