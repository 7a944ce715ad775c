using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The audit manager: takes records after checking every field.</summary>
internal sealed class AuditManagerEndpoints(PlatformState state)
{
    private static readonly PlatformOperation Add = new("auditmanager.audits", Dialect.Kernel);

    internal void Map(IEndpointRouteBuilder routes) => routes.Map("POST", "/v1/auditmanager/audits", Add, AddAsync);

    private async Task AddAsync(HttpContext context)
    {
        var json = await Json.ReadAsync(context);
        await new KernelReply(state.Clock, "mosip.kernel.auditmanager.addAudit", "1.0", NullErrors: true).WriteAsync(context, () =>
        {
            state.Audit(json?["request"] as JsonObject
                ?? throw new PlatformException("KER-AUD-001", "Invalid Audit Request. Required parameters must be present"));
            return new JsonObject { ["status"] = true };
        });
    }
}
