namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>Draws letters as tagged PDF files: a pure function from words to bytes.</summary>
public sealed class LetterWriter
{
    /// <summary>The file.</summary>
    public byte[] Write(Letter letter) => throw new NotSupportedException(letter.Title);
}
