namespace ResidentPortal.Pages.Errors;

/// <summary>What a person can be told about an answer that is not a page.</summary>
public enum FailureKind
{
    /// <summary>There is no such page, or none for this person.</summary>
    NotFound,

    /// <summary>What was sent could not be used: the page was open too long, or too much was sent.</summary>
    NotUnderstood,

    /// <summary>Too often in a short time.</summary>
    TooMany,

    /// <summary>A fault of ours.</summary>
    Failed,

    /// <summary>The portal is closed for now.</summary>
    Closed,
}
