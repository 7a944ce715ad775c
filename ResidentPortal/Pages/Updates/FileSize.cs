using System.Globalization;

namespace ResidentPortal.Pages.Updates;

/// <summary>Sizes of files in megabytes, as cameras and file lists tell them.</summary>
internal static class FileSize
{
    private const double Megabyte = 1_000_000;

    /// <summary>The whole number of megabytes of a limit.</summary>
    public static string Whole(long bytes) => (bytes / Megabyte).ToString("0.#", CultureInfo.CurrentCulture);

    /// <summary>The number of megabytes with one decimal; what is smaller than the least counts as that.</summary>
    public static string Of(long bytes) => Math.Max(0.1, Math.Round(bytes / Megabyte, 1)).ToString("0.0", CultureInfo.CurrentCulture);
}
