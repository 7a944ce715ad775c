using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Updates.Documents;

/// <summary>Which papers are taken (section <c>Documents</c>). Megabytes are millions of bytes, so that no platform counts a file larger than the portal did.</summary>
public sealed class DocumentOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Documents";

    private const int Megabyte = 1_000_000;

    /// <summary>How large a picture may come, in megabytes: it is made smaller here.</summary>
    [Range(1, 40, ErrorMessage = "must be between 1 and 40 megabytes.")]
    public int UploadMegabytes { get; set; } = 10;

    /// <summary>How large a file may be that goes to the platform, in megabytes (MOSIP's own limit is 2). A PDF has to come no larger.</summary>
    [Range(1, 10, ErrorMessage = "must be between 1 and 10 megabytes.")]
    public int FileMegabytes { get; set; } = 2;

    /// <summary>How many megapixels a picture may have.</summary>
    [Range(1, 40, ErrorMessage = "must be between 1 and 40 megapixels.")]
    public int Megapixels { get; set; } = 40;

    /// <summary>How many pages a PDF may have.</summary>
    [Range(1, 100, ErrorMessage = "must be between 1 and 100 pages.")]
    public int Pages { get; set; } = 20;

    /// <summary>Where ClamAV's daemon listens, <c>tcp://host:3310</c> or <c>unix:///run/clamav/clamd.ctl</c>; left out where no scanner is used. A scanner that is named and silent stops all papers.</summary>
    [RegularExpression(@"tcp://[^\s/]+:\d{1,5}|unix:///\S+", ErrorMessage = "must be tcp://host:port or unix:///path.")]
    public string? Scanner { get; set; }

    /// <summary>How many seconds the scanner may take for a file.</summary>
    [Range(1, 120, ErrorMessage = "must be between 1 and 120 seconds.")]
    public int ScannerSeconds { get; set; } = 20;

    /// <summary>How many papers one update may have.</summary>
    [Range(1, 30, ErrorMessage = "must be between 1 and 30 papers.")]
    public int PapersPerDraft { get; set; } = 10;

    /// <summary>How many kilobytes the papers of one update may have together: the platform takes a packet of 5 MB at most.</summary>
    [Range(1_000, 20_000, ErrorMessage = "must be between 1000 and 20000 kilobytes.")]
    public int DraftKilobytes { get; set; } = 4_500;

    /// <summary>The bytes after which an upload need not be read on.</summary>
    public int UploadBytes => UploadMegabytes * Megabyte;

    /// <summary>The bytes a kept file may have.</summary>
    public int FileBytes => FileMegabytes * Megabyte;

    /// <summary>The bytes all papers of an update may have.</summary>
    public int DraftBytes => DraftKilobytes * (Megabyte / 1_000);
}
