namespace ResidentPortal.Pages.VirtualIds;

/// <summary>What a plain form of the page sends.</summary>
public sealed class VidForm
{
    /// <summary>The id of the page's form: a second press carries the same.</summary>
    public Guid Intent { get; set; }

    /// <summary>The number that is meant, by its key.</summary>
    public string? Key { get; set; }

    /// <summary>The type of a new number.</summary>
    public string? Type { get; set; }

    /// <summary>That the oldest of the type may go out of use.</summary>
    public bool Replaces { get; set; }

    /// <summary>The resident's own word for a number.</summary>
    public string? Label { get; set; }
}
