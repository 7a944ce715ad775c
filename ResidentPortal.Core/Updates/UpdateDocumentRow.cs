using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Updates;

/// <summary>A paper of a draft: checked, made anew and sealed.</summary>
public sealed class UpdateDocumentRow
{
    [Key]
    public required Guid Id { get; init; }

    public required Guid DraftId { get; init; }

    [MaxLength(64)]
    public required string PersonKey { get; init; }

    /// <summary>The field of the form it is for, <c>proofOfAddress</c>.</summary>
    [MaxLength(64)]
    public required string Field { get; init; }

    /// <summary>The code of its type in master data.</summary>
    [MaxLength(64)]
    public string? Type { get; set; }

    /// <summary>The ending of its file: <c>pdf</c> or <c>jpg</c>.</summary>
    [MaxLength(8)]
    public required string Format { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public required int Size { get; init; }

    /// <summary>The file, sealed.</summary>
    public required byte[] SealedFile { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}
