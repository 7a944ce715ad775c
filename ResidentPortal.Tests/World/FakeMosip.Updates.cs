using System.Text.Json;
using System.Text.Json.Nodes;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Mosip;
using ResidentPortal.Core.Mosip.ConfigServer;
using ResidentPortal.Core.Mosip.IdRepository;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Updates;
using ResidentPortal.Sandbox;
using CountryForm = ResidentPortal.Core.Updates.UpdateForm;
using WireSchema = ResidentPortal.Core.Mosip.SyncData.IdSchema;

namespace ResidentPortal.Tests.World;

/// <summary>What the country lets residents change, and what waits, in memory: read by the adapters' own readers from the sandbox's documents.</summary>
public sealed partial class FakeMosip
{
    public const string FindUpdateForm = "updates.form";
    public const string ListUpdateChoices = "updates.choices";
    public const string ListPaperTypes = "updates.papers";
    public const string FindUpdateRecord = "updates.record";
    public const string ListPendingUpdates = "updates.pending";
    public const string DiscardUpdate = "updates.discard";
    public const string CountUpdatesLeft = "updates.counts";

    private static readonly MosipOptions Country = new();

    /// <summary>Whether the platform tells what waits and how many changes are left; an older one does not.</summary>
    public bool HasDrafts { get; set; } = true;

    /// <summary>The form; a test may put another country's in its place.</summary>
    public CountryForm UpdateForm { get; set; } = ReadForm();

    public Task<Outcome<CountryForm>> FindAsync(CancellationToken cancellationToken) => CallAsync(FindUpdateForm, _ => CommonProblems.ServiceUnavailable, () => UpdateForm);

    public Task<Outcome<IReadOnlyList<FieldChoice>>> ListChoicesAsync(UpdateField field, string language, string? parent, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<FieldChoice>>(ListUpdateChoices, _ => CommonProblems.ServiceUnavailable, () => field.Kind switch
        {
            FieldKind.Choice => [.. (DynamicFields.Values(field.ChoiceList ?? field.Name, language, State.Rules.Profile) ?? []).Select(value => new FieldChoice(value.Code, value.Word))],
            FieldKind.Place => [.. DemoPlaces.Below(parent ?? Country.LocationRoot).Where(place => place.Level == field.PlaceLevel).Select(place => new FieldChoice(place.Code, place.NameIn(language)))],
            _ => [],
        });

    public Task<Outcome<IReadOnlyList<FieldChoice>>> ListDocumentTypesAsync(UpdateField field, string language, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<FieldChoice>>(ListPaperTypes, _ => CommonProblems.ServiceUnavailable, () =>
        [
            .. DemoPapers.Categories.Where(category => category.IsActive && string.Equals(category.Code, field.DocumentCategory, StringComparison.Ordinal))
                .SelectMany(category => category.Types).Select(type => new FieldChoice(type.Code, type.Names[language])),
        ]);

    public async Task<Outcome<IReadOnlyDictionary<string, FieldValue>>> FindAsync(Uin uin, CancellationToken cancellationToken)
    {
        var found = await CallAsync(FindUpdateRecord, _ => ProfileProblems.UnknownPerson, () => State.FindIdentity(uin.Reveal(), "UIN"));
        return found.Try(out var identity, out var problem)
            ? MosipUpdateRecords.Read(
                JsonSerializer.SerializeToElement(new JsonObject { ["status"] = identity.Status, ["identity"] = identity.Document() }), uin, UpdateForm, Country.IdentityAttributes)
            : problem;
    }

    public Task<Outcome<IReadOnlyList<PendingUpdate>>> ListPendingAsync(Uin uin, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<PendingUpdate>>(ListPendingUpdates, _ => CommonProblems.ServiceUnavailable, () => HasDrafts
            ? [.. State.Drafts(uin.Reveal()).Select(draft => new PendingUpdate(Rid.TryParse(draft.Rid, out var rid) ? rid : throw new InvalidOperationException(draft.Rid), draft.CreatedAt, draft.Attributes))]
            : []);

    public Task<Outcome<Done>> DiscardAsync(Rid rid, CancellationToken cancellationToken) => CallAsync(
        DiscardUpdate, fault => fault.Code is "IDR-IDC-007" ? CommonProblems.NotFound : CommonProblems.Refused, () =>
        {
            State.DiscardPacket(HasDrafts ? rid.Reveal() : throw new PlatformException("KER-ATH-403", "Forbidden"));
            return default(Done);
        });

    public Task<Outcome<IReadOnlyDictionary<string, int>>> CountLeftAsync(Uin uin, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyDictionary<string, int>>(
            CountUpdatesLeft, _ => CommonProblems.ServiceUnavailable, () => HasDrafts ? State.UpdatesLeft(uin.Reveal()) : new Dictionary<string, int>(StringComparer.Ordinal));

    private static CountryForm ReadForm()
    {
        var schema = WireSchema.Read(JsonSerializer.SerializeToElement(new { idVersion = IdSchema.VersionNumber, schemaJson = IdSchema.Document().ToJsonString() }))!;
        return new UpdateFormReading(schema, Country).Read(JsonSerializer.SerializeToElement(UpdateSpecification.File()))!.Value.Form;
    }
}
