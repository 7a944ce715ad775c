using System.Globalization;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Sharing;

/// <summary>Lists the organisations that data may be shared with, all of them or those with some letters in their names.</summary>
public sealed class ListPartners(LiveSessions sessions, IPartners partners)
{
    private static readonly CompareInfo Comparing = CultureInfo.InvariantCulture.CompareInfo;

    /// <summary>The organisations by name. Problems: those of the sign-in, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<IReadOnlyList<Partner>>> ExecuteAsync(Guid sessionId, string? name, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out _, out var problem)
            || !(await partners.ListAsync(cancellationToken)).Try(out var all, out problem))
        {
            return problem;
        }

        var wanted = name?.Trim() ?? string.Empty;
        return all.Where(partner => wanted.Length == 0 || Comparing.IndexOf(partner.Name, wanted, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0).ToList();
    }
}
