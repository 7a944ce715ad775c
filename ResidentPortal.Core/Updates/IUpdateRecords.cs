using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Updates;

/// <summary>What the platform's record says that an update has to know (MOSIP ID repository <c>/identity/idvid</c>, <c>/draft</c> and <c>/update-counts</c>).</summary>
public interface IUpdateRecords
{
    /// <summary>The attributes of the identity that the form has, as recorded. Problems: <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<IReadOnlyDictionary<string, FieldValue>>> FindAsync(Uin uin, CancellationToken cancellationToken);

    /// <summary>The updates that wait in the record; none where the platform does not tell (before 1.2.1). Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<IReadOnlyList<PendingUpdate>>> ListPendingAsync(Uin uin, CancellationToken cancellationToken);

    /// <summary>
    /// Discards a waiting update. Problems: <see cref="CommonProblems.NotFound"/> (there is none any more), <see cref="CommonProblems.Refused"/> (this platform does not let residents),
    /// <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="CommonProblems.OutcomeUnknown"/>.
    /// </summary>
    Task<Outcome<Done>> DiscardAsync(Rid rid, CancellationToken cancellationToken);

    /// <summary>How often attributes may still be changed, by name; those that are missing without limit. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<IReadOnlyDictionary<string, int>>> CountLeftAsync(Uin uin, CancellationToken cancellationToken);
}

/// <summary>An update that waits in the platform's record.</summary>
/// <param name="Rid">Its RID.</param>
/// <param name="Since">Since when.</param>
/// <param name="Attributes">What it changes, by attribute.</param>
public sealed record PendingUpdate(Rid Rid, DateTimeOffset Since, IReadOnlyList<string> Attributes);
