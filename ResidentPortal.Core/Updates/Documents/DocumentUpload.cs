namespace ResidentPortal.Core.Updates.Documents;

/// <summary>A file as it was sent. Nothing of it is believed.</summary>
/// <param name="FileName">Its name on the device it comes from; only its ending is looked at.</param>
/// <param name="ContentType">What the browser says it is, if it says anything.</param>
/// <param name="File">Its bytes.</param>
public sealed record DocumentUpload(string FileName, string? ContentType, byte[] File)
{
    /// <summary>Without the name, which may be a person's.</summary>
    public override string ToString() => nameof(DocumentUpload);
}

/// <summary>A paper as it is kept and sent on: made anew by this program, without anything but what is seen.</summary>
/// <param name="Format">The ending of its file: <c>pdf</c> or <c>jpg</c>.</param>
/// <param name="File">Its bytes.</param>
/// <param name="WasShrunk">Whether a picture has fewer points than it came with.</param>
public sealed record CleanDocument(string Format, byte[] File, bool WasShrunk)
{
    /// <summary>Without the file.</summary>
    public override string ToString() => Format;
}
