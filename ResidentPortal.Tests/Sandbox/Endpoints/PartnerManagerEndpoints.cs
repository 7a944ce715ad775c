using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Partner management: the organisations of a type, and what one may get. The older release takes <c>v2</c> for the id of a partner.</summary>
internal sealed class PartnerManagerEndpoints(PlatformState state)
{
    private const string Base = "/v1/partnermanager/partners";

    private static readonly PlatformOperation List = new("partners.list", Dialect.Kernel);
    private static readonly PlatformOperation Policy = new("partners.policy.read", Dialect.Kernel);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("GET", Base, List, context => ReplyAsync(context, () => Listed(context, hasLogo: false)));
        routes.Map("GET", Base + "/v2", List, context => ReplyAsync(context, () =>
            state.Rules.Profile == SandboxProfile.V1_3 ? Listed(context, hasLogo: true) : throw new PlatformException("PMS_PRT_005", "Partner does not exist")));
        routes.Map("GET", Base + "/{partnerId}/credentialtype/{credentialType}/policies", Policy, context => ReplyAsync(context, () => PolicyOf(context)));
    }

    private static JsonObject Listed(HttpContext context, bool hasLogo)
    {
        var type = (string?)context.Request.Query["partnerType"];
        return new JsonObject
        {
            ["partners"] = new JsonArray([
                .. DemoPartners.All.Where(_ => type is null or DemoPartners.Type)
                    .Select(partner => Written(partner.Id, partner.IsActive, partner.Name, partner.Phone, partner.Email, DemoPartners.Type, hasLogo)),
                .. DemoPartners.Makers.Where(maker => type is null || string.Equals(maker.Type, type, StringComparison.Ordinal))
                    .Select(maker => Written(maker.Id, isActive: true, maker.Name, phone: null, email: null, maker.Type, hasLogo)),
            ]),
        };
    }

    private static JsonObject Written(string id, bool isActive, string name, string? phone, string? email, string type, bool hasLogo)
    {
        var written = new JsonObject
        {
            ["partnerID"] = id, ["status"] = isActive ? "ACTIVE" : "INACTIVE", ["organizationName"] = name, ["contactNumber"] = phone, ["emailId"] = email, ["address"] = "Casablanca",
            ["partnerType"] = type,
        };
        if (hasLogo)
        {
            (written["logoUrl"], written["additionalInfo"]) = (null, new JsonArray());
        }

        return written;
    }

    private static JsonObject PolicyOf(HttpContext context)
    {
        var partner = DemoPartners.Find((string?)context.Request.RouteValues["partnerId"]) ?? throw new PlatformException("PMS_PRT_005", "Partner does not exist");
        var type = (string?)context.Request.RouteValues["credentialType"];
        return type is not "vercred" ? throw new PlatformException("PMS_PRT_072", "Credential type not allowed") : new JsonObject
        {
            ["partnerId"] = partner.Id,
            ["credentialType"] = type,
            ["policyId"] = $"{partner.Id}-policy",
            ["policyType"] = "DataShare",
            ["status"] = "PUBLISHED",
            ["policies"] = new JsonObject
            {
                ["dataSharePolicies"] = new JsonObject { ["typeOfShare"] = "Data Share", ["validForInMinutes"] = "30", ["transactionsAllowed"] = "2", ["encryptionType"] = "none" },
                ["shareableAttributes"] = new JsonArray([.. partner.Attributes.Select(attribute => new JsonObject
                {
                    ["attributeName"] = attribute,
                    ["source"] = new JsonArray([.. DemoPartner.Sources(attribute).Select(source => new JsonObject { ["attribute"] = source })]),
                    ["encrypted"] = false,
                    ["format"] = null,
                })]),
            },
        };
    }

    private Task ReplyAsync(HttpContext context, Func<JsonNode> answer) => new KernelReply(state.Clock).WriteAsync(context, answer);
}
