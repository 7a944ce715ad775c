using Microsoft.Extensions.Options;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>Has a statement signed by the platform's key manager where it signs files of this portal; a statement says of itself whether it is signed.</summary>
public sealed class SignAuthHistory(LiveSessions sessions, ICardSigner signer, IOptions<CardOptions> options)
{
    /// <summary>The file, written by the caller as one that is signed or as one that is not. Problems: those of the sign-in.</summary>
    public async Task<Outcome<byte[]>> ExecuteAsync(Guid sessionId, Func<bool, byte[]> write, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out _, out var problem))
        {
            return problem;
        }

        if (options.Value.Protection is not CardProtection.KeyManager)
        {
            return write(false);
        }

        // Without a password: it is handed to its owner at once, who may give it to others.
        var signed = await signer.SignAsync(write(true), password: null, cancellationToken);
        return signed.Try(out var file, out _) ? file : write(false);
    }
}
