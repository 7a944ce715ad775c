using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The ID repository's identity service: identity by any id, auth-type status, and RID by individual id.</summary>
internal sealed class IdentityEndpoints(PlatformState state)
{
    private const string Base = "/idrepository/v1/identity";

    private static readonly PlatformOperation ReadIdentity = new("idrepository.identity.read", Dialect.Kernel);
    private static readonly PlatformOperation ReadAuthTypes = new("idrepository.authtypes.read", Dialect.Kernel);
    private static readonly PlatformOperation UpdateAuthTypes = new("idrepository.authtypes.update", Dialect.Kernel);
    private static readonly PlatformOperation ReadRid = new("idrepository.rid.read", Dialect.Kernel);
    private static readonly string[] Types = ["demo", "bio", "metadata", "all"];

    private bool IsNewer => state.Rules.Profile == SandboxProfile.V1_3;

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("GET", Base + "/idvid/{id}", ReadIdentity, context => IdentityAsync(context, Route(context, "id"), name => Query(context, name)));
        routes.Map("GET", Base + "/authtypes/status/{id}", ReadAuthTypes, AuthTypesAsync);
        routes.Map("GET", Base + "/authtypes/status/individualIdType/{type}/individualId/{id}", ReadAuthTypes, AuthTypesAsync);
        routes.Map("POST", Base + "/authtypes/status", UpdateAuthTypes, UpdateAuthTypesAsync);

        // Neither exists before 1.2.1.
        if (IsNewer)
        {
            routes.Map("POST", Base + "/idvid/", ReadIdentity, IdentityByBodyAsync);
            routes.Map("GET", Base + "/rid/{id}", ReadRid, RidAsync);
        }
    }

    private async Task IdentityByBodyAsync(HttpContext context)
    {
        // The platform maps only the address with the slash at its end.
        if (!context.Request.Path.Value!.EndsWith('/'))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var json = await Json.ReadAsync(context);
        await IdentityAsync(context, Json.Text(json, "id") ?? "", name => Json.Text(json, name));
    }

    private Task IdentityAsync(HttpContext context, string id, Func<string, string?> option) =>
        new KernelReply(state.Clock, "mosip.id.read", "v1").WriteAsync(context, () =>
        {
            CheckType(option);
            var identity = state.FindIdentity(id, option("idType"));
            return new JsonObject
            {
                ["status"] = identity.Status,
                ["identity"] = identity.Document(),
                ["documents"] = Documents(identity, option("type")),
                ["verifiedAttributes"] = null,
            };
        });

    // Proofs, which "demo" and "all" bring on the platform, are left out: nobody reads them here.
    private JsonArray Documents(IdentityRecord identity, string? type) =>
        type is not null && type.Split(',').Any(part => part.Trim().ToLowerInvariant() is "bio" or "all") && state.FindBiometrics(identity.Uin) is { } biometrics
            ? [new JsonObject { ["category"] = "individualBiometrics", ["value"] = Base64Url.EncodeToString(biometrics) }]
            : [];

    private static void CheckType(Func<string, string?> option)
    {
        var type = option("type");
        if (type is not null && type.Split(',').Any(part => !Types.Contains(part.Trim(), StringComparer.OrdinalIgnoreCase)))
        {
            throw PlatformException.Invalid("type");
        }

        string[] formats = ["fingerExtractionFormat", "irisExtractionFormat", "faceExtractionFormat"];
        if (type is null && formats.Any(format => option(format) is not null))
        {
            throw PlatformException.Missing("type");
        }
    }

    private Task RidAsync(HttpContext context) =>
        new KernelReply(state.Clock, "mosip.idrepo.rid.get", "1.0").WriteAsync(
            context,
            () => new JsonObject { ["rid"] = state.LatestRid(Route(context, "id"), Query(context, "idType")) });

    private Task AuthTypesAsync(HttpContext context) => new KernelReply(state.Clock).WriteAsync(context, () => new JsonObject
    {
        ["authTypes"] = new JsonArray([.. state.ReadAuthTypes(Route(context, "id")).Select(status => new JsonObject
        {
            ["authType"] = status.AuthType,
            ["authSubType"] = status.AuthSubType,
            ["locked"] = status.Locked,
            ["unlockForSeconds"] = status.UnlockForSeconds,
            ["requestId"] = null,
            ["metadata"] = null,
        })]),
    });

    private async Task UpdateAuthTypesAsync(HttpContext context)
    {
        var json = await Json.ReadAsync(context);
        await new KernelReply(state.Clock, NullErrors: true).WriteAsync(context, () =>
        {
            var body = json ?? throw Unknown();
            if (IsNewer)
            {
                CheckEnvelope(body);
            }

            var id = Json.Text(body, "individualId") ?? throw PlatformException.Invalid("individualId");
            CheckIdType(id, Json.Text(body, "individualIdType"));
            state.ChangeAuthTypes(id, Changes(body));
            return new JsonObject { ["status"] = "Success", ["identity"] = null, ["documents"] = null, ["verifiedAttributes"] = null };
        });
    }

    // Absent is worse than blank: the first is a null the service falls over, the second a refusal.
    private static void CheckEnvelope(JsonObject body)
    {
        string[] fields = ["id", "version", "requestTime"];
        if (fields.Any(field => Json.Text(body, field) is null))
        {
            throw Unknown();
        }

        if (fields.Any(field => string.IsNullOrWhiteSpace(Json.Text(body, field))))
        {
            throw new PlatformException("IDR-IDC-003", "Invalid Request");
        }
    }

    private static void CheckIdType(string id, string? type)
    {
        if (type is not (null or "UIN" or "VID"))
        {
            throw PlatformException.Invalid("idType");
        }

        if (type is not null && (string.Equals(type, "UIN", StringComparison.Ordinal) ? !IdentifierRules.IsUin(id) : !IdentifierRules.IsVid(id)))
        {
            throw PlatformException.Invalid("individualId");
        }
    }

    private static List<AuthTypeChange> Changes(JsonObject body)
    {
        if (body["request"] is not JsonArray array)
        {
            throw PlatformException.Invalid("authTypes");
        }

        return
        [
            .. array.Select(item => item as JsonObject ?? throw Unknown()).Select(item => new AuthTypeChange(
                Json.Text(item, "authType") ?? throw PlatformException.Invalid("authTypes"),
                Json.Text(item, "authSubType"),
                Json.Flag(item, "locked") ?? throw Unknown(),
                Json.Number(item, "unlockForSeconds"),
                Json.Text(item, "requestId"))),
        ];
    }

    private static PlatformException Unknown() => new("IDR-IDC-004", "Unknown error occurred");

    private static string Route(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    private static string? Query(HttpContext context, string name) =>
        context.Request.Query[name] is { Count: > 0 } value ? value.ToString() : null;
}
