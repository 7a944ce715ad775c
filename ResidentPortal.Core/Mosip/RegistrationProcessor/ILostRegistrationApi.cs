using System.Text.Json.Serialization;
using Refit;

namespace ResidentPortal.Core.Mosip.RegistrationProcessor;

/// <summary>MOSIP registration processor, the search for lost RIDs (from 1.2). The client needs a role that residents' clients are not shipped with.</summary>
internal interface ILostRegistrationApi
{
    /// <summary><c>POST /lostridsearch</c>: registrations by what was announced with them; at most four.</summary>
    [Post("/lostridsearch")]
    Task<HttpResponseMessage> SearchAsync([Header("Cookie")] string cookie, [Body] KernelRequest<LostRidQuery> body, CancellationToken cancellationToken);
}

/// <summary>What is searched, and in which order the answer comes.</summary>
/// <param name="Filters">All of them have to hold.</param>
/// <param name="Sort">Exactly one.</param>
internal sealed record LostRidQuery(
    [property: JsonPropertyName("filters")] IReadOnlyList<LostRidFilter> Filters, [property: JsonPropertyName("sort")] IReadOnlyList<LostRidSort> Sort)
{
    /// <summary>Without what is searched by.</summary>
    public override string ToString() => nameof(LostRidQuery);
}

/// <summary>A column and the value it has to have.</summary>
/// <param name="ColumnName"><c>name</c>, <c>phone</c> or <c>email</c>.</param>
/// <param name="Value">The value; the platform compares hashes.</param>
internal sealed record LostRidFilter([property: JsonPropertyName("columnName")] string ColumnName, [property: JsonPropertyName("value")] string Value)
{
    /// <summary>How it is compared.</summary>
    [JsonPropertyName("type")]
    public string Type { get; init; } = "equals";

    /// <summary>Of a range; blank.</summary>
    [JsonPropertyName("fromValue")]
    public string FromValue { get; init; } = string.Empty;

    /// <summary>Of a range; blank.</summary>
    [JsonPropertyName("toValue")]
    public string ToValue { get; init; } = string.Empty;

    /// <summary>Without the value.</summary>
    public override string ToString() => nameof(LostRidFilter);
}

/// <summary>The order of the answer.</summary>
/// <param name="SortField">The column.</param>
/// <param name="SortType"><c>asc</c> or <c>desc</c>.</param>
internal sealed record LostRidSort([property: JsonPropertyName("sortField")] string SortField, [property: JsonPropertyName("sortType")] string SortType);
