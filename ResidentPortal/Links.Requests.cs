namespace ResidentPortal;

/// <content>The addresses of requests, messages and reports of problems.</content>
public static partial class Links
{
    /// <summary>All requests of a resident.</summary>
    public const string Requests = "/requests";

    /// <summary>The same as a file to be read; what is looked for stands behind it.</summary>
    public const string RequestsPdf = "/requests/pdf";

    /// <summary>The same as a table.</summary>
    public const string RequestsCsv = "/requests/csv";

    /// <summary>Messages that were sent to a resident.</summary>
    public const string Messages = "/messages";

    /// <summary>Where a problem with a request is reported; the event id says nothing about anybody.</summary>
    public static string ProblemOf(string eventId) => $"/requests/{Uri.EscapeDataString(eventId)}/problem";

    /// <summary>A page of the messages.</summary>
    public static string MessagesOf(int page) => page <= 1 ? Messages : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Messages}?page={page}");
}
