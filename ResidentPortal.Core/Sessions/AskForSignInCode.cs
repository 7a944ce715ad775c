using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Asks for a code to sign in with. The answer is the same whether or not the number exists, and comes before the platform is asked.</summary>
public sealed class AskForSignInCode(CodeDesk desk, LookupKeys keys)
{
    /// <summary>When the code was asked for and until when it may be entered. Problem: <see cref="OtpProblems.TooSoon"/>.</summary>
    public Task<Outcome<CodeAsked>> ExecuteAsync(SignInCodeWish wish, CancellationToken cancellationToken = default) => desk.TakeAsync(
        new CodeOrder(CodePurpose.SignIn, HolderKey(keys, wish.BrowserToken), wish.IndividualId, wish.Channel, wish.Language, wish.IsSharedDevice, wish.Visitor),
        cancellationToken);

    internal static string HolderKey(LookupKeys keys, string browserToken) => keys.Hash("code-holder", browserToken);
}

/// <summary>A wish for a code to sign in with.</summary>
/// <param name="IndividualId">The UIN or VID.</param>
/// <param name="Channel">Where the code is to go.</param>
/// <param name="BrowserToken">The random value of the code cookie: this browser alone may enter the code.</param>
/// <param name="IsSharedDevice">"This is not my phone".</param>
/// <param name="Language">The language of the page.</param>
/// <param name="Visitor">Who asks.</param>
public sealed record SignInCodeWish(IndividualId IndividualId, OtpChannel Channel, string BrowserToken, bool IsSharedDevice, Language Language, Visitor Visitor);
