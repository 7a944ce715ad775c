using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Master data's machines, and the RID generator that counts for them.</summary>
internal sealed class MachineEndpoints(PlatformState state)
{
    private const string Base = "/v1/masterdata/machines";

    private static readonly PlatformOperation Search = new("masterdata.machines.search", Dialect.Kernel);
    private static readonly PlatformOperation Add = new("masterdata.machines.create", Dialect.Kernel);
    private static readonly PlatformOperation Activate = new("masterdata.machines.activate", Dialect.Kernel);
    private static readonly PlatformOperation Generate = new("ridgenerator.generate", Dialect.Kernel);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("POST", Base + "/search", Search, context => ReplyAsync(context, Found));
        routes.Map("POST", Base, Add, context => ReplyAsync(context, Added));
        routes.Map("GET", "/v1/ridgenerator/generate/rid/{centre}/{machine}", Generate, GenerateAsync);

        // Machines are active at once before 1.3.
        if (state.Rules.Profile == SandboxProfile.V1_3)
        {
            routes.Map("PATCH", Base, Activate, ActivateAsync);
        }
    }

    private JsonObject Found(JsonObject request)
    {
        var filters = request["filters"] as JsonArray ?? throw Invalid();
        var found = state.Machines.All.Where(machine => filters.OfType<JsonObject>().All(filter => Passes(machine, filter))).OrderByDescending(machine => machine.CreatedAt).ToList();
        return new JsonObject { ["fromRecord"] = 0, ["toRecord"] = found.Count, ["totalRecord"] = found.Count, ["data"] = new JsonArray([.. found.Select(Row)]) };
    }

    private static bool Passes(Machine machine, JsonObject filter) => (Json.Text(filter, "columnName"), Json.Text(filter, "type"), Json.Text(filter, "value")) switch
    {
        ("name", "contains", { } part) => machine.Name.Contains(part, StringComparison.OrdinalIgnoreCase),
        ("signPublicKey", "equals", { } key) => string.Equals(machine.SignPublicKey, key, StringComparison.OrdinalIgnoreCase),
        _ => throw new PlatformException("KER-MSD-317", "Filter column is not supported"),
    };

    private JsonObject Added(JsonObject request)
    {
        string Required(string name) => Json.Text(request, name) is { Length: > 0 } text ? text : throw Invalid();
        var (name, key) = (Required("name"), Required("signPublicKey"));
        Required("publicKey");
        Required("validityDateTime");
        return Required("machineSpecId") is "RESIDENT-1" && Required("zoneCode") is "MOR" && Required("regCenterId") is { Length: 5 } centre
            ? Row(state.Machines.Add(name, key, centre, "RESIDENT-1", "MOR", state.Clock.Now))
            : throw new PlatformException("KER-MSD-250", "Machine specification, zone or centre not found");
    }

    private Task ActivateAsync(HttpContext context) => new KernelReply(state.Clock).WriteAsync(context, () =>
        state.Machines.Activate(context.Request.Query["id"].ToString(), context.Request.Query["isActive"] == "true")
            ? new JsonObject { ["status"] = "Status updated successfully for machine" }
            : throw new PlatformException("KER-MSD-030", "Machine not found"));

    private Task GenerateAsync(HttpContext context) => new KernelReply(state.Clock, NullErrors: true).WriteAsync(context, () =>
        (context.Request.RouteValues["centre"], context.Request.RouteValues["machine"]) is (string { Length: 5 } centre, string { Length: 5 } machine)
            ? new JsonObject { ["rid"] = state.NewRid(centre, machine) }
            : throw new PlatformException("KER-RIG-003", "Center or machine id has another length"));

    private static JsonObject Row(Machine machine) => new()
    {
        ["id"] = machine.Id,
        ["name"] = machine.Name,
        ["ipAddress"] = "0.0.0.0",
        ["machineSpecId"] = machine.SpecId,
        ["publicKey"] = machine.SignPublicKey,
        ["signPublicKey"] = machine.SignPublicKey,
        ["regCenterId"] = machine.CentreId,
        ["zoneCode"] = machine.ZoneCode,
        ["isActive"] = machine.IsActive,
    };

    private async Task ReplyAsync(HttpContext context, Func<JsonObject, JsonNode> answer)
    {
        var json = await Json.ReadAsync(context);
        await new KernelReply(state.Clock).WriteAsync(context, () => answer(json?["request"] as JsonObject ?? throw Invalid()));
    }

    private static PlatformException Invalid() => new("KER-MSD-999", "Invalid request");
}
