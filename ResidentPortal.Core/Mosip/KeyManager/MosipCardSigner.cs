using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.KeyManager;

/// <summary>Key manager over the wire: a file goes out, and comes back signed and protected. Nothing is changed by it, so a second try is allowed.</summary>
internal sealed class MosipCardSigner(MosipCall call, IKeyManagerApi api, PlatformClock platformClock, IOptions<MosipOptions> options) : ICardSigner
{
    private const string Service = "KeyManager";

    private static readonly MosipOperation SignPdf = new(
        Service,
        nameof(SignPdf),
        Sending.Read,
        MosipOperation.Table(
            (CommonProblems.Refused, ["KER-KMS-002", "KER-KMS-005", "KER-KMS-006", "KER-KMS-020"]),
            (CommonProblems.ServiceUnavailable, ["KER-KMS-012", "KER-KMS-500"])))
    {
        MaxResponseBytes = 8 * 1024 * 1024,
    };

    /// <inheritdoc/>
    public Task<Outcome<byte[]>> SignAsync(byte[] pdf, string? password, CancellationToken cancellationToken)
    {
        var (data, signing) = (Convert.ToBase64String(pdf), options.Value.Signing);
        return call.AskAsync(
            SignPdf,
            (cookie, attempt) =>
            {
                var now = platformClock.Stamp(Service);
                var request = new PdfToSign
                {
                    ApplicationId = signing.ApplicationId,
                    ReferenceId = signing.ReferenceId,
                    TimeStamp = now,
                    Data = data,
                    LowerLeftX = signing.LowerLeftX,
                    LowerLeftY = signing.LowerLeftY,
                    UpperRightX = signing.UpperRightX,
                    UpperRightY = signing.UpperRightY,
                    Reason = signing.Reason,
                    Password = password,
                };
                return api.SignPdfAsync(cookie, new KernelRequest<PdfToSign>(request) { RequestTime = now }, attempt);
            },
            Read,
            cancellationToken);
    }

    private static Outcome<byte[]> Read(JsonElement response) =>
        response.Bytes("data") is { } file && file.AsSpan().StartsWith("%PDF-"u8) ? file : MosipProblems.Unusable;
}
