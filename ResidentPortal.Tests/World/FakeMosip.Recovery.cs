using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Recovery;

namespace ResidentPortal.Tests.World;

/// <summary>The search for lost registrations, and the identities behind them, in memory.</summary>
public sealed partial class FakeMosip : ILostRegistrations, ILostPersons
{
    public const string SearchLost = "lost.search";
    public const string FindLostPerson = "lost.person";

    /// <summary>Whether the platform lets the portal search.</summary>
    public bool MaySearch { get; set; } = true;

    public ValueTask<bool> MaySearchAsync(CancellationToken cancellationToken) => ValueTask.FromResult(MaySearch);

    public async Task<Outcome<IReadOnlyList<Rid>>> SearchAsync(LostSearch search, CancellationToken cancellationToken)
    {
        var found = await CallAsync(SearchLost, fault => fault.Code is "RPR-RGS-032" ? RecoveryProblems.TooManyFound : CommonProblems.NotFound, () =>
            State.SearchLost(search.Name, search.Phone, search.Email).Select(registration => Rid.Parse(registration.Rid, out _)!).ToList());
        return found.Problem == CommonProblems.NotFound ? new List<Rid>() : found.Then<IReadOnlyList<Rid>>(rids => rids);
    }

    Task<Outcome<LostPerson>> ILostPersons.FindAsync(Rid rid, CancellationToken cancellationToken) => CallAsync(FindLostPerson, _ => ProfileProblems.UnknownPerson, () =>
    {
        var resident = State.FindIdentity(rid.Reveal(), "ID").Resident;
        return new LostPerson
        {
            Uin = Uin.TryParse(resident.Uin, out var uin) ? uin : throw new InvalidOperationException("A resident of the sandbox has no UIN."),
            Status = Enum.Parse<IdentityStatus>(resident.Status, ignoreCase: true),
            Phone = resident.Phone,
            Email = resident.Email,
            PostalCode = "14022",
        };
    });
}
