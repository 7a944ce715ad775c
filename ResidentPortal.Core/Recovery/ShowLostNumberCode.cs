using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Recovery;

/// <summary>Shows what a browser that looks for a lost number may know of its code.</summary>
public sealed class ShowLostNumberCode(ContactDesk desk, LookupKeys keys)
{
    /// <summary>The newest code this browser asked for. Problem: <see cref="OtpProblems.NoneActive"/>.</summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(string browserToken, CancellationToken cancellationToken = default) =>
        await desk.FindAsync(AskToFindLostNumber.HolderKey(keys, browserToken), ContactPurpose.LostNumber, cancellationToken) is { } code ? code : OtpProblems.NoneActive;
}
