namespace ResidentPortal.Core.History;

/// <summary>The one enumeration of states for every act of the portal. The page says each in its own sentence; MOSIP's codes come from <see cref="ActKinds"/>.</summary>
public enum ActState
{
    /// <summary>Written down, not sent: it waits for a code.</summary>
    Draft,

    /// <summary>On its way to the platform.</summary>
    Asked,

    /// <summary>The platform took it; not yet read back.</summary>
    Accepted,

    /// <summary>Read back from the platform: it is done.</summary>
    Confirmed,

    /// <summary>The platform said no; nothing was changed.</summary>
    Refused,

    /// <summary>No usable answer came: it may have been done.</summary>
    Unknown,

    /// <summary>It was not done.</summary>
    Failed,

    /// <summary>The resident took it back before it was sent.</summary>
    Cancelled,
}

/// <summary>The kinds of act.</summary>
public enum ActKind
{
    /// <summary>Locking or unlocking auth types.</summary>
    ChangeAuthLocks,
}

/// <summary>MOSIP's words for kinds and states.</summary>
public static class ActKinds
{
    /// <summary>The request type of Resident Services, <c>AUTH_TYPE_LOCK_UNLOCK</c>.</summary>
    public static string RequestType(this ActKind kind) => kind switch
    {
        ActKind.ChangeAuthLocks => "AUTH_TYPE_LOCK_UNLOCK",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>The status code of Resident Services for an act in this state.</summary>
    public static string StatusCode(this ActState state) => state switch
    {
        ActState.Confirmed => "COMPLETED",
        ActState.Refused or ActState.Failed => "FAILED",
        ActState.Cancelled => "CANCELED",
        _ => "NEW",
    };

    /// <summary>Whether nothing more will change.</summary>
    public static bool IsEnd(this ActState state) => state is ActState.Confirmed or ActState.Refused or ActState.Failed or ActState.Cancelled;
}
