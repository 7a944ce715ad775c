using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Mosip.MasterData;
using ResidentPortal.Core.Mosip.SyncData;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;

namespace ResidentPortal.Core.Mosip.ConfigServer;

/// <summary>The form of updates over the wire: sync data's ID schema, the config server's UI specification and master data's lists, each kept for a while.</summary>
internal sealed partial class MosipUpdateForms(
    MosipCall call, IUpdateFormApi api, CountrySchema schemas, ChoiceLists lists, IOptions<MosipOptions> options, TimeProvider clock, ILogger<MosipUpdateForms> logger) : IUpdateForms
{
    private static readonly MosipOperation ReadForm = new("ConfigServer", nameof(ReadForm), Sending.Read, MosipOperation.Table()) { IsEnveloped = false };

    private readonly Kept<UpdateForm> _form = new(clock);

    /// <inheritdoc/>
    public Task<Outcome<UpdateForm>> FindAsync(CancellationToken cancellationToken) => _form.GetAsync(FetchAsync, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome<IReadOnlyList<FieldChoice>>> ListChoicesAsync(UpdateField field, string language, string? parent, CancellationToken cancellationToken) => field switch
    {
        { Kind: FieldKind.Choice } => options.Value.InAnyAsync(language, spoken => lists.FieldAsync(field.ChoiceList ?? field.Name, spoken, cancellationToken)),
        { Kind: FieldKind.Place, PlaceLevel: { } level } =>
            options.Value.InAnyAsync(language, spoken => lists.PlacesAsync(parent ?? options.Value.LocationRoot, level, spoken, cancellationToken)),
        _ => NothingAsync(),
    };

    /// <inheritdoc/>
    public Task<Outcome<IReadOnlyList<FieldChoice>>> ListDocumentTypesAsync(UpdateField field, string language, CancellationToken cancellationToken) =>
        field.DocumentCategory is { } category ? options.Value.InAnyAsync(language, spoken => lists.DocumentTypesAsync(category, spoken, cancellationToken)) : NothingAsync();

    private static Task<Outcome<IReadOnlyList<FieldChoice>>> NothingAsync() => Task.FromResult<Outcome<IReadOnlyList<FieldChoice>>>(Array.Empty<FieldChoice>());

    private async Task<Outcome<Kept<UpdateForm>.Entry>> FetchAsync()
    {
        if (!(await schemas.GetAsync(CancellationToken.None)).Try(out var schema, out var problem))
        {
            return problem;
        }

        var reading = new UpdateFormReading(schema, options.Value);
        var outcome = await call.AskAsync<(UpdateForm Form, int Skipped)>(
            ReadForm, (_, attempt) => api.ReadSpecificationAsync(attempt), file => reading.Read(file) is { } read ? read : MosipProblems.Unusable, CancellationToken.None);
        if (outcome is { IsSuccess: true, Value.Skipped: > 0 })
        {
            Log.Skipped(logger, outcome.Value.Skipped);
        }

        return outcome.Then(read => new Kept<UpdateForm>.Entry(read.Form, clock.GetUtcNow() + options.Value.FormLifetime));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The form of updates has {Count} entries that cannot be understood, come twice, or are not in the ID schema; they are left out")]
        public static partial void Skipped(ILogger logger, int count);
    }
}
