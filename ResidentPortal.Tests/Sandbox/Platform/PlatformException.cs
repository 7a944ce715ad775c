namespace ResidentPortal.Sandbox;

/// <summary>A refusal of the platform: the error code of the MOSIP service, its text and, for ID authentication, what to do.</summary>
public sealed class PlatformException(string code, string text, string? action = null) : Exception(text)
{
    /// <summary>The error code, such as <c>IDA-OTA-004</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The platform's text, which nobody should branch on.</summary>
    public string Text { get; } = text;

    /// <summary>The action message of ID authentication, when it has one.</summary>
    public string? Action { get; } = action;

    /// <summary>Whether the fault was met in ID authentication's filter, which reports two errors instead of one.</summary>
    public bool FromFilter { get; init; }

    internal static PlatformException NoRecord() => new("IDR-IDC-007", "No Record(s) found");

    internal static PlatformException Invalid(string what) => new("IDR-IDC-002", $"Invalid Input Parameter - {what}");

    internal static PlatformException Missing(string what) => new("IDR-IDC-001", $"Missing Input Parameter - {what}");
}
