using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Contacts;

/// <summary>Asks for another code for the number this browser gave before, to the same or the other contact, so that nothing is typed twice.</summary>
public sealed class AskToVerifyContactAgain(CodeDesk desk, LookupKeys keys)
{
    /// <summary>The new code. Problems: <see cref="OtpProblems.NoneActive"/> where nothing was asked for here before, <see cref="OtpProblems.TooSoon"/>.</summary>
    public Task<Outcome<CodeAsked>> ExecuteAsync(string browserToken, OtpChannel channel, Visitor visitor, CancellationToken cancellationToken = default) =>
        desk.TakeAgainAsync(AskToVerifyContact.HolderKey(keys, browserToken), CodePurpose.VerifyContact, channel, visitor, cancellationToken);
}
