using System.Text.Json;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>An identity as ID repository answers it. The document follows the country's schema, so that its attributes are found by configured names.</summary>
internal sealed class IdentityDocument
{
    private readonly JsonElement _identity;
    private readonly MosipIdentityAttributes _names;

    private IdentityDocument(JsonElement identity, MosipIdentityAttributes names, Uin uin, IdentityStatus status) =>
        (_identity, _names, Uin, Status) = (identity, names, uin, status);

    /// <summary>The UIN.</summary>
    public Uin Uin { get; }

    /// <summary>The status of the UIN.</summary>
    public IdentityStatus Status { get; }

    /// <summary>The identity in an answer; null where there is none, or it is somebody else's than was asked for.</summary>
    public static IdentityDocument? Read(JsonElement response, MosipIdentityAttributes names, Uin? asked) =>
        response.Member("identity") is { ValueKind: JsonValueKind.Object } identity
        && StatusOf(response.Text("status")) is { } status
        && Uin.TryParse(identity.Text(names.Uin) ?? asked?.Reveal(), out var uin)
        && (asked is null || asked == uin)
            ? new IdentityDocument(identity, names, uin, status)
            : null;

    /// <summary>A text by language, in the order of the record; where it is in several attributes, their parts in order.</summary>
    public IReadOnlyList<LocalText> Texts(string setting) =>
        [.. MosipOptions.Split(setting).SelectMany(Values)
            .GroupBy(part => part.Language, StringComparer.OrdinalIgnoreCase)
            .Select(parts => new LocalText(parts.Key, string.Join(' ', parts.Select(part => part.Text))))];

    /// <summary>A text that has no language, or whose first one will do.</summary>
    public string? Single(string setting) => MosipOptions.Split(setting).SelectMany(Values).Select(value => value.Text).FirstOrDefault();

    /// <summary>An attribute: a list of texts by language, a plain text or a number, as the country's schema has it.</summary>
    public IEnumerable<LocalText> Values(string attribute) =>
        (_identity.Items(attribute) is { } items
            ? items.Select(item => (Language: item.Text("language") ?? string.Empty, Text: item.Text("value")))
            : [(Language: _names.PlainTextLanguage, Text: _identity.Text(attribute))])
        .Where(value => !string.IsNullOrWhiteSpace(value.Text))
        .Select(value => new LocalText(value.Language, value.Text!.Trim()));

    /// <summary>An attribute as recorded, with its languages or without one; null where there is none, or it is a document.</summary>
    public FieldValue? Value(string attribute)
    {
        var texts = (_identity.Items(attribute) is { } items
            ? items.Select(item => new FieldText(item.Text("language"), item.Text("value")?.Trim() ?? string.Empty))
            : [new FieldText(Language: null, _identity.Text(attribute)?.Trim() ?? string.Empty)]).Where(text => text.Text.Length > 0).ToList();
        return texts.Count > 0 ? new FieldValue(texts) : null;
    }

    /// <summary>Whether there is anything under a name, also where it is no text.</summary>
    public bool Has(string attribute) => _identity.Member(attribute) is not null;

    private static IdentityStatus? StatusOf(string? status) => status?.ToUpperInvariant() switch
    {
        "ACTIVATED" => IdentityStatus.Activated,
        "BLOCKED" => IdentityStatus.Blocked,
        "DEACTIVATED" => IdentityStatus.Deactivated,
        _ => null,
    };
}
