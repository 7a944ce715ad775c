using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.History;

/// <summary>Writes out what the ledger has of an act. Whoever asks for it has found out first that the reader may see it.</summary>
public sealed class ActReceipts(Vault vault, IEnumerable<ActPlan> plans)
{
    internal ActReceipt Of(ServiceRequestRow row)
    {
        var plan = plans.Single(one => one.Kind == row.Kind);
        var result = vault.Open(ActCourse.ResultPurpose, row.SealedResult) is { } text ? plan.ResultOf?.Invoke(text) : null;
        return new ActReceipt
        {
            EventId = EventId.Stored(row.EventId),
            Kind = row.Kind,
            State = row.State,
            Order = plan.OrderOf(row.Wish),
            Result = result,
            Stages = result is null ? null : plan.StagesOf?.Invoke(result),
            Rid = vault.OpenRid(row.SealedRid),
            CreatedAt = row.CreatedAt,
            AskedAt = row.AskedAt,
            SettledAt = row.SettledAt,
            NextLookAt = row.NextLookAt,
            Problem = row.Problem,
            IsPinned = row.PinnedAt is not null,
        };
    }
}

/// <summary>An act as the resident sees it.</summary>
public sealed record ActReceipt
{
    /// <summary>Its number.</summary>
    public required EventId EventId { get; init; }

    /// <summary>What it is.</summary>
    public required ActKind Kind { get; init; }

    /// <summary>How far it has come.</summary>
    public required ActState State { get; init; }

    /// <summary>What was wished: the order of the act's feature.</summary>
    public required object Order { get; init; }

    /// <summary>What came of it, of the act's feature; null where there is nothing, or nothing any more.</summary>
    public object? Result { get; init; }

    /// <summary>Its stages, where it has some of its own.</summary>
    public ActStages? Stages { get; init; }

    /// <summary>The RID of the packet it was sent as, where it is one.</summary>
    public Rid? Rid { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the platform was asked.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When its end was known.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When the portal looks next.</summary>
    public DateTimeOffset? NextLookAt { get; init; }

    /// <summary>The key of the problem that ended it.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether its owner pinned it.</summary>
    public bool IsPinned { get; init; }
}
