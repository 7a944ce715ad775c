namespace ResidentPortal.Components;

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Done, and checked.</summary>
    Success,

    /// <summary>To be heeded.</summary>
    Warning,

    /// <summary>Something did not work.</summary>
    Problem,
}
