using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.SyncData;

/// <summary>The ID schema in force, kept for a while.</summary>
internal sealed class LatestIdSchema(MosipCall call, ISyncDataApi api, IOptions<MosipOptions> options, TimeProvider clock)
{
    private static readonly MosipOperation ReadSchema = new(
        "SyncData", nameof(ReadSchema), Sending.Read, MosipOperation.Table((CommonProblems.ServiceUnavailable, ["KER-SCH-007", "KER-SCH-008", "KER-SNC-500"])));

    private readonly Kept<IdSchema> _schema = new(clock);

    /// <summary>The schema. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public Task<Outcome<IdSchema>> ReadAsync(CancellationToken cancellationToken) => _schema.GetAsync(FetchAsync, cancellationToken);

    private async Task<Outcome<Kept<IdSchema>.Entry>> FetchAsync()
    {
        var outcome = await call.AskAsync<IdSchema>(
            ReadSchema,
            (cookie, attempt) => api.ReadSchemaAsync(cookie, attempt),
            response => IdSchema.Read(response) is { } schema ? schema : MosipProblems.Unusable,
            CancellationToken.None);
        return outcome.Then(schema => new Kept<IdSchema>.Entry(schema, clock.GetUtcNow() + options.Value.FormLifetime));
    }
}
