using System.Text.Json;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Mosip.ConfigServer;

/// <summary>
/// Reads the UI specification of what residents may share or have on a card. Its shape is not published anywhere: a list, alone or under <c>identity</c>, is taken, and what cannot be
/// understood of an entry is not offered.
/// </summary>
internal sealed class DisclosureFormReading(MosipOptions options)
{
    private const string WholeAddress = "fullAddress";
    private const string Photo = "photo";

    private static readonly Dictionary<string, string> NoLabels = new(StringComparer.Ordinal);

    private MosipIdentityAttributes Names => options.IdentityAttributes;

    /// <summary>The form; null where it is no specification.</summary>
    public DisclosureForm? Read(JsonElement specification, DisclosureUse use) => (specification.Items("identity") ?? specification.Items()) is { } entries
        ? new DisclosureForm(use, [.. entries.Select(Field).OfType<DisclosureField>().DistinctBy(field => field.Name, StringComparer.Ordinal)])
        : null;

    private DisclosureField? Field(JsonElement entry)
    {
        if (entry.Text("attributeName")?.Trim() is not { Length: > 0 and <= 64 } name)
        {
            return null;
        }

        var meaning = MeaningOf(name);
        var listed = entry.Flag("formatRequired") is true ? Options(entry) : [];
        var isAddress = string.Equals(name, WholeAddress, StringComparison.Ordinal);
        return new DisclosureField
        {
            Name = name,
            Meaning = meaning,
            Labels = Labels(entry.Member("label")),
            Parts = isAddress ? Parts(listed) : [new DisclosureOption(name, NoLabels)],

            // The portal shows before what the reader will see: a format it cannot write is not offered.
            Formats = meaning is DisclosureMeaning.Date ? listed : [],
            MayMask = entry.Flag("maskRequired") is true && DisclosureMask.IsFor(meaning),
        };
    }

    private List<DisclosureOption> Parts(List<DisclosureOption> listed)
    {
        var attributes = (string[])[.. MosipOptions.Split(Names.Address), .. MosipOptions.Split(Names.PostalCode)];
        var named = listed.Where(option => attributes.Contains(option.Value, StringComparer.Ordinal)).ToList();
        return named.Count > 0 ? named : [.. attributes.Select(attribute => new DisclosureOption(attribute, NoLabels))];
    }

    // By language a list of labels with their values; the same value again in each.
    private static List<DisclosureOption> Options(JsonElement entry) => entry.Member("formatOption") is { ValueKind: JsonValueKind.Object } languages
        ?
        [
            .. languages.EnumerateObject()
                .SelectMany(language => (language.Value.Items() ?? []).Select(option => (Language: language.Name, Label: option.Text("label")?.Trim(), Value: option.Text("value")?.Trim())))
                .Where(option => option.Value is { Length: > 0 and <= 64 } && !option.Value.Contains(',', StringComparison.Ordinal))
                .GroupBy(option => option.Value!, StringComparer.Ordinal)
                .Select(option => new DisclosureOption(
                    option.Key,
                    option.Where(one => !string.IsNullOrEmpty(one.Label)).GroupBy(one => one.Language, StringComparer.Ordinal).ToDictionary(twins => twins.Key, twins => twins.First().Label!, StringComparer.Ordinal))),
        ]
        : [];

    private static Dictionary<string, string> Labels(JsonElement? labels) => labels is { ValueKind: JsonValueKind.Object } named
        ? named.EnumerateObject()
            .Select(label => (label.Name, Text: label.Value.Text()?.Trim())).Where(label => !string.IsNullOrEmpty(label.Text))
            .GroupBy(label => label.Name, StringComparer.Ordinal).ToDictionary(twins => twins.Key, twins => twins.Last().Text!, StringComparer.Ordinal)
        : [];

    private DisclosureMeaning MeaningOf(string name)
    {
        return Is(Names.Name) ? DisclosureMeaning.Name
            : Is(Names.Gender) ? DisclosureMeaning.Gender
            : Is(Names.Uin) ? DisclosureMeaning.Number
            : Is(Names.Phone) ? DisclosureMeaning.Phone
            : Is(Names.Email) ? DisclosureMeaning.Email
            : Is(Names.DateOfBirth) ? DisclosureMeaning.Date
            : string.Equals(name, Photo, StringComparison.Ordinal) ? DisclosureMeaning.Photo
            : DisclosureMeaning.None;

        bool Is(string setting) => MosipOptions.Split(setting).Contains(name, StringComparer.Ordinal);
    }
}
