using ResidentPortal.Api.Acts;
using ResidentPortal.Core.Updates;

namespace ResidentPortal.Api.Updates;

/// <summary><c>GET /identity/update-count</c>: how often attributes may still be changed.</summary>
internal static class UpdateCounts
{
    private const string Filter = "filter_attribute_list";

    private static readonly Operation Operation = new("GET", "/identity/update-count", "mosip.resident.identity.update.count", Operation.Newer)
    {
        Summary = "Says how often attributes may still be changed; those that are not named have no limit.",
        Access = Access.Resident,
        Parameters = [new(Filter, "The attributes, with commas between them; all where it is left out.", "fullName,gender")],
        Gives = """{ "attributes": [{ "attributeName": "fullName", "noOfUpdatesLeft": 4 }] }""",
        Refuses = [ResidentErrors.Inaccessible],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<UpdateCountsReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall call)
    {
        var wanted = call.Parameter(Filter)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (await call.Get<CountUpdatesLeft>().ExecuteAsync(call.SessionId, call.Gone)).Try(out var left, out _)
            ? ApiAnswer.Of(new UpdateCountsReply([.. left.Where(one => wanted is not { Length: > 0 } || wanted.Contains(one.Key, StringComparer.Ordinal)).Select(one => new UpdateCount(one.Key, one.Value))]))
            : ResidentErrors.Inaccessible;
    }
}

/// <summary>How often attributes may still be changed.</summary>
/// <param name="Attributes">One entry for each attribute that has a limit.</param>
internal sealed record UpdateCountsReply(IReadOnlyList<UpdateCount> Attributes);

/// <summary>How often one attribute may still be changed.</summary>
/// <param name="AttributeName">The attribute.</param>
/// <param name="NoOfUpdatesLeft">How often.</param>
internal sealed record UpdateCount(string AttributeName, int NoOfUpdatesLeft);
