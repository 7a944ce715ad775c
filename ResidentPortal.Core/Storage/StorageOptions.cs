using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Storage;

/// <summary>Where the portal keeps its own rows (section <c>Storage</c>).</summary>
public sealed class StorageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Storage";

    /// <summary>The SQLite file; a relative path counts from the content root. Its folder is made where it is missing.</summary>
    [Required(ErrorMessage = "is missing: name the SQLite file, for example /var/lib/resident-portal/portal.db.")]
    public string? Path { get; set; }
}
