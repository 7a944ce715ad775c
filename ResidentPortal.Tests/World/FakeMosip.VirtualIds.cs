using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Sandbox;
using DomainPolicy = ResidentPortal.Core.VirtualIds.VidPolicy;

namespace ResidentPortal.Tests.World;

/// <summary>The register of VIDs in memory.</summary>
public sealed partial class FakeMosip
{
    public const string ReadVidPolicy = "vid.policy";
    public const string ListVids = "vid.list";
    public const string GenerateVid = "vid.create";
    public const string RevokeVid = "vid.revoke";
    public const string CountVidUses = "vid.uses";

    /// <summary>Whether the platform tells by which number a use was made; an older one does not.</summary>
    public bool TellsVidUses { get; set; } = true;

    /// <summary>Runs after a VID was made or revoked and before its answer: a place for a crash, or for a look at the database.</summary>
    public Action? AfterVidChange { get; set; }

    public Task<Outcome<IReadOnlyList<DomainPolicy>>> ReadPolicyAsync(CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<DomainPolicy>>(ReadVidPolicy, _ => CommonProblems.ServiceUnavailable, () =>
        [
            .. State.Vids.Policies.Select(policy => new DomainPolicy(
                new VidType(policy.VidType),
                policy.ValidForMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
                policy.TransactionsAllowed,
                policy.InstancesAllowed,
                policy.AutoRestoreAllowed)),
        ]);

    public Task<Outcome<IReadOnlyList<IssuedVid>>> ListAsync(Uin uin, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<IssuedVid>>(ListVids, _ => CommonProblems.ServiceUnavailable, () =>
        [
            .. State.Vids.Usable(uin.Reveal()).Select(vid => new IssuedVid(
                ParseVid(vid.Vid),
                new VidType(vid.Policy.VidType.ToUpperInvariant()),
                vid.CreatedAt,
                vid.ExpiresAt == VidRecord.Never ? null : vid.ExpiresAt,
                vid.Policy.TransactionsAllowed)),
        ]);

    public Task<Outcome<Vid>> GenerateAsync(Uin uin, VidType type, CancellationToken cancellationToken) =>
        CallAsync(GenerateVid, fault => fault.Code is "IDR-VID-003" ? VirtualIdProblems.LimitReached : VirtualIdProblems.NotAllowed, () =>
        {
            var vid = ParseVid(State.CreateVid(uin.Reveal(), type.Name).Vid);
            AfterVidChange?.Invoke();
            return vid;
        });

    public Task<Outcome<VidRevocation>> RevokeAsync(Uin uin, Vid vid, CancellationToken cancellationToken) =>
        CallAsync(RevokeVid, _ => VirtualIdProblems.UnknownVid, () =>
        {
            var change = State.ChangeVid(vid.Reveal(), "REVOKED");
            AfterVidChange?.Invoke();
            return new VidRevocation(change.Restored is { } restored ? ParseVid(restored.Vid) : null);
        });

    public Task<Outcome<IReadOnlyDictionary<Vid, int>>> CountAsync(Uin uin, IReadOnlyCollection<Vid> vids, DateTimeOffset since, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyDictionary<Vid, int>>(CountVidUses, _ => CommonProblems.ServiceUnavailable, () => (TellsVidUses ? vids : []).ToDictionary(
            vid => vid,
            vid => State.Authentications.Of(uin.Reveal()).Count(row => row.Succeeded && row.At >= since && string.Equals(row.IndividualId, vid.Reveal(), StringComparison.Ordinal))));

    private static Vid ParseVid(string digits) => Vid.TryParse(digits, out var vid) ? vid : throw new InvalidOperationException("The sandbox made a VID that is none.");
}
