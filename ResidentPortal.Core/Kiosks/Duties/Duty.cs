using System.Globalization;

namespace ResidentPortal.Core.Kiosks.Duties;

/// <summary>An operator or supervisor who has proved two factors and is at work: as the row had it a moment ago.</summary>
public sealed record Duty
{
    /// <summary>The row's id; it is no key to anything by itself.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account, as the one who keeps it calls it.</summary>
    public required string OperatorId { get; init; }

    /// <summary>The number that residents see.</summary>
    public required string OperatorNumber { get; init; }

    /// <summary>The name that residents see.</summary>
    public required string OperatorName { get; init; }

    /// <summary>The code of the centre, as the platform's master data has it.</summary>
    public required string CentreCode { get; init; }

    /// <summary>Whether it is a supervisor, who enrols devices and sees counts, and helps nobody.</summary>
    public required bool IsSupervisor { get; init; }

    /// <summary>The enrolled device; null for a supervisor.</summary>
    public Guid? DeviceId { get; init; }

    /// <summary>Whether the screen is with the resident.</summary>
    public required bool IsHandedOver { get; init; }

    /// <summary>What the device signs with a press of the next minutes (see <see cref="PressProof"/>).</summary>
    public required string PressNonce { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset BeganAt { get; init; }
}

/// <summary>A duty and the token that opens it; the token exists here and in the browser's cookie alone.</summary>
/// <param name="DutyId">The row's id.</param>
/// <param name="Token">256 random bits, in base64url.</param>
public sealed record DutyTicket(Guid DutyId, string Token)
{
    /// <inheritdoc/>
    public override string ToString() => $"ticket of {DutyId}";
}

/// <summary>What whoever keeps the accounts says of an operator who has proved two factors just now.</summary>
/// <param name="OperatorId">The account.</param>
/// <param name="Number">The number that residents see.</param>
/// <param name="Name">The name that residents see.</param>
/// <param name="CentreCode">The code of the operator's centre.</param>
/// <param name="PersonKey">The person key of the operator's own UIN, so that nobody helps themselves.</param>
/// <param name="Hours">When the operator works.</param>
/// <param name="IsSupervisor">Whether it is a supervisor.</param>
public sealed record OperatorProof(string OperatorId, string Number, string Name, string CentreCode, string? PersonKey, WorkingHours Hours, bool IsSupervisor);

/// <summary>When an operator works, on the clock of the portal's country.</summary>
/// <param name="Days">The days of the week.</param>
/// <param name="From">From when.</param>
/// <param name="To">Until when; before <paramref name="From"/> it is the next day.</param>
public sealed record WorkingHours(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To)
{
    /// <summary>Monday to Friday, eight to six.</summary>
    public static readonly WorkingHours Usual = new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], new TimeOnly(8, 0), new TimeOnly(18, 0));

    /// <summary>The hours as they stand in a row: the days' numbers and two clock times.</summary>
    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"{string.Concat(Days.Order().Select(day => (int)day))} {From:HH:mm} {To:HH:mm}");

    /// <summary>The hours of a row.</summary>
    internal static WorkingHours OfText(string text) => text.Split(' ') is [var days, var from, var to]
        ? new WorkingHours([.. days.Select(day => (DayOfWeek)(day - '0'))], TimeOnly.ParseExact(from, "HH:mm", CultureInfo.InvariantCulture), TimeOnly.ParseExact(to, "HH:mm", CultureInfo.InvariantCulture))
        : throw new FormatException("Stored hours are damaged.");

    /// <summary>Whether a moment of the portal's clock lies within. Hours over midnight belong to the day they begin.</summary>
    internal bool Hold(DateTime local)
    {
        var (day, time) = (local.DayOfWeek, TimeOnly.FromDateTime(local));
        return From < To
            ? Days.Contains(day) && time >= From && time < To
            : (Days.Contains(day) && time >= From) || (Days.Contains(local.AddDays(-1).DayOfWeek) && time < To);
    }
}

/// <summary>That the device itself pressed: a copied cookie has no key to sign with.</summary>
/// <param name="Nonce">What <see cref="Duty.PressNonce"/> was a short while ago.</param>
/// <param name="Signature">The device's signature over <c>press</c>, a line feed and the nonce: IEEE P1363, in base64. It is taken once.</param>
public sealed record PressProof(string? Nonce, string? Signature);
