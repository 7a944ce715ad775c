using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Tracking;

/// <summary>
/// What is behind a number that is tracked: an act of the ledger, a registration, or an act that was sent as one. A RID that belongs to an act is the same request
/// as its event id.
/// </summary>
public sealed class TrackedRequests(
    IDbContextFactory<PortalDbContext> databases, IRegistrationStatus registrations, IIdentityRegistry identities, LookupKeys keys, Vault vault, Attempts attempts, IOptions<TrackingOptions> options)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The request behind a typed number, counted against the network whether or not there is one. Problems: those of <see cref="TrackedNumber.Parse"/>,
    /// <see cref="TrackingProblems.TooMany"/>, <see cref="TrackingProblems.UnknownReference"/>.
    /// </summary>
    internal async Task<Outcome<Tracked>> LookUpAsync(string? typed, string network, CancellationToken cancellationToken) =>
        TrackedNumber.Parse(typed).Try(out var number, out var problem) && (problem = await CountAsync(network, cancellationToken)) is null
            ? await FindAsync(number, cancellationToken)
            : problem;

    /// <summary>The same, for whoever has looked it up before and proves it.</summary>
    internal async Task<Outcome<Tracked>> FindAsync(string? typed, CancellationToken cancellationToken) =>
        TrackedNumber.Parse(typed).Try(out var number, out var problem) ? await FindAsync(number, cancellationToken) : problem;

    /// <summary>The request behind a RID.</summary>
    internal async Task<Tracked> FindAsync(Rid rid, CancellationToken cancellationToken)
    {
        var ridKey = keys.Registration(rid);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var act = await db.ServiceRequests.AsNoTracking().Where(one => one.RidKey == ridKey).OrderByDescending(one => one.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        return new Tracked(act, rid, act?.EventId ?? ridKey);
    }

    /// <summary>Who alone may enter the code for a request: this browser.</summary>
    internal string HolderKey(string browserToken, Tracked tracked) => keys.Hash("code-holder-track", $"{tracked.Key} {browserToken}");

    /// <summary>What the codes for a request count against in front of the answer: the number that was typed, not the person.</summary>
    internal string TypedKey(Tracked tracked) => keys.Hash("tracked", tracked.Key);

    /// <summary>
    /// Whose request it is: the person of the act, else whoever the platform's record has under the RID, which is nobody until it is done. Problem:
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    internal async Task<Outcome<Owner>> FindOwnerAsync(Tracked tracked, CancellationToken cancellationToken)
    {
        if (tracked.Row is { } row)
        {
            return new Owner(vault.OpenIndividualId(row.SealedUin));
        }

        var found = await identities.FindByRidAsync(tracked.Rid!, cancellationToken);
        return found.Problem?.Kind is ProblemKind.NotFound ? new Owner(IndividualId: null) : found.Then(identity => new Owner(IndividualId.Of(identity.Uin)));
    }

    /// <summary>
    /// Where a registration stands. Problems: <see cref="TrackingProblems.UnknownRid"/>, <see cref="CommonProblems.ServiceUnavailable"/>. Where only the stages
    /// cannot be read, it comes without them.
    /// </summary>
    internal async Task<Outcome<TrackedRegistration>> ReadAsync(Rid rid, CancellationToken cancellationToken)
    {
        if (!(await registrations.FindAsync(rid, cancellationToken)).Try(out var state, out var problem))
        {
            return problem;
        }

        var stages = await registrations.ListStagesAsync(rid, cancellationToken);
        return TrackedRegistration.Of(state, stages.IsSuccess ? stages.Value : null);
    }

    /// <summary>The whole of a request. An act is shown also where its registration cannot be read; without one that is the problem.</summary>
    internal async Task<Outcome<TrackedReceipt>> ReceiptAsync(ActReceipt? act, Rid? rid, CancellationToken cancellationToken)
    {
        var registration = rid is null ? (Outcome<TrackedRegistration>?)null : await ReadAsync(rid, cancellationToken);
        return act is null && registration?.Problem is { } problem ? problem : new TrackedReceipt(act, registration is { IsSuccess: true } read ? read.Value : null);
    }

    private async Task<Outcome<Tracked>> FindAsync(TrackedNumber number, CancellationToken cancellationToken)
    {
        if (number.EventId is { } eventId)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var row = await db.ServiceRequests.AsNoTracking().SingleOrDefaultAsync(one => one.EventId == eventId.Value, cancellationToken);
            return row is null ? TrackingProblems.UnknownReference : new Tracked(row, vault.OpenRid(row.SealedRid), row.EventId);
        }

        return await FindAsync(number.Rid!, cancellationToken);
    }

    private async Task<Problem?> CountAsync(string network, CancellationToken cancellationToken)
    {
        var networkKey = keys.Hash("network", network);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await attempts.BlockedUntilAsync(db, AttemptAction.Tracked, networkKey, new Allowance(options.Value.NetworkLookUpsPerTenMinutes, Window)) is { } until)
        {
            return TrackingProblems.TooMany.With("at", until);
        }

        await attempts.NoteAsync(db, AttemptAction.Tracked, networkKey);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}

/// <summary>A request that is tracked.</summary>
/// <param name="Row">The act, where it is one of the portal.</param>
/// <param name="Rid">The RID, where it has one.</param>
/// <param name="Key">What it is told from others by: the event id, or the hash of the RID.</param>
internal sealed record Tracked(ServiceRequestRow? Row, Rid? Rid, string Key);

/// <summary>Whose request it is.</summary>
/// <param name="IndividualId">The UIN, or null where nobody is known.</param>
internal sealed record Owner(IndividualId? IndividualId);
