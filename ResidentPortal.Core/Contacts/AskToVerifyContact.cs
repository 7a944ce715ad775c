using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Contacts;

/// <summary>Asks for the platform's code to a registered contact, to show that it works. The answer is the same whether or not the number exists, and comes before the platform is asked.</summary>
public sealed class AskToVerifyContact(CodeDesk desk, LookupKeys keys)
{
    /// <summary>When the code was asked for and until when it may be entered. Problem: <see cref="OtpProblems.TooSoon"/>.</summary>
    public Task<Outcome<CodeAsked>> ExecuteAsync(VerifyContactWish wish, CancellationToken cancellationToken = default) => desk.TakeAsync(
        new CodeOrder(CodePurpose.VerifyContact, HolderKey(keys, wish.BrowserToken), wish.IndividualId, wish.Channel, wish.Language, IsSharedDevice: true, wish.Visitor),
        cancellationToken);

    internal static string HolderKey(LookupKeys keys, string browserToken) => keys.Hash("code-holder-verify", browserToken);
}

/// <summary>A wish to see that a registered contact works.</summary>
/// <param name="IndividualId">The UIN or VID.</param>
/// <param name="Channel">Which contact.</param>
/// <param name="BrowserToken">The random value of the code cookie: this browser alone may enter the code.</param>
/// <param name="Language">The language of the page.</param>
/// <param name="Visitor">Who asks.</param>
public sealed record VerifyContactWish(IndividualId IndividualId, OtpChannel Channel, string BrowserToken, Language Language, Visitor Visitor);
