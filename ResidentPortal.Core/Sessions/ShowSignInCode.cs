using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Shows what a browser that asked for a sign-in code may know of it.</summary>
public sealed class ShowSignInCode(CodeDesk desk, LookupKeys keys)
{
    /// <summary>The newest code this browser asked for. Problem: <see cref="OtpProblems.NoneActive"/>.</summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(string browserToken, CancellationToken cancellationToken = default) =>
        await desk.FindAsync(AskForSignInCode.HolderKey(keys, browserToken), CodePurpose.SignIn, cancellationToken) is { } code ? code : OtpProblems.NoneActive;
}
