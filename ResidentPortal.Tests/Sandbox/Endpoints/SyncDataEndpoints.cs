using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Sync data, as far as it hands out the ID schema.</summary>
internal sealed class SyncDataEndpoints(PlatformState state)
{
    private static readonly PlatformOperation Schema = new("syncdata.idschema", Dialect.Kernel);

    internal void Map(IEndpointRouteBuilder routes) => routes.Map("GET", "/v1/syncdata/latestidschema", Schema, SchemaAsync);

    // Without a version, or with one that is not above 0, it is the newest.
    private Task SchemaAsync(HttpContext context) => new KernelReply(state.Clock).WriteAsync(context, () =>
        context.Request.Query["schemaVersion"].ToString() is not ("" or "0" or IdSchema.Version)
            ? throw new PlatformException("KER-SCH-007", "Schema not found")
            : new JsonObject
            {
                ["id"] = "sandbox-id-schema",
                ["idVersion"] = IdSchema.VersionNumber,
                ["title"] = "MOSIP identity",
                ["description"] = "MOSIP Sample identity",
                ["schemaJson"] = IdSchema.Document().ToJsonString(Json.Options),
                ["status"] = "PUBLISHED",
                ["effectiveFrom"] = "2025-11-03T14:16:22.118",
            });
}
