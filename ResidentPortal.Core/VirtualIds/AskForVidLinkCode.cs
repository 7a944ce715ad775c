using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>Asks for the code that a link to a VID wants. It goes to the registered contacts of the VID's owner and nowhere else.</summary>
public sealed class AskForVidLinkCode(VidLinks links, CodeDesk desk, Vault vault)
{
    /// <summary>The code. Problems: <see cref="VirtualIdProblems.LinkGone"/>, <see cref="OtpProblems.TooSoon"/>.</summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(string? token, string browserToken, OtpChannel channel, Language language, Visitor visitor, CancellationToken cancellationToken = default) =>
        (await links.FindAsync(token, cancellationToken)).Try(out var row, out var problem)
            ? await desk.TakeAsync(
                new CodeOrder(CodePurpose.ShowVid, links.HolderKey(browserToken, row), vault.OpenIndividualId(row.SealedUin), channel, language, IsSharedDevice: true, visitor),
                cancellationToken)
            : problem;
}
