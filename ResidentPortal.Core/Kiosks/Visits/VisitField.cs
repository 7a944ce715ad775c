using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>What an operator may see of a resident. There is nothing else.</summary>
public enum VisitFieldKind
{
    /// <summary>The name.</summary>
    Name,

    /// <summary>The last four digits of the UIN.</summary>
    MaskedUin,

    /// <summary>The last four digits of the registered phone.</summary>
    MaskedPhone,

    /// <summary>The registered e-mail address, masked.</summary>
    MaskedEmail,

    /// <summary>Which auth types are locked.</summary>
    LockStates,

    /// <summary>The VIDs in use, masked.</summary>
    MaskedVids,

    /// <summary>The printed cards that are on their way.</summary>
    OpenOrders,

    /// <summary>The data that are to be changed, by name.</summary>
    UpdateFields,
}

/// <summary>One field that is shown to the operator.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Lines">Its text, masked where it is a number or a contact; empty for lock states.</param>
public sealed record VisitField(VisitFieldKind Kind, IReadOnlyList<string> Lines)
{
    /// <summary>The auth types and whether they are locked.</summary>
    public IReadOnlyList<VisitLock> Locks { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}";
}

/// <summary>Whether an auth type is locked.</summary>
/// <param name="Type">The auth type.</param>
/// <param name="IsLocked">Whether it is locked now.</param>
/// <param name="UnlockedUntil">When a timed unlock ends.</param>
public sealed record VisitLock(AuthType Type, bool IsLocked, DateTimeOffset? UnlockedUntil);

/// <summary>The one table of what an operator sees for a purpose (S-75).</summary>
public static class VisitFields
{
    private static readonly Dictionary<VisitPurpose, VisitFieldKind[]> Table = new()
    {
        [VisitPurpose.Locks] = [VisitFieldKind.Name, VisitFieldKind.MaskedUin, VisitFieldKind.LockStates],
        [VisitPurpose.Vids] = [VisitFieldKind.Name, VisitFieldKind.MaskedUin, VisitFieldKind.MaskedVids],
        [VisitPurpose.PrintCard] = [VisitFieldKind.Name, VisitFieldKind.MaskedUin],
        [VisitPurpose.OrderCard] = [VisitFieldKind.Name, VisitFieldKind.MaskedUin, VisitFieldKind.OpenOrders],
        [VisitPurpose.Update] = [VisitFieldKind.Name, VisitFieldKind.MaskedUin, VisitFieldKind.MaskedPhone, VisitFieldKind.MaskedEmail, VisitFieldKind.UpdateFields],
        [VisitPurpose.VerifyContact] = [VisitFieldKind.Name, VisitFieldKind.MaskedPhone, VisitFieldKind.MaskedEmail],
        [VisitPurpose.Track] = [],
        [VisitPurpose.LostNumber] = [],
    };

    /// <summary>The fields of some purposes, in one order.</summary>
    public static IReadOnlyList<VisitFieldKind> Of(IEnumerable<VisitPurpose> purposes) => [.. purposes.SelectMany(purpose => Table[purpose]).Distinct().Order()];

    /// <summary>Whether a purpose wants the resident's number and a code: the others are for nobody in particular.</summary>
    public static bool WantsNumber(VisitPurpose purpose) => purpose is not (VisitPurpose.Track or VisitPurpose.LostNumber);
}
