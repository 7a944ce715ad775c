using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Sharing;

/// <summary>Lists the platform's organisations of a type as it has them, for other programs that let a resident choose.</summary>
public sealed class ListPartnersOfType(LiveSessions sessions, IPartners partners)
{
    private const int LongestType = 64;

    /// <summary>The organisations of a type, or of all types. Problems: those of the sign-in, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<IReadOnlyList<ListedPartner>>> ExecuteAsync(Guid sessionId, string? type, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out _, out var problem))
        {
            return problem;
        }

        return string.IsNullOrEmpty(type) ? await partners.ListAllAsync(type: null, cancellationToken)
            : type.Length <= LongestType && type.All(letter => char.IsAsciiLetter(letter) || letter is '_') ? await partners.ListAllAsync(type, cancellationToken)
            : Array.Empty<ListedPartner>();
    }
}
