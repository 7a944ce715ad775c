using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>Shows what is behind a link to a VID: its type, until when the link works, and the code this browser asked for. Looking changes nothing.</summary>
public sealed class ShowVidLink(VidLinks links, CodeDesk desk)
{
    /// <summary>The link. Problem: <see cref="VirtualIdProblems.LinkGone"/>.</summary>
    public async Task<Outcome<VidLinkState>> ExecuteAsync(string? token, string? browserToken, CancellationToken cancellationToken = default) =>
        (await links.FindAsync(token, cancellationToken)).Try(out var row, out var problem)
            ? new VidLinkState(new VidType(row.VidType), row.ExpiresAt, browserToken is null ? null : await desk.FindAsync(links.HolderKey(browserToken, row), CodePurpose.ShowVid, cancellationToken))
            : problem;
}

/// <summary>A link to a VID.</summary>
/// <param name="Type">The type of the VID.</param>
/// <param name="ExpiresAt">Until when it works.</param>
/// <param name="Code">The code that was asked for here, if one was.</param>
public sealed record VidLinkState(VidType Type, DateTimeOffset ExpiresAt, CodeAsked? Code);
