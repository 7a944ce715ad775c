using System.Text.Json;
using ResidentPortal.Core.PublicLists;

namespace ResidentPortal.Api.Lists;

/// <summary><c>GET /proxy/config/ui-properties</c>, <c>/auth-proxy/config/…</c> and <c>/vid/policy</c>: what clients have to know of how the platform and the portal are set up.</summary>
internal static class ConfigurationLists
{
    private static readonly Dictionary<string, PublicList> Forms = new(StringComparer.Ordinal)
    {
        ["update-demographics"] = new UpdateQuestions(), ["personalized-card"] = new CardQuestions(), ["share-credential"] = new ShareQuestions(),
    };

    private static readonly ApiError NoForm = ApiErrors.Invalid($"schemaType. Valid values are {string.Join(',', Forms.Keys)}");
    private static readonly ApiError NoPolicy = new("RES-SER-426", "while retrieving policy details error is occured");

    private static readonly Operation Properties = new("GET", "/proxy/config/ui-properties", "mosip.resident.config", Operation.Newer)
    {
        Summary = "Lists the settings that clients have to know, by MOSIP's names; none of them is a secret.",
        Gives = """{ "mosip.mandatory-languages": "eng", "mosip.kernel.otp.expiry-time": "180" }""",
    };

    private static readonly Operation Form = new("GET", "/auth-proxy/config/ui-schema/{type}", "mosip.resident.config", Operation.Newer)
    {
        Summary = "Reads a UI specification: what may be changed, shared, or put on a card.",
        Access = Access.Resident,
        Refuses = [NoForm, ApiErrors.ResourceInaccessible],
        Parameters = [new("type", "update-demographics, personalized-card or share-credential.", "update-demographics")],
    };

    private static readonly Operation Names = new("GET", "/auth-proxy/config/identity-mapping", "mosip.resident.config", Operation.Newer)
    {
        Summary = "Reads what the attributes of an identity are called.", Access = Access.Resident, Refuses = [ApiErrors.ResourceInaccessible],
    };

    private static readonly Operation Policy = new("GET", "/vid/policy", "mosip.resident.vid.policy", Operation.Newer)
    {
        Summary = "Reads what types of VID there are and what holds for each, as the platform keeps it.", Refuses = [NoPolicy],
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapOperation<IReadOnlyDictionary<string, string>>(Properties, async call => ApiAnswer.Of(await UiProperties.ReadAsync(call)));
        api.MapOperation<JsonElement>(Form, async call => Forms.TryGetValue(call.Parameter("type") ?? string.Empty, out var form) ? await call.ReadBareAsync(form) : NoForm);
        api.MapOperation<JsonElement>(Names, call => call.ReadBareAsync(new IdentityNames()));
        api.MapOperation<JsonElement>(Policy, call => call.ReadBareAsync(new VidPolicies(), NoPolicy));
    }
}
