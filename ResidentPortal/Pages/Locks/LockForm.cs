using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Locks;

/// <summary>What a plain form of the page sends.</summary>
public sealed class LockForm
{
    /// <summary>The id of the page's form: a second press carries the same.</summary>
    public Guid Intent { get; set; }

    /// <summary>The auth types that are meant.</summary>
    public List<AuthType> Types { get; set; } = [];

    /// <summary>For how long to unlock.</summary>
    public UnlockTime For { get; set; }

    /// <summary>The hours of a chosen time.</summary>
    public int? Hours { get; set; }

    /// <summary>The minutes of a chosen time.</summary>
    public int? Minutes { get; set; }
}

/// <summary>For how long to unlock: the shortest first, and for good last.</summary>
public enum UnlockTime
{
    /// <summary>Ten minutes.</summary>
    TenMinutes,

    /// <summary>An hour.</summary>
    OneHour,

    /// <summary>Until the evening.</summary>
    Tonight,

    /// <summary>Hours and minutes of the resident's choice.</summary>
    Chosen,

    /// <summary>Until it is locked again.</summary>
    Open,
}

/// <summary>An unlock as it was chosen.</summary>
/// <param name="Type">What to unlock.</param>
/// <param name="For">For how long.</param>
/// <param name="Hours">The hours of a chosen time.</param>
/// <param name="Minutes">The minutes of a chosen time.</param>
public sealed record UnlockWish(AuthType Type, UnlockTime For, int? Hours, int? Minutes)
{
    /// <summary>When "tonight" is.</summary>
    internal static readonly TimeOnly Evening = new(20, 0);

    /// <summary>The time to unlock for; null until it is locked again. What is out of range the flow refuses.</summary>
    public TimeSpan? Time(DateTimeOffset now, Moments moments) => For switch
    {
        UnlockTime.TenMinutes => TimeSpan.FromMinutes(10),
        UnlockTime.OneHour => TimeSpan.FromHours(1),
        UnlockTime.Tonight => TimeSpan.FromMinutes(Math.Ceiling((moments.Tonight(Evening) - now).TotalMinutes)),
        UnlockTime.Chosen => TimeSpan.FromMinutes((Math.Clamp(Hours ?? 0, -1, 1000) * 60) + Math.Clamp(Minutes ?? 0, -1, 1000)),
        UnlockTime.Open => null,
        _ => TimeSpan.Zero,
    };
}
