using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Signs a resident in with the code that this browser asked for. A sign-in on a new device, or after wrong codes, is told to the resident.</summary>
public sealed class SignIn(CodeCheck check, SessionOpening opening, LookupKeys keys)
{
    /// <summary>The ticket for the cookie. Problems: those of <see cref="CodeCheck.EnterAsync"/>.</summary>
    public async Task<Outcome<SessionTicket>> ExecuteAsync(string browserToken, string? typedCode, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var entered = await check.EnterAsync(AskForSignInCode.HolderKey(keys, browserToken), CodePurpose.SignIn, typedCode, visitor, cancellationToken);
        return entered.Try(out var code, out var problem)
            ? await opening.OpenAsync(
                new ProvedPerson(code.PersonKey!, code.SealedUin!, code.SealedIndividualId, code.IdentifierKey) { Language = code.Language, Channel = code.Channel, IsSharedDevice = code.IsSharedDevice },
                visitor)
            : problem;
    }
}
