using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Cards;

/// <summary>Shows what is behind a link to a card: until when it works, and the code this browser asked for.</summary>
public sealed class ShowCardLink(CardLinks links, CodeDesk desk)
{
    /// <summary>The link. Problem: <see cref="CardProblems.Gone"/>.</summary>
    public async Task<Outcome<CardLinkState>> ExecuteAsync(string? token, string? browserToken, CancellationToken cancellationToken = default) =>
        (await links.FindAsync(token, cancellationToken)).Try(out var row, out var problem)
            ? new CardLinkState(row.ExpiresAt, browserToken is null ? null : await desk.FindAsync(links.HolderKey(browserToken, row), CodePurpose.FetchCard, cancellationToken))
            : problem;
}

/// <summary>A link to a card.</summary>
/// <param name="ExpiresAt">Until when it works.</param>
/// <param name="Code">The code that was asked for here, if one was.</param>
public sealed record CardLinkState(DateTimeOffset ExpiresAt, CodeAsked? Code);
