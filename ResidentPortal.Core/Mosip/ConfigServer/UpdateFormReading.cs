using System.Text.Json;
using ResidentPortal.Core.Mosip.SyncData;
using ResidentPortal.Core.Updates;

namespace ResidentPortal.Core.Mosip.ConfigServer;

/// <summary>
/// Joins ID schema and UI specification to a form: only what both have becomes a field (the schema says what a value looks like, the specification how it is
/// asked for), and never the person's number. Entries that fit nowhere are counted, and left out.
/// </summary>
internal sealed class UpdateFormReading(IdSchema schema, MosipOptions options)
{
    private const string SchemaVersion = "IDSchemaVersion";

    /// <summary>The form, and how many entries of the specification were left out; null where it is no specification.</summary>
    public (UpdateForm Form, int Skipped)? Read(JsonElement specification)
    {
        if (specification.Items("identity") is not { } entries)
        {
            return null;
        }

        var fields = entries.Select(Field).OfType<UpdateField>().DistinctBy(field => field.Name, StringComparer.Ordinal).ToList();
        return (new UpdateForm(options.LanguageCodes, fields), entries.Count - fields.Count);
    }

    private UpdateField? Field(JsonElement entry) =>
        entry.Text("attributeName") is { } name && entry.Text("tabgroup")?.Trim() is { Length: > 0 } group
        && name is not SchemaVersion && !IsNamed(options.IdentityAttributes.Uin, name)
        && schema.Find(name) is { Shape: not AttributeShape.Other } attribute
        && KindOf(entry, attribute.Shape) is { } kind && CategoryOf(name) is var category && (kind is not FieldKind.Document || category is not null)
            ? new UpdateField
            {
                Name = name,
                Group = group,
                Kind = kind,
                IsLocalised = attribute.Shape is AttributeShape.Localised,
                IsRequired = attribute.IsRequired,
                Labels = Labels(entry),
                Meaning = MeaningOf(name),
                Patterns = [.. attribute.Patterns.Concat(IdSchema.Patterns(entry)).Distinct()],
                PlaceLevel = kind is FieldKind.Place ? entry.Count("locationHierarchyLevel") : null,
                ChoiceList = kind is FieldKind.Choice && entry.Text("name") is { Length: > 0 } list ? list : null,
                DocumentCategory = kind is FieldKind.Document ? category : null,
            }
            : null;

    /// <summary>How the entry is answered; null where its control is unknown, or is none for a value of this shape.</summary>
    private static FieldKind? KindOf(JsonElement entry, AttributeShape shape)
    {
        FieldKind? kind = entry.Text("controlType")?.Trim().ToLowerInvariant() switch
        {
            "textbox" => FieldKind.Text,
            "calendar" => FieldKind.Date,
            "dropdown" when entry.Member("locationHierarchyLevel") is null => FieldKind.Choice,
            "dropdown" when entry.Count("locationHierarchyLevel") is not null => FieldKind.Place,
            "fileupload" => FieldKind.Document,
            _ => null,
        };
        return shape is AttributeShape.Document == kind is FieldKind.Document ? kind : null;
    }

    private static Dictionary<string, string> Labels(JsonElement entry) => entry.Member("label") is { ValueKind: JsonValueKind.Object } labels
        ? labels.EnumerateObject()
            .Where(label => label.Value.ValueKind is JsonValueKind.String && !string.IsNullOrWhiteSpace(label.Value.GetString()))
            .GroupBy(label => label.Name, StringComparer.Ordinal)
            .ToDictionary(twins => twins.Key, twins => twins.Last().Value.GetString()!.Trim(), StringComparer.Ordinal)
        : [];

    private FieldMeaning MeaningOf(string name)
    {
        var names = options.IdentityAttributes;
        return IsNamed(names.Phone, name) ? FieldMeaning.Phone
            : IsNamed(names.Email, name) ? FieldMeaning.Email
            : IsNamed(names.PreferredLanguage, name) ? FieldMeaning.MessageLanguage
            : FieldMeaning.None;
    }

    private string? CategoryOf(string name) => options.DocumentCategories.FirstOrDefault(pair => string.Equals(pair.Attribute, name, StringComparison.Ordinal)).Category;

    private static bool IsNamed(string setting, string name) => MosipOptions.Split(setting).Contains(name, StringComparer.Ordinal);
}
