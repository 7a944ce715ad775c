using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Contacts;

/// <summary>Shows what a browser that asked to verify a contact may know of its code.</summary>
public sealed class ShowContactVerification(CodeDesk desk, LookupKeys keys)
{
    /// <summary>The newest code this browser asked for. Problem: <see cref="OtpProblems.NoneActive"/>.</summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(string browserToken, CancellationToken cancellationToken = default) =>
        await desk.FindAsync(AskToVerifyContact.HolderKey(keys, browserToken), CodePurpose.VerifyContact, cancellationToken) is { } code ? code : OtpProblems.NoneActive;
}
