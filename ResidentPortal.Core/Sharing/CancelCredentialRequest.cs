using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Sharing;

/// <summary>
/// Takes back a request that another program made in a resident's name, as long as nothing was handed over. The platform asks for no code there, and none is needed: less is shared by it
/// and not more. The resident is told.
/// </summary>
public sealed class CancelCredentialRequest(ClientRequests made, IPartnerCredentials credentials, IShareRequests requests, ShareActs acts)
{
    /// <summary>
    /// The request as it was. Problems: <see cref="SharingProblems.UnknownRequest"/> (also what others asked for), <see cref="SharingProblems.TooLate"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="CommonProblems.OutcomeUnknown"/>.
    /// </summary>
    public async Task<Outcome<CredentialStanding>> ExecuteAsync(string? requestId, string client, CancellationToken cancellationToken = default)
    {
        if (!(await made.FindAsync(requestId, client, cancellationToken)).Try(out var row, out var problem)
            || !(await credentials.FindAsync(row.PlatformRequestId!.Value, cancellationToken)).Try(out var standing, out problem)
            || !(await requests.TakeBackAsync(row.PlatformRequestId!.Value, CancellationToken.None)).Try(out _, out problem))
        {
            return problem;
        }

        // An order of a printed card is followed by its own looks, which see the same.
        if (row.Kind is ActKind.ShareData)
        {
            await acts.EndTakenBackAsync(row.EventId);
        }

        return standing;
    }
}
