using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using ResidentPortal.Core.Kiosks.Duties;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>The account of an operator or supervisor. <see cref="IdentityUser{TKey}.UserName"/> is the number that residents see.</summary>
internal sealed class OperatorAccount : IdentityUser
{
    /// <summary>The name that residents see.</summary>
    [MaxLength(120)]
    public string Name { get; set; } = string.Empty;

    /// <summary>The code of the centre.</summary>
    [MaxLength(36)]
    public string CentreCode { get; set; } = string.Empty;

    /// <summary>The days of work, a digit each, Sunday 0.</summary>
    [MaxLength(7)]
    public string Days { get; set; } = string.Empty;

    /// <summary>When work begins.</summary>
    public TimeOnly From { get; set; }

    /// <summary>When work ends.</summary>
    public TimeOnly To { get; set; }

    /// <summary>The person key of the operator's own UIN, which itself is kept nowhere.</summary>
    [MaxLength(64)]
    public string PersonKey { get; set; } = string.Empty;

    public bool IsSupervisor { get; set; }

    /// <summary>Since when nobody can sign in with it; null where somebody can.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>The hash of the link by which the operator chooses how to sign in; it works once.</summary>
    [MaxLength(64)]
    public string? JoinKey { get; set; }

    /// <summary>Until when the link works.</summary>
    public DateTimeOffset? JoinUntil { get; set; }

    /// <summary>The key that codes are made from, sealed.</summary>
    [MaxLength(400)]
    public string? SealedCodeKey { get; set; }

    /// <summary>The newest half minute whose code was taken: a code is taken once.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>When the newest question was asked that a passkey answered: an answer is taken once.</summary>
    public DateTimeOffset LastPasskeyAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The days and hours of work.</summary>
    internal WorkingHours ReadHours() => new([.. Days.Select(day => (DayOfWeek)(day - '0'))], From, To);

    /// <summary>Sets the days and hours of work.</summary>
    internal void WriteHours(WorkingHours hours) => (Days, From, To) =
        (string.Concat(hours.Days.Distinct().Order().Select(day => ((int)day).ToString(CultureInfo.InvariantCulture))), hours.From, hours.To);

    /// <summary>What a duty is begun with, once two factors were proved.</summary>
    internal OperatorProof ToProof() => new(Id, UserName!, Name, CentreCode, PersonKey, ReadHours(), IsSupervisor);
}
