namespace ResidentPortal;

/// <content>The addresses of who used the identity.</content>
public static partial class Links
{
    /// <summary>Who used the identity, when and how.</summary>
    public const string History = "/history";

    /// <summary>The same as a file; POST only.</summary>
    public const string HistoryFile = "/history/file";

    /// <summary>What locks have stopped.</summary>
    public const string StoppedUses = "/history?outcome=stopped";

    /// <summary>A use that its owner does not know; the key says nothing about anybody.</summary>
    public static string UnknownUseOf(string key) => $"/history/unknown/{Uri.EscapeDataString(key)}";

    /// <summary>The receipt of a report about a use.</summary>
    public static string UseReportOf(string eventId) => $"/history/reported/{Uri.EscapeDataString(eventId)}";
}
