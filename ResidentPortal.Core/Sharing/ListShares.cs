using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Sharing;

/// <summary>Lists what a resident has shared through the portal: with whom, what, what for, when, and whether it was withdrawn.</summary>
public sealed class ListShares(LiveSessions sessions, ShareRecords shared, IPartners partners)
{
    /// <summary>The sharings, the newest first; without how to reach the organisations where their list cannot be read now. Problems: those of the sign-in.</summary>
    public async Task<Outcome<IReadOnlyList<ShareEntry>>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        var rows = await shared.ListAsync(session, cancellationToken);
        var known = rows.Count > 0 && (await partners.ListAsync(cancellationToken)).Try(out var listed, out _) ? listed : [];
        return rows.Select(row => Entry(row.Share, row.Withdrawal, known)).ToList();
    }

    private ShareEntry Entry(ServiceRequestRow share, ServiceRequestRow? withdrawal, IReadOnlyList<Partner> known)
    {
        var order = shared.OrderOf(share);
        return new ShareEntry
        {
            EventId = EventId.Stored(share.EventId),
            PartnerName = order.PartnerName,
            Partner = known.FirstOrDefault(one => string.Equals(one.Id, order.PartnerId, StringComparison.Ordinal)),
            Choices = order.Choices,
            Purpose = order.Purpose,
            IsByProgram = order.Client is not null,
            State = share.State,
            SharedAt = share.AskedAt ?? share.CreatedAt,
            Withdrawal = withdrawal is null ? null : new ShareWithdrawal(EventId.Stored(withdrawal.EventId), withdrawal.SettledAt, shared.EffectOf(withdrawal)),
        };
    }
}

/// <summary>Something that was shared.</summary>
public sealed record ShareEntry
{
    /// <summary>Its number.</summary>
    public required EventId EventId { get; init; }

    /// <summary>What the organisation was called when it was shared.</summary>
    public required string PartnerName { get; init; }

    /// <summary>The organisation as the platform has it now; null where it has it no more, or cannot be asked.</summary>
    public Partner? Partner { get; init; }

    /// <summary>What it got: fields, formats and masks.</summary>
    public required IReadOnlyList<DisclosureChoice> Choices { get; init; }

    /// <summary>What for, in the resident's own words.</summary>
    public string? Purpose { get; init; }

    /// <summary>Whether another program asked for it with a code of the resident's.</summary>
    public bool IsByProgram { get; init; }

    /// <summary>How far it has come.</summary>
    public required ActState State { get; init; }

    /// <summary>When it was shared.</summary>
    public required DateTimeOffset SharedAt { get; init; }

    /// <summary>Its withdrawal.</summary>
    public ShareWithdrawal? Withdrawal { get; init; }

    /// <summary>Whether it can be withdrawn.</summary>
    public bool MayWithdraw => Withdrawal is null && State is (ActState.Accepted or ActState.Confirmed or ActState.Unknown);

    /// <summary>Without the purpose.</summary>
    public override string ToString() => nameof(ShareEntry);
}

/// <summary>The withdrawal of a sharing.</summary>
/// <param name="EventId">Its number.</param>
/// <param name="At">When it was done; null while its end is open.</param>
/// <param name="Effect">What it still changed; null while that is open.</param>
public sealed record ShareWithdrawal(EventId EventId, DateTimeOffset? At, WithdrawEffect? Effect);
