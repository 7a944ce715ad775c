using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Tracking;

/// <summary>What was typed to be tracked: a RID or the event id of an act, told apart by their lengths.</summary>
/// <param name="EventId">The event id, where it is one.</param>
/// <param name="Rid">The RID, where it is one.</param>
internal sealed record TrackedNumber(EventId? EventId, Rid? Rid)
{
    /// <summary>The number. Problems: <see cref="TrackingProblems"/>, at once and without asking anybody.</summary>
    public static Outcome<TrackedNumber> Parse(string? typed)
    {
        if (EventId.TryParse(typed, out var eventId))
        {
            return new TrackedNumber(eventId, Rid: null);
        }

        if (Rid.Parse(typed, out var fault) is { } rid)
        {
            return new TrackedNumber(EventId: null, rid);
        }

        var count = Rid.CountDigits(typed);
        return fault switch
        {
            RidFault.Empty => TrackingProblems.Empty,
            RidFault.WrongLength when count != EventId.Length => TrackingProblems.WrongLength.With("count", count),
            RidFault.Time => TrackingProblems.Mistyped,
            RidFault.WrongLength when Digits.AreAll(Digits.Normalize(typed)) => TrackingProblems.Mistyped,
            _ => TrackingProblems.NotDigits,
        };
    }
}
