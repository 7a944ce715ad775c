using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Mosip.MasterData;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>ID repository's identities over the wire, as far as a form offers them. What is shared stays as recorded, since so the platform hands it over; a card has words.</summary>
internal sealed class MosipDisclosureRecords(IdentityLookUp lookUp, RecordWords words, IOptions<MosipOptions> options) : IDisclosureRecords
{
    private MosipIdentityAttributes Names => options.Value.IdentityAttributes;

    /// <inheritdoc/>
    public async Task<Outcome<DisclosureRecord>> FindAsync(Uin uin, DisclosureForm form, CancellationToken cancellationToken)
    {
        var found = await lookUp.FindAsync(IndividualId.Of(uin), response => Read(response, uin, form, Names), cancellationToken);
        return found.Try(out var record, out var problem) ? form.Use is DisclosureUse.Card ? await InWordsAsync(record, cancellationToken) : record : problem;
    }

    /// <summary>The attributes in an answer that the form has. A number that is no longer in use belongs to nobody.</summary>
    internal static Outcome<DisclosureRecord> Read(JsonElement response, Uin asked, DisclosureForm form, MosipIdentityAttributes names)
    {
        if (IdentityDocument.Read(response, names, asked) is not { } identity)
        {
            return MosipProblems.Unusable;
        }

        return identity.Status is not IdentityStatus.Activated ? ProfileProblems.UnknownPerson : new DisclosureRecord(
            form.Fields.SelectMany(field => field.Parts).Select(part => part.Value).Distinct(StringComparer.Ordinal)
                .Select(attribute => (attribute, Value: identity.Value(attribute)))
                .Where(pair => pair.Value is not null)
                .ToDictionary(pair => pair.attribute, pair => pair.Value!, StringComparer.Ordinal),
            MosipOptions.Split(names.Biometrics).Any(identity.Has));
    }

    private async Task<DisclosureRecord> InWordsAsync(DisclosureRecord record, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, FieldValue>(record.Values, StringComparer.Ordinal);
        foreach (var (attribute, value) in record.Values)
        {
            if (MosipOptions.Split(Names.Gender).Contains(attribute, StringComparer.Ordinal))
            {
                values[attribute] = await ChangeAsync(value, async text => (await words.GenderAsync(text, cancellationToken)).Word);
            }
            else if (MosipOptions.Split(Names.Locations).Contains(attribute, StringComparer.Ordinal))
            {
                values[attribute] = await ChangeAsync(value, text => words.LocationAsync(text, cancellationToken));
            }
        }

        return record with { Values = values };
    }

    private async Task<FieldValue> ChangeAsync(FieldValue value, Func<LocalText, Task<LocalText>> change) =>
        new([.. await Task.WhenAll(value.Texts.Select(async text => text with { Text = (await change(new LocalText(text.Language ?? Names.PlainTextLanguage, text.Text))).Text }))]);
}
