using System.Text.Json.Serialization;
using Refit;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>MOSIP master data, machines.</summary>
internal interface IMachinesApi
{
    /// <summary><c>POST /machines/search</c>.</summary>
    [Post("/machines/search")]
    Task<HttpResponseMessage> SearchAsync([Header("Cookie")] string cookie, [Body] KernelRequest<MachineQuery> body, CancellationToken cancellationToken);

    /// <summary><c>POST /machines</c>: a new machine.</summary>
    [Post("/machines")]
    Task<HttpResponseMessage> AddAsync([Header("Cookie")] string cookie, [Body] KernelRequest<NewMachine> body, CancellationToken cancellationToken);

    /// <summary><c>PATCH /machines</c>: switches a machine on, in 1.3.</summary>
    [Patch("/machines?isActive=true")]
    Task<HttpResponseMessage> ActivateAsync([Header("Cookie")] string cookie, [AliasAs("id")] [Query] string id, CancellationToken cancellationToken);
}

/// <summary>Which machines are wanted: those of one signing key, whose names begin in one way.</summary>
/// <param name="Filters">The columns and what they are to hold.</param>
internal sealed record MachineQuery([property: JsonPropertyName("filters")] IReadOnlyList<MachineFilter> Filters)
{
    /// <summary>The language, which machines no longer have.</summary>
    [JsonPropertyName("languageCode")]
    public string LanguageCode { get; init; } = "eng";

    /// <summary>The first page.</summary>
    [JsonPropertyName("pagination")]
    public MachinePage Pagination { get; init; } = new(0, 10);

    /// <summary>The newest first.</summary>
    [JsonPropertyName("sort")]
    public IReadOnlyList<MachineSort> Sort { get; init; } = [new("createdDateTime", "desc")];
}

/// <summary>A column and what it is to hold.</summary>
/// <param name="ColumnName">The column.</param>
/// <param name="Type"><c>contains</c> or <c>equals</c>.</param>
/// <param name="Value">The text.</param>
internal sealed record MachineFilter(
    [property: JsonPropertyName("columnName")] string ColumnName, [property: JsonPropertyName("type")] string Type, [property: JsonPropertyName("value")] string Value);

/// <summary>A page of a search.</summary>
/// <param name="Start">Its number, from 0.</param>
/// <param name="Size">How many it holds.</param>
internal sealed record MachinePage([property: JsonPropertyName("pageStart")] int Start, [property: JsonPropertyName("pageFetch")] int Size);

/// <summary>The order of a search.</summary>
/// <param name="Field">The column.</param>
/// <param name="Type"><c>asc</c> or <c>desc</c>.</param>
internal sealed record MachineSort([property: JsonPropertyName("sortField")] string Field, [property: JsonPropertyName("sortType")] string Type);

/// <summary>A machine to add.</summary>
internal sealed record NewMachine
{
    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Nothing that MOSIP would look at.</summary>
    [JsonPropertyName("ipAddress")]
    public string IpAddress { get; init; } = "0.0.0.0";

    /// <summary>Its specification.</summary>
    [JsonPropertyName("machineSpecId")]
    public required string MachineSpecId { get; init; }

    /// <summary>Whether it may be used; 1.3 wants that said once more, by <c>PATCH</c>.</summary>
    [JsonPropertyName("isActive")]
    public bool IsActive { get; init; } = true;

    /// <summary>Until when it may be used.</summary>
    [JsonPropertyName("validityDateTime")]
    public required string ValidityDateTime { get; init; }

    /// <summary>Its zone.</summary>
    [JsonPropertyName("zoneCode")]
    public required string ZoneCode { get; init; }

    /// <summary>Its registration centre.</summary>
    [JsonPropertyName("regCenterId")]
    public required string RegCenterId { get; init; }

    /// <summary>The key that is encrypted for; the portal has but one.</summary>
    [JsonPropertyName("publicKey")]
    public required string PublicKey { get; init; }

    /// <summary>The key it signs with.</summary>
    [JsonPropertyName("signPublicKey")]
    public required string SignPublicKey { get; init; }
}
