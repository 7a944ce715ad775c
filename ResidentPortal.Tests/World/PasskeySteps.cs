namespace ResidentPortal.Tests.World;

/// <summary>A virtual device that keeps passkeys, in the browser of a visitor.</summary>
internal static class PasskeySteps
{
    /// <summary>Plugs it in; whether it sees its owner (a finger, a face, a PIN) is said once.</summary>
    public static async Task AddPasskeyDeviceAsync(this Visit visit, bool seesOwner)
    {
        var tools = await visit.Context.NewCDPSessionAsync(visit.Page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = seesOwner, ["isUserVerified"] = seesOwner, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
