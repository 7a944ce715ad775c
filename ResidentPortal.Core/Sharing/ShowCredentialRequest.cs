using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Sharing;

/// <summary>Shows another program where a request stands that it made in a resident's name.</summary>
public sealed class ShowCredentialRequest(ClientRequests made, IPartnerCredentials credentials)
{
    /// <summary>Where it stands. Problems: <see cref="SharingProblems.UnknownRequest"/> (also what others asked for), <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<CredentialStanding>> ExecuteAsync(string? requestId, string client, CancellationToken cancellationToken = default) =>
        (await made.FindAsync(requestId, client, cancellationToken)).Try(out var row, out var problem)
            ? await credentials.FindAsync(row.PlatformRequestId!.Value, cancellationToken)
            : problem;
}
