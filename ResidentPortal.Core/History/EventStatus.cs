using System.Linq.Expressions;

namespace ResidentPortal.Core.History;

/// <summary>How an event stands in the four words of MOSIP's Resident Services.</summary>
public enum EventStatus
{
    /// <summary>Its end is open.</summary>
    InProgress,

    /// <summary>It was done.</summary>
    Success,

    /// <summary>It was not done.</summary>
    Failed,

    /// <summary>It was taken back, or took another one back.</summary>
    Canceled,
}

/// <summary>The one table of kinds, states and statuses: what a list is filtered by is what it says.</summary>
public static class EventStatuses
{
    // Resident Services have no event for taking back: the one that was taken back is canceled.
    private static readonly ActKind[] TakingBack = [ActKind.DiscardUpdate, ActKind.WithdrawShare];

    private static readonly ActState[] Open = [ActState.Draft, ActState.Asked, ActState.Accepted, ActState.Unknown];
    private static readonly ActState[] NotDone = [ActState.Refused, ActState.Failed];

    /// <summary>The status of an act of a kind in a state.</summary>
    public static EventStatus Status(this ActKind kind, ActState state) =>
        Open.Contains(state) ? EventStatus.InProgress
        : NotDone.Contains(state) ? EventStatus.Failed
        : state is ActState.Cancelled || TakingBack.Contains(kind) ? EventStatus.Canceled
        : EventStatus.Success;

    /// <summary>The same for the database.</summary>
    internal static Expression<Func<ServiceRequestRow, bool>> Are(IReadOnlyList<EventStatus> statuses)
    {
        var (isOpen, isNotDone) = (statuses.Contains(EventStatus.InProgress), statuses.Contains(EventStatus.Failed));
        var (isDone, isCanceled) = (statuses.Contains(EventStatus.Success), statuses.Contains(EventStatus.Canceled));
        return row => (isOpen && Open.Contains(row.State)) || (isNotDone && NotDone.Contains(row.State))
            || (isDone && row.State == ActState.Confirmed && !TakingBack.Contains(row.Kind))
            || (isCanceled && (row.State == ActState.Cancelled || (row.State == ActState.Confirmed && TakingBack.Contains(row.Kind))));
    }
}
