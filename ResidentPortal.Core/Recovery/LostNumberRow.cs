using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Recovery;

/// <summary>A search for a lost number, from the moment it was typed until the file it led to was fetched or its time was over.</summary>
public sealed class LostNumberRow
{
    [Key]
    public required Guid Id { get; init; }

    public required LostNumberKind Kind { get; init; }

    public required LostNumberState State { get; set; }

    /// <summary>What is known of the person, as JSON, sealed; emptied when the search is over.</summary>
    [MaxLength(4000)]
    public string? SealedSearch { get; set; }

    [MaxLength(3)]
    public required string Language { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When to search next; null when there is nothing more to do.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    public int Tries { get; set; }

    /// <summary>Hash of what finds the row: while the contact is not proved, of the browser that asks; then of the token in the link that was sent, if one was.</summary>
    [MaxLength(64)]
    public string? LinkKey { get; set; }

    /// <summary>The protected file, sealed; null after it was handed out or its time was over.</summary>
    public string? SealedFile { get; set; }

    /// <summary>When the row is forgotten, and until when the file may be fetched; null while it is searched.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
}

/// <summary>Which number is lost.</summary>
public enum LostNumberKind
{
    /// <summary>The UIN.</summary>
    Uin,

    /// <summary>The RID.</summary>
    Rid,
}

/// <summary>How far a search has come. None of it is told to the visitor.</summary>
public enum LostNumberState
{
    /// <summary>Typed; the contact is not proved yet.</summary>
    Asked,

    /// <summary>To be searched.</summary>
    Open,

    /// <summary>Being searched; looked at again if it stays so.</summary>
    Searching,

    /// <summary>Found, and a link was sent.</summary>
    Sent,

    /// <summary>Not found, or not one alone.</summary>
    NotFound,

    /// <summary>Given up: the platform could not be asked for a day.</summary>
    GivenUp,
}
