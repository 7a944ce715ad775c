namespace ResidentPortal.Sandbox;

/// <summary>The MOSIP release whose behaviour the sandbox shows.</summary>
public enum SandboxProfile
{
    /// <summary>Release 1.3.</summary>
    V1_3,

    /// <summary>Release 1.2.0.1.</summary>
    V1_2_0_1,
}

/// <summary>The names of the profiles as configuration writes them.</summary>
public static class SandboxProfiles
{
    /// <summary>Reads <c>1.3</c> or <c>1.2.0.1</c>.</summary>
    public static SandboxProfile Parse(string? name) => name switch
    {
        null or "" or "1.3" => SandboxProfile.V1_3,
        "1.2.0.1" => SandboxProfile.V1_2_0_1,
        _ => throw new ArgumentException($"Sandbox:Profile is \"{name}\"; the sandbox knows 1.3 and 1.2.0.1.", nameof(name)),
    };

    /// <summary>The name as configuration writes it.</summary>
    public static string Name(this SandboxProfile profile) => profile == SandboxProfile.V1_3 ? "1.3" : "1.2.0.1";
}
