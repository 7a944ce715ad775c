using System.Globalization;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The ID repository's changes that wait, and how many are left; neither is there before 1.2.1.</summary>
internal sealed class DraftEndpoints(PlatformState state)
{
    private const string Base = "/idrepository/v1/identity";

    private static readonly PlatformOperation List = new("idrepository.draft.list", Dialect.Kernel);
    private static readonly PlatformOperation Discard = new("idrepository.draft.discard", Dialect.Kernel);
    private static readonly PlatformOperation Counts = new("idrepository.update-counts", Dialect.Kernel);

    internal void Map(IEndpointRouteBuilder routes)
    {
        if (state.Rules.Profile is SandboxProfile.V1_3)
        {
            routes.Map("GET", Base + "/draft/uin/{uin}", List, ListAsync);
            routes.Map("DELETE", Base + "/draft/discard/{rid}", Discard, DiscardAsync);
            routes.Map("GET", Base + "/{id}/update-counts", Counts, CountsAsync);
        }
    }

    // None is null here, and no empty list.
    private Task ListAsync(HttpContext context) => new KernelReply(state.Clock, RefusalStatus: StatusCodes.Status400BadRequest).WriteAsync(context, () => new JsonObject
    {
        ["drafts"] = state.Drafts(Route(context, "uin")) is { Count: > 0 } drafts
            ? new JsonArray([.. drafts.Select(draft => new JsonObject
            {
                ["rid"] = draft.Rid,
                ["createdDTimes"] = draft.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture),
                ["attributes"] = new JsonArray([.. draft.Attributes.Select(attribute => (JsonNode)attribute)]),
            })])
            : null,
    });

    private Task DiscardAsync(HttpContext context) => new KernelReply(state.Clock).WriteAsync(context, () =>
    {
        state.DiscardPacket(Route(context, "rid"));
        return new JsonObject { ["status"] = "DISCARDED" };
    });

    // The filter is as unreliable as the platform's: it is not looked at.
    private Task CountsAsync(HttpContext context) => new KernelReply(state.Clock).WriteAsync(context, () => new JsonObject
    {
        ["attributes"] = new JsonArray([.. state.UpdatesLeft(Route(context, "id")).Select(left => new JsonObject { ["attributeName"] = left.Key, ["noOfUpdatesLeft"] = left.Value })]),
    });

    private static string Route(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;
}
