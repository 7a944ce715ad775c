using System.Globalization;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Sandbox;

namespace ResidentPortal.Tests.World;

/// <summary>The identity that a registration led to, and registrations on their way.</summary>
public sealed partial class FakeMosip
{
    public const string FindByRid = "identity.rid";

    public Task<Outcome<Identity>> FindByRidAsync(Rid rid, CancellationToken cancellationToken) =>
        CallAsync(FindByRid, _ => ProfileProblems.UnknownPerson, () => IdentityOf(State.FindIdentity(rid.Reveal(), "ID").Resident));

    /// <summary>A registration with these states from the start on; what comes of it is this person's.</summary>
    public string AddRegistration(string? uin, params RegistrationStep[] steps)
    {
        var rid = "10001100100099" + (100 + State.Registrations.All.Count).ToString(CultureInfo.InvariantCulture)[^1..] + "20261124080000";
        State.Registrations.Put(new Registration(rid, "of a test", State.Clock.Now, steps, uin));
        return rid;
    }
}
