using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Asks for another sign-in code for the number this browser gave before, by the same or the other channel, so that nothing is typed twice.</summary>
public sealed class AskForSignInCodeAgain(CodeDesk desk, LookupKeys keys)
{
    /// <summary>The new code. Problems: <see cref="OtpProblems.NoneActive"/> where nothing was asked for here before, <see cref="OtpProblems.TooSoon"/>.</summary>
    public Task<Outcome<CodeAsked>> ExecuteAsync(string browserToken, OtpChannel channel, Visitor visitor, CancellationToken cancellationToken = default) =>
        desk.TakeAgainAsync(AskForSignInCode.HolderKey(keys, browserToken), CodePurpose.SignIn, channel, visitor, cancellationToken);
}
