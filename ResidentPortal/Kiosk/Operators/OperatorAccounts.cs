using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>Adds accounts, suspends and reopens them, and makes links to join. There is no default password: an account without its link used opens nothing.</summary>
internal sealed class OperatorAccounts(OperatorDbContext db, UserManager<OperatorAccount> accounts, LookupKeys keys, EndDutiesOfOperator end, NoteOperator note, TimeProvider clock)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(24);

    /// <summary>All accounts, by number.</summary>
    public async Task<IReadOnlyList<OperatorAccount>> ListAsync(CancellationToken cancellationToken) => await db.Users.AsNoTracking().OrderBy(row => row.NormalizedUserName).ToListAsync(cancellationToken);

    /// <summary>Adds an account that nobody can sign in with yet, and its link.</summary>
    public async Task<Outcome<JoinLink>> AddAsync(OperatorWish wish, Duty? by = null)
    {
        if (wish.Judge().FirstOrDefault() is { } problem)
        {
            return problem;
        }

        var uin = Uin.Parse(wish.Uin, out _);
        var link = NewLink(Guid.NewGuid().ToString());
        var account = new OperatorAccount
        {
            Id = link.AccountId, UserName = wish.Number!.Trim().ToUpperInvariant(), Name = wish.Name!.Trim(), CentreCode = wish.CentreCode!.Trim(), PersonKey = keys.Person(uin!),
            IsSupervisor = wish.IsSupervisor, JoinKey = keys.Hash("operator-join", link.Token), JoinUntil = link.Until, CreatedAt = clock.GetUtcNow(),
        };
        account.WriteHours(wish.Hours!);
        if (!await CreateAsync(account))
        {
            return OperatorProblems.NumberTaken;
        }

        await note.ExecuteAsync(OperatorAct.Added, account.UserName, by?.OperatorNumber, CancellationToken.None);
        return link;
    }

    /// <summary>Makes a new link: what the account could be signed in with until now is gone, and so is the duty that was begun with it.</summary>
    public async Task<Outcome<JoinLink>> MakeLinkAsync(string accountId, Duty by)
    {
        var link = NewLink(accountId);
        var key = keys.Hash("operator-join", link.Token);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var found = await db.Users.Where(row => row.Id == accountId && row.SuspendedAt == null).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.JoinKey, key).SetProperty(row => row.JoinUntil, (DateTimeOffset?)link.Until)
            .SetProperty(row => row.PasswordHash, (string?)null).SetProperty(row => row.SealedCodeKey, (string?)null).SetProperty(row => row.TwoFactorEnabled, false)
            .SetProperty(row => row.AccessFailedCount, 0).SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null));
        await db.UserPasskeys.Where(row => row.UserId == accountId).ExecuteDeleteAsync();
        await transaction.CommitAsync();
        if (found == 0)
        {
            return CommonProblems.NotFound;
        }

        await EndAsync(OperatorAct.Linked, accountId, by);
        return link;
    }

    /// <summary>Suspends an account: nobody signs in with it, and its duty and visit end now.</summary>
    public async Task<Outcome<Done>> SuspendAsync(string accountId, Duty by)
    {
        if (string.Equals(accountId, by.OperatorId, StringComparison.Ordinal))
        {
            return OperatorProblems.OwnAccount;
        }

        var now = clock.GetUtcNow();
        var found = await db.Users.Where(row => row.Id == accountId && row.SuspendedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SuspendedAt, (DateTimeOffset?)now).SetProperty(row => row.JoinKey, (string?)null));
        if (found == 0)
        {
            return await AnotherPressAsync(accountId);
        }

        await EndAsync(OperatorAct.Suspended, accountId, by);
        return default(Done);
    }

    /// <summary>Lets a suspended account sign in again, with what it had.</summary>
    public async Task<Outcome<Done>> ReopenAsync(string accountId, Duty by)
    {
        var found = await db.Users.Where(row => row.Id == accountId && row.SuspendedAt != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.SuspendedAt, (DateTimeOffset?)null));
        return found == 1 ? await note.ExecuteAsync(OperatorAct.Reopened, await NumberAsync(accountId), by.OperatorNumber, CancellationToken.None) : await AnotherPressAsync(accountId);
    }

    // Identity looks whether the number is taken, and the database is asked last: two supervisors may add the same one at the same moment.
    private async Task<bool> CreateAsync(OperatorAccount account)
    {
        try
        {
            return (await accounts.CreateAsync(account)).Succeeded;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Users.AnyAsync(row => row.NormalizedUserName == account.UserName && row.Id != account.Id))
            {
                return false;
            }

            throw;
        }
    }

    // A second press changes nothing. What nobody has is not found.
    private async Task<Outcome<Done>> AnotherPressAsync(string accountId) => await db.Users.AnyAsync(row => row.Id == accountId) ? default(Done) : CommonProblems.NotFound;

    private async Task EndAsync(OperatorAct act, string accountId, Duty by)
    {
        await end.ExecuteAsync(accountId, CancellationToken.None);
        await note.ExecuteAsync(act, await NumberAsync(accountId), by.OperatorNumber, CancellationToken.None);
    }

    private Task<string?> NumberAsync(string accountId) => db.Users.Where(row => row.Id == accountId).Select(row => row.UserName).SingleAsync();

    private JoinLink NewLink(string accountId) => new(accountId, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), clock.GetUtcNow() + LinkLife);
}
