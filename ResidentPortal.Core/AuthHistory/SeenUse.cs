namespace ResidentPortal.Core.AuthHistory;

/// <summary>A use that is being looked at; what is unusual about it may show only when older ones are seen.</summary>
internal sealed class SeenUse(IdentityUse use, int ordinal, bool isStopped, bool isWanted)
{
    public IdentityUse Use { get; } = use;

    /// <summary>Its place in the whole history, newest first.</summary>
    public int Ordinal { get; } = ordinal;

    public bool IsStopped { get; } = isStopped;

    /// <summary>Whether the filter asks for it, apart from what is unusual.</summary>
    public bool IsWanted { get; } = isWanted;

    public UnusualMarks Marks { get; set; }
}
