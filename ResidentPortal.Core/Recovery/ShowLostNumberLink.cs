using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Recovery;

/// <summary>Shows what is behind the link to a lost number: which number it is, and until when it can be fetched. Looking changes nothing.</summary>
public sealed class ShowLostNumberLink(LostNumberShelf shelf)
{
    /// <summary>The link. Problem: <see cref="RecoveryProblems.Gone"/>.</summary>
    public async Task<Outcome<LostNumberLinkState>> ExecuteAsync(string? token, CancellationToken cancellationToken = default) =>
        (await shelf.FindAsync(token, cancellationToken)).Then(row => new LostNumberLinkState(row.Kind, row.ExpiresAt!.Value));
}

/// <summary>A link to a lost number.</summary>
/// <param name="Kind">Which number.</param>
/// <param name="ExpiresAt">Until when it works.</param>
public sealed record LostNumberLinkState(LostNumberKind Kind, DateTimeOffset ExpiresAt);
