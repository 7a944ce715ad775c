using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates.Documents;

namespace ResidentPortal.Tests.Updates.Documents;

/// <summary>The intake as it is configured where nothing is.</summary>
internal static class Intake
{
    public static async Task<Outcome<CleanDocument>> TakeAsync(DocumentUpload upload, DocumentOptions? options = null)
    {
        using var intake = Of(options ?? new DocumentOptions());
        return await intake.TakeAsync(upload, CancellationToken.None);
    }

    public static async Task<CleanDocument> CleanAsync(string name, string? type, byte[] file) => (await TakeAsync(new DocumentUpload(name, type, file))).Value;

    public static DocumentIntake Of(DocumentOptions options) => new(new VirusScanner(Options.Create(options), TimeProvider.System, NullLogger<VirusScanner>.Instance), Options.Create(options));
}
