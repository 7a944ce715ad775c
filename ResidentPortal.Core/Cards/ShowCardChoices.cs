using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Core.Cards;

/// <summary>Shows which numbers a resident may have on a card, and whose password it will get.</summary>
public sealed class ShowCardChoices(LiveSessions sessions, ShowVids vids, IOptions<CardOptions> options)
{
    /// <summary>The choices; without VIDs where their list cannot be read now. Problems: those of the sign-in.</summary>
    public async Task<Outcome<CardChoices>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        var listed = await vids.ExecuteAsync(sessionId, cancellationToken);
        return new CardChoices(session.Uin.ToString(), listed.Try(out var overview, out _) ? overview.Vids : [], options.Value.Password, options.Value.FetchMinutes);
    }
}

/// <summary>What may be chosen for a card.</summary>
/// <param name="MaskedUin">The UIN, masked as the card would print it.</param>
/// <param name="Vids">The VIDs that may stand in its place.</param>
/// <param name="Password">Whose password it will get.</param>
/// <param name="Minutes">For how long the file can be fetched.</param>
public sealed record CardChoices(string MaskedUin, IReadOnlyList<VidEntry> Vids, CardPasswordRule Password, int Minutes);
