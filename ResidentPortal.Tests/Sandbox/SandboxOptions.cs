using System.Globalization;

namespace ResidentPortal.Sandbox;

/// <summary>How a sandbox is set up, from <c>Sandbox:*</c> of the configuration.</summary>
public sealed record SandboxOptions
{
    /// <summary>Where the sandbox listens; <c>http://127.0.0.1:0</c> takes any free port.</summary>
    public string Url { get; init; } = "http://localhost:5010";

    /// <summary>The MOSIP release to behave like.</summary>
    public SandboxProfile Profile { get; init; } = SandboxProfile.V1_3;

    /// <summary>Makes generated numbers repeatable.</summary>
    public int? Seed { get; init; }

    /// <summary>A code that is issued instead of random ones; off when null.</summary>
    public string? ProxyOtp { get; init; }

    /// <summary>The client the platform knows.</summary>
    public string ClientId { get; init; } = "mosip-resident-client";

    /// <summary>The client's secret; without one any secret is taken.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Whether a 401 without any cookie has its body twice; by default as the profile does it.</summary>
    public bool? DoubledUnauthorized { get; init; }

    /// <summary>How many transactions of a person within a minute are a flood.</summary>
    public int FloodLimit { get; init; } = 100;

    /// <summary>Checks channel locks per channel at an OTP request.</summary>
    public bool StrictChannelLocks { get; init; }

    /// <summary>Whether the portal's client has the role for the search of lost RIDs (<c>mosip.role.registration.getPostlostridsearch</c>).</summary>
    public bool ResidentMaySearch { get; init; } = true;

    /// <summary>How many generated residents to add at the start.</summary>
    public int Population { get; init; }

    /// <summary>How many seconds a packet stays in each stage of the registration processor.</summary>
    public int StageSeconds { get; init; } = 20;

    /// <summary>How many seconds data that are shared can be taken back.</summary>
    public int ShareSeconds { get; init; } = 30;

    /// <summary>Whether packets for reprints are taken.</summary>
    public bool TakesReprints { get; init; }

    /// <summary>The client that people sign in for at the OpenID Connect provider.</summary>
    public string OidcClientId { get; init; } = "resident-portal";

    /// <summary>The client's RSA key (PEM or the path of its file; only the public half is used). Without one the provider knows no client; beside the portal it is the portal's own.</summary>
    public string? OidcClientKey { get; init; }

    /// <summary>The RSA key that user information is sealed for; it is only signed without one.</summary>
    public string? OidcEncryptionKey { get; init; }

    internal PlatformRules Rules => new()
    {
        Profile = Profile, Seed = Seed, ProxyOtp = ProxyOtp, FloodLimit = FloodLimit, StrictChannelLocks = StrictChannelLocks, ResidentMaySearch = ResidentMaySearch,
        StageEvery = TimeSpan.FromSeconds(StageSeconds), TakesReprints = TakesReprints, ShareAfter = TimeSpan.FromSeconds(ShareSeconds),
    };

    /// <summary>Reads the section <c>Sandbox</c>.</summary>
    public static SandboxOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Sandbox");
        var defaults = new SandboxOptions();
        return new SandboxOptions
        {
            Url = Text("Url") ?? defaults.Url,
            Profile = SandboxProfiles.Parse(Text("Profile")),
            Seed = Number("Seed"),
            ProxyOtp = Text("ProxyOtp"),
            ClientId = Text("ClientId") ?? defaults.ClientId,
            ClientSecret = Text("ClientSecret"),
            DoubledUnauthorized = Flag("DoubledUnauthorized"),
            FloodLimit = Number("FloodLimit") ?? defaults.FloodLimit,
            StrictChannelLocks = Flag("StrictChannelLocks") ?? false,
            ResidentMaySearch = Flag("ResidentMaySearch") ?? defaults.ResidentMaySearch,
            Population = Number("Population") ?? 0,
            StageSeconds = Number("StageSeconds") ?? defaults.StageSeconds,
            ShareSeconds = Number("ShareSeconds") ?? defaults.ShareSeconds,
            TakesReprints = Flag("TakesReprints") ?? false,
            OidcClientId = Text("OidcClientId") ?? defaults.OidcClientId,
            OidcClientKey = Text("OidcClientKey") ?? configuration["Oidc:ClientKey"],
            OidcEncryptionKey = Text("OidcEncryptionKey"),
        };

        string? Text(string key) => section[key] is { Length: > 0 } text ? text : null;

        int? Number(string key) => Text(key) is not { } text ? null
            : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
            : throw new InvalidOperationException($"Sandbox:{key} must be a whole number.");

        bool? Flag(string key) => Text(key) is not { } text ? null
            : bool.TryParse(text, out var flag) ? flag
            : throw new InvalidOperationException($"Sandbox:{key} must be true or false.");
    }
}
