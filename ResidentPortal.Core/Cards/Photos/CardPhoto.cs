namespace ResidentPortal.Core.Cards.Photos;

/// <summary>The photo for a card.</summary>
/// <param name="Jpeg">A JPEG of our own making, sRGB, without metadata; null where there is none.</param>
/// <param name="State">Whether there is one, and why not.</param>
public sealed record CardPhoto(byte[]? Jpeg, PhotoState State)
{
    /// <inheritdoc/>
    public override string ToString() => State.ToString();
}

/// <summary>What became of the photo.</summary>
public enum PhotoState
{
    /// <summary>It is there.</summary>
    Ready,

    /// <summary>The platform has no face of this person.</summary>
    NoneEnrolled,

    /// <summary>The platform has one that cannot be read.</summary>
    Unreadable,

    /// <summary>None was chosen for the card.</summary>
    NotChosen,
}
