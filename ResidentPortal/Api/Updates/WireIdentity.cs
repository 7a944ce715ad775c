using System.Text.Json;

namespace ResidentPortal.Api.Updates;

/// <summary>
/// The identity of an update as the wire has it: attributes as texts or as lists of <c>{language, value}</c>, papers as objects that name a document, and beside them the UIN and
/// the schema's version.
/// </summary>
internal sealed record WireIdentity
{
    /// <summary>The UIN that stands in it, as it came.</summary>
    public string? Uin { get; private init; }

    /// <summary>The texts by attribute and language; under an empty name where there is none.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Fields { get; init; }

    /// <summary>Every entry of every list, in the order of the wire.</summary>
    public required IReadOnlyList<WireText> Entries { get; init; }

    /// <summary>The papers it names.</summary>
    public required IReadOnlyList<WirePaper> Papers { get; init; }

    /// <summary>The document in base64 JSON; null where it is not JSON.</summary>
    public static JsonElement? Decode(string? base64)
    {
        try
        {
            return Base64Text.Read(base64) is { } bytes ? ApiJson.Read<JsonDocument>(bytes)?.RootElement.Clone() : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The identity; null where the value is no object, or an empty one.</summary>
    public static WireIdentity? Read(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } identity || !identity.EnumerateObject().Any())
        {
            return null;
        }

        var (fields, entries, papers) = (new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal), new List<WireText>(), new List<WirePaper>());
        foreach (var attribute in identity.EnumerateObject().Where(one => one.Name is not ("UIN" or "IDSchemaVersion")))
        {
            switch (attribute.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    papers.Add(new WirePaper(attribute.Name, Member(attribute.Value, "type"), Member(attribute.Value, "format"), Member(attribute.Value, "value")));
                    break;
                case JsonValueKind.Array:
                    var texts = attribute.Value.EnumerateArray().Select(entry => new WireText(attribute.Name, Member(entry, "language"), Member(entry, "value"))).ToList();
                    entries.AddRange(texts);
                    fields[attribute.Name] = texts.GroupBy(text => text.Language ?? string.Empty, StringComparer.Ordinal).ToDictionary(twins => twins.Key, twins => twins.Last().Value ?? string.Empty, StringComparer.Ordinal);
                    break;
                default:
                    fields[attribute.Name] = new Dictionary<string, string>(StringComparer.Ordinal) { [string.Empty] = Text(attribute.Value) ?? string.Empty };
                    break;
            }
        }

        return new WireIdentity { Uin = Member(identity, "UIN"), Fields = fields, Entries = entries, Papers = papers };
    }

    /// <summary>Without what is in it.</summary>
    public override string ToString() => nameof(WireIdentity);

    private static string? Member(JsonElement value, string name) => value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var member) ? Text(member) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        _ => value.GetRawText(),
    };
}

/// <summary>One entry of a list of texts.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Language">The language, as it came.</param>
/// <param name="Value">The text, as it came.</param>
internal sealed record WireText(string Attribute, string? Language, string? Value)
{
    /// <summary>Without the text.</summary>
    public override string ToString() => nameof(WireText);
}

/// <summary>A paper that an identity names.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Type">The code of its type.</param>
/// <param name="Format">The ending of its file.</param>
/// <param name="Document">The name of the document.</param>
internal sealed record WirePaper(string Attribute, string? Type, string? Format, string? Document);
