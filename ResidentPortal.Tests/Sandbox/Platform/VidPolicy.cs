using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>What <c>mosip-vid-policy.json</c> says of one type of VID.</summary>
public sealed record VidPolicy(
    string VidType,
    int? ValidForMinutes,
    int? TransactionsAllowed,
    int InstancesAllowed,
    bool AutoRestoreAllowed,
    string RestoreOnAction)
{
    /// <summary>The policies shipped with a release.</summary>
    public static IReadOnlyList<VidPolicy> For(SandboxProfile profile) => profile == SandboxProfile.V1_3
        ?
        [
            new("Perpetual", ValidForMinutes: null, TransactionsAllowed: null, InstancesAllowed: 1, AutoRestoreAllowed: true, "REVOKED"),
            new("Temporary", ValidForMinutes: 30, TransactionsAllowed: 2, InstancesAllowed: 5, AutoRestoreAllowed: false, "REGENERATE"),
            new("OneTimeUse", ValidForMinutes: null, TransactionsAllowed: 2, InstancesAllowed: 5, AutoRestoreAllowed: false, "REVOKED"),
        ]
        :
        [
            new("Perpetual", ValidForMinutes: null, TransactionsAllowed: null, InstancesAllowed: 2, AutoRestoreAllowed: true, "REVOKED"),
            new("Temporary", ValidForMinutes: 30, TransactionsAllowed: 1, InstancesAllowed: 20, AutoRestoreAllowed: false, "REGENERATE"),
            new("OneTimeUse", ValidForMinutes: null, TransactionsAllowed: 1, InstancesAllowed: 20, AutoRestoreAllowed: false, "REVOKED"),
        ];

    /// <summary>The policy file as the config server serves it.</summary>
    public static JsonObject File(SandboxProfile profile) => new()
    {
        ["vidPolicies"] = new JsonArray([.. For(profile).Select(policy => new JsonObject
        {
            ["vidType"] = policy.VidType,
            ["vidPolicy"] = new JsonObject
            {
                ["validForInMinutes"] = policy.ValidForMinutes,
                ["transactionsAllowed"] = policy.TransactionsAllowed,
                ["instancesAllowed"] = policy.InstancesAllowed,
                ["autoRestoreAllowed"] = policy.AutoRestoreAllowed,
                ["restoreOnAction"] = policy.RestoreOnAction,
            },
        })]),
    };
}
