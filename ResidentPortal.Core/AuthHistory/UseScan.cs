using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>Goes through the history of a person once, from the newest use to the oldest, a page of the platform's at a time.</summary>
public sealed class UseScan(IAuthHistory history, IOptions<AuthHistoryOptions> options)
{
    /// <summary>
    /// Shows every use to the looker until it has seen enough (false). The answer is whether the history goes on behind what is read at most. Problems:
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<bool>> RunAsync(Uin uin, IReadOnlyCollection<Vid> vids, Func<IdentityUse, bool> look, CancellationToken cancellationToken)
    {
        var (size, left) = (options.Value.PageRows, options.Value.MostRows);
        HashSet<IdentityUse> before = [];
        for (var page = 1; ; page++)
        {
            if (!(await history.ListAsync(uin, vids, page, size, cancellationToken)).Try(out var uses, out var problem))
            {
                return problem;
            }

            // A use slides onto the next page when a new one comes in front meanwhile.
            foreach (var use in uses.Where(use => !before.Contains(use)))
            {
                if (left-- == 0)
                {
                    return true;
                }

                if (!look(use))
                {
                    return false;
                }
            }

            if (uses.Count < size)
            {
                return false;
            }

            before = [.. uses];
        }
    }
}
