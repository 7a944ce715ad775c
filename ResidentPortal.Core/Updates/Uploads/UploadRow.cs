using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Updates.Uploads;

/// <summary>A paper that was sent ahead of the update it is for: checked, made anew, sealed, and kept for some hours.</summary>
public sealed class UploadRow
{
    [Key]
    public required Guid Id { get; init; }

    /// <summary>Hash of its owner and the transaction together: the same transaction of another person is another one.</summary>
    [MaxLength(64)]
    public required string TransactionKey { get; init; }

    [MaxLength(64)]
    public required string PersonKey { get; init; }

    /// <summary>The code of its category in master data, <c>POA</c>.</summary>
    [MaxLength(64)]
    public required string Category { get; init; }

    /// <summary>The code of its type in master data, <c>RNC</c>.</summary>
    [MaxLength(64)]
    public required string Type { get; init; }

    /// <summary>What its owner calls it, sealed.</summary>
    [MaxLength(1200)]
    public required string SealedName { get; init; }

    /// <summary>The ending of its file: <c>pdf</c> or <c>jpg</c>.</summary>
    [MaxLength(8)]
    public required string Format { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public required int Size { get; init; }

    /// <summary>The file, sealed.</summary>
    public required byte[] SealedFile { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}
