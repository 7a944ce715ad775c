namespace ResidentPortal.Sandbox;

/// <summary>Sync data, as far as it hands out the ID schema.</summary>
internal sealed class SyncDataEndpoints(PlatformState state)
{
    private static readonly PlatformOperation Schema = new("syncdata.idschema", Dialect.Kernel);

    internal void Map(IEndpointRouteBuilder routes) => routes.Map("GET", "/v1/syncdata/latestidschema", Schema, context =>
        new KernelReply(state.Clock).WriteAsync(context, () => MasterLists.Schema(context.Request.Query["schemaVersion"])));
}
