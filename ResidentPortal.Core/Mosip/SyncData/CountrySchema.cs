using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.SyncData;

/// <summary>The country's ID schema over the wire, kept for a while.</summary>
internal sealed class CountrySchema(MosipCall call, ISyncDataApi api, IOptions<MosipOptions> options, TimeProvider clock)
{
    private static readonly MosipOperation FindSchema = new(
        "SyncData",
        nameof(FindSchema),
        Sending.Read,
        MosipOperation.Table((CommonProblems.ServiceUnavailable, ["KER-SCH-007", "KER-SCH-008", "KER-SNC-149", "KER-SNC-500"])));

    private readonly Kept<IdSchema> _schema = new(clock);

    /// <summary>The schema. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public Task<Outcome<IdSchema>> GetAsync(CancellationToken cancellationToken) => _schema.GetAsync(FetchAsync, cancellationToken);

    /// <summary>Forgets a schema by which a packet was refused: there may be a newer one.</summary>
    public void Drop(IdSchema schema) => _schema.Drop(schema);

    private async Task<Outcome<Kept<IdSchema>.Entry>> FetchAsync()
    {
        var found = await call.AskAsync(FindSchema, api.FindSchemaAsync, Read, CancellationToken.None);
        return found.Then(schema => new Kept<IdSchema>.Entry(schema, clock.GetUtcNow() + options.Value.SchemaLifetime));
    }

    private static Outcome<IdSchema> Read(JsonElement response) => IdSchema.Read(response) is { } schema ? schema : MosipProblems.Unusable;
}
