using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Tracking;

/// <summary>Shows the code that this browser asked for to see the whole of a request.</summary>
public sealed class ShowTrackingCode(TrackedRequests requests, CodeDesk desk)
{
    /// <summary>The code. Problems: <see cref="TrackingProblems"/>, <see cref="OtpProblems.NoneActive"/>.</summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(string? typed, string browserToken, CancellationToken cancellationToken = default) =>
        !(await requests.FindAsync(typed, cancellationToken)).Try(out var tracked, out var problem) ? problem
            : await desk.FindAsync(requests.HolderKey(browserToken, tracked), CodePurpose.TrackRequest, cancellationToken) is { } code ? code
            : OtpProblems.NoneActive;
}
