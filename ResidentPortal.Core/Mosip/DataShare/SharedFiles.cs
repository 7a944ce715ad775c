using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sharing;

namespace ResidentPortal.Core.Mosip.DataShare;

/// <summary>
/// Files at data share, by the address the platform tells of them. It is followed to the one data share of the settings and nowhere else: partners publish those addresses.
/// </summary>
internal sealed partial class SharedFiles(MosipCall call, IDataShareApi api, IOptions<MosipOptions> options, ILogger<SharedFiles> logger)
{
    private const int LargestFile = 5 * 1024 * 1024;

    // Addresses live for some hours and for some downloads.
    private static readonly MosipOperation Fetch = new("DataShare", nameof(Fetch), Sending.Read, MosipOperation.Table()) { IsFile = true, MayBeMissing = true, MaxResponseBytes = LargestFile };

    private static ReadOnlySpan<byte> PdfHead => "%PDF-"u8;

    /// <summary>The PDF behind an address. Problems: <see cref="SharingProblems.NoCard"/> (no more, or no PDF), <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<byte[]>> FetchPdfAsync(string address, CancellationToken cancellationToken)
    {
        if (PathOf(address) is not { } path)
        {
            Log.Elsewhere(logger, Fetch);
            return CommonProblems.ServiceUnavailable;
        }

        var fetched = await call.FetchAsync(Fetch, attempt => api.FetchAsync(path, attempt), cancellationToken);
        return fetched.Try(out var file, out var problem) ? (file.AsSpan().StartsWith(PdfHead) ? file : SharingProblems.NoCard)
            : problem == MosipProblems.NotOffered ? SharingProblems.NoCard
            : problem;
    }

    private string? PathOf(string address)
    {
        var home = $"{options.Value.DataShare!.AbsoluteUri.TrimEnd('/')}/";
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.AbsoluteUri.StartsWith(home, StringComparison.OrdinalIgnoreCase) && uri.AbsoluteUri[home.Length..] is { Length: > 0 } path
            && path.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/')
                ? path
                : null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Operation}: the platform told an address that is not at the data share of the settings")]
        public static partial void Elsewhere(ILogger logger, MosipOperation operation);
    }
}
