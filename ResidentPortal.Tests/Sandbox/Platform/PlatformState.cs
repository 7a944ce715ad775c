namespace ResidentPortal.Sandbox;

/// <summary>How a platform state is set up.</summary>
public sealed record PlatformRules
{
    /// <summary>The release whose rules hold.</summary>
    public SandboxProfile Profile { get; init; } = SandboxProfile.V1_3;

    /// <summary>Makes generated numbers repeatable; without it they are random.</summary>
    public int? Seed { get; init; }

    /// <summary>A code that is issued instead of a random one, as MOSIP's test mode does; off when null.</summary>
    public string? ProxyOtp { get; init; }

    /// <summary>How many transactions of a person within a minute are a flood.</summary>
    public int FloodLimit { get; init; } = 100;

    /// <summary>Whether the portal's client has the role for the search of lost RIDs.</summary>
    public bool ResidentMaySearch { get; init; } = true;

    /// <summary>Checks <c>otp-phone</c> and <c>otp-email</c> locks per channel at an OTP request; the published code looks at other names.</summary>
    public bool StrictChannelLocks { get; init; }

    /// <summary>How long a packet stays in each stage of the registration processor, by the platform's clock.</summary>
    public TimeSpan StageEvery { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long data that are shared can be taken back, by the platform's clock.</summary>
    public TimeSpan ShareAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The largest packet the receiver takes, in megabytes.</summary>
    public int MaxPacketMegabytes { get; init; } = 5;

    /// <summary>Whether packets for reprints are taken at the start; as shipped, the platform does not.</summary>
    public bool TakesReprints { get; init; }
}

/// <summary>What ID authentication answers to an OTP request: the masked contacts the code went to.</summary>
public sealed record OtpReceipt(string? MaskedMobile, string? MaskedEmail);

/// <summary>The whole state of the simulated platform, without any HTTP: people, codes, locks, VIDs, registrations and messages.</summary>
public sealed partial class PlatformState
{
    /// <summary>Makes a platform with the demo residents on it.</summary>
    public PlatformState(TimeProvider time, PlatformRules? rules = null)
    {
        Rules = rules ?? new PlatformRules();
        var random = Rules.Seed is { } seed ? new Random(seed) : Random.Shared;
        Clock = new SandboxClock(time);
        Population = new SandboxPopulation(random, Clock);
        Otps = new OtpRegister(Clock, Rules.ProxyOtp);
        KeyedOtps = new KeyedOtpRegister(Clock, Rules.ProxyOtp);
        AuthTypes = new AuthTypeRegister(Clock);
        Vids = new VidRegister(Clock, Rules.Profile, random);
        Registrations = new RegistrationRegister(Clock);
        Machines = new MachineRegister(Rules.Profile);
        Authentications = new AuthenticationLog(Clock);
        Credentials = new CredentialRegister(Clock, IsKnownToCredentials, Rules.ShareAfter);
        TakesReprints = Rules.TakesReprints;
        DemoPlatform.Fill(this);
    }

    /// <summary>The rules in force.</summary>
    public PlatformRules Rules { get; }

    /// <summary>The clock.</summary>
    public SandboxClock Clock { get; }

    /// <summary>The people.</summary>
    public SandboxPopulation Population { get; }

    /// <summary>The codes.</summary>
    public OtpRegister Otps { get; }

    /// <summary>The OTP manager's codes.</summary>
    public KeyedOtpRegister KeyedOtps { get; }

    /// <summary>The locks.</summary>
    public AuthTypeRegister AuthTypes { get; }

    /// <summary>The VIDs.</summary>
    public VidRegister Vids { get; }

    /// <summary>The registrations.</summary>
    public RegistrationRegister Registrations { get; }

    /// <summary>The packets of portals.</summary>
    public PacketRegister Packets { get; } = new();

    /// <summary>The machines that make packets.</summary>
    public MachineRegister Machines { get; }

    /// <summary>ID authentication's transactions.</summary>
    public AuthenticationLog Authentications { get; }

    /// <summary>The credential requests.</summary>
    public CredentialRegister Credentials { get; }

    /// <summary>The audit manager's records.</summary>
    public AuditLog Audits { get; } = new();

    /// <summary>The messages sent.</summary>
    public SandboxOutbox Outbox { get; } = new();

    /// <summary>Adds generated residents, each with a perpetual VID and a processed registration.</summary>
    public IReadOnlyList<Resident> Populate(int count)
    {
        var added = Population.Generate(count);
        DemoPlatform.Introduce(this, added);
        return added;
    }

    /// <summary>Adds a resident of a test's own, with the VID and RID it names.</summary>
    public void Add(Resident resident)
    {
        Population.Put(resident);
        DemoPlatform.Introduce(this, [resident]);
    }

    /// <summary>Makes codes, VIDs, locks and stages older; request times keep real time.</summary>
    public void Age(TimeSpan by) => Clock.Age(by);

    /// <summary>Puts everything back to the start: the demo residents, and nothing that happened since.</summary>
    public void Reset()
    {
        Clock.Reset();
        Population.Reset();
        Otps.Clear();
        KeyedOtps.Clear();
        AuthTypes.Clear();
        Vids.Clear();
        Registrations.Clear();
        Packets.Clear();
        Machines.Clear();
        TakesReprints = Rules.TakesReprints;
        Authentications.Clear();
        Credentials.Clear();
        Audits.Clear();
        Outbox.Clear();
        DemoPlatform.Fill(this);
    }

    /// <summary>Remembers what calls can change; the returned action puts it back, so that a call can look done without being done.</summary>
    internal Action Remember()
    {
        Action[] parts =
        [
            Otps.Remember(), KeyedOtps.Remember(), AuthTypes.Remember(), Vids.Remember(), Registrations.Remember(), Packets.Remember(), Machines.Remember(), Population.Remember(),
            Authentications.Remember(), Credentials.Remember(), Audits.Remember(), Outbox.Remember(),
        ];
        return () =>
        {
            foreach (var putBack in parts)
            {
                putBack();
            }
        };
    }
}
