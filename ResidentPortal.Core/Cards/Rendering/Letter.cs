using ResidentPortal.Core.Languages;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>A letter in plain words: an acknowledgement, a number that was lost. A4, one page or more, in one language.</summary>
/// <param name="Language">The language of its words, and its direction.</param>
/// <param name="Office">Who writes: the authority's name.</param>
/// <param name="Title">Its heading, and what readers show as the title of the file: never a name or a number.</param>
/// <param name="Parts">What it says, from top to foot.</param>
public sealed record Letter(Language Language, string Office, string Title, IReadOnlyList<LetterPart> Parts)
{
    /// <summary>Without the words.</summary>
    public override string ToString() => nameof(Letter);
}

/// <summary>A part of a letter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words.</param>
/// <param name="Term">For a row: what it is about.</param>
public sealed record LetterPart(LetterPartKind Kind, string Text, string? Term = null)
{
    /// <summary>Without the words.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>What a part of a letter is.</summary>
public enum LetterPartKind
{
    /// <summary>A heading within the letter.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A term and what is true of it.</summary>
    Row,

    /// <summary>A term and a number or code, read from left to right, in large even letters.</summary>
    Number,
}
