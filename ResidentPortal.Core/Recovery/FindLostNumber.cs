using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Recovery;

/// <summary>
/// Takes the code that proves the contact, and hands the search to <see cref="FindLostNumbers"/>. The answer comes before the platform is asked, so that neither it nor its
/// time tells whether anybody is registered.
/// </summary>
public sealed class FindLostNumber(
    IDbContextFactory<PortalDbContext> databases, ContactCheck check, LookupKeys keys, Vault vault, WorkSignal<FindLostNumbers> searching, IOptions<RecoveryOptions> options, TimeProvider clock)
{
    private const int PasswordLength = 8;

    /// <summary>That the search was taken. Problems: those of <see cref="ContactCheck.EnterAsync"/>.</summary>
    public async Task<Outcome<LostNumberTaken>> ExecuteAsync(string browserToken, string? typedCode, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var holderKey = AskToFindLostNumber.HolderKey(keys, browserToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.LostNumbers.AsNoTracking().SingleOrDefaultAsync(one => one.LinkKey == holderKey && one.State == LostNumberState.Asked, cancellationToken);
        if (row is null || SoughtPerson.Of(vault, row) is not { } sought)
        {
            return OtpProblems.NoneActive;
        }

        if (!(await check.EnterAsync(holderKey, ContactPurpose.LostNumber, typedCode, visitor, cancellationToken)).Try(out var contact, out var problem))
        {
            return problem;
        }

        // What was proved is what is searched with.
        var password = RandomNumberGenerator.GetString(CardPassword.Unmistakable, PasswordLength);
        var (now, sealedSearch) = (clock.GetUtcNow(), (sought with { Contact = contact, Password = password }).Seal(vault));
        var isFirst = await db.LostNumbers.Where(one => one.Id == row.Id && one.State == LostNumberState.Asked).ExecuteUpdateAsync(
            update => update.SetProperty(one => one.State, LostNumberState.Open).SetProperty(one => one.SealedSearch, sealedSearch).SetProperty(one => one.NextTryAt, now)
                .SetProperty(one => one.LinkKey, (string?)null).SetProperty(one => one.ExpiresAt, (DateTimeOffset?)null),
            CancellationToken.None) == 1;
        searching.Raise();
        return isFirst ? new LostNumberTaken(password, options.Value.LinkHours) : OtpProblems.NoneActive;
    }
}

/// <summary>A search that was taken.</summary>
/// <param name="Password">What opens the file that may come. Shown once, here; whether a file comes it does not tell.</param>
/// <param name="LinkHours">For how many hours the link works that may come.</param>
public sealed record LostNumberTaken(string Password, int LinkHours)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(LostNumberTaken);
}

/// <summary>The finding of a lost number, as it stands in the ledger of its owner.</summary>
/// <param name="Kind">Which number.</param>
public sealed record FindLostNumberOrder(LostNumberKind Kind)
{
    internal string ToWish() => JsonSerializer.Serialize(this);

    internal static FindLostNumberOrder OfWish(string wish) => JsonSerializer.Deserialize<FindLostNumberOrder>(wish)!;
}
