using System.Text.Json;
using ResidentPortal.Core.PublicLists;

namespace ResidentPortal.Api.Lists;

/// <summary>One operation that passes on a list of the platform.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Summary">What it does, in one sentence.</param>
/// <param name="ListOf">The list that a call asks for; null where its parameters cannot be read.</param>
internal sealed record ListOperation(string Path, string Summary, Func<ApiCall, PublicList?> ListOf)
{
    /// <summary>An example of the platform's document.</summary>
    public string Gives { get; init; } = string.Empty;

    /// <summary>Lays it.</summary>
    public void Map(IEndpointRouteBuilder api, string id, Access access, params IReadOnlyList<ApiParameter> parameters) => api.MapOperation<JsonElement>(
        new Operation("GET", Path, id, Operation.Newer) { Summary = Summary, Access = access, Gives = Gives, Refuses = [ApiErrors.BadRequest, ApiErrors.ResourceInaccessible], Parameters = parameters },
        call => call.ReadAsync(ListOf(call)));
}
