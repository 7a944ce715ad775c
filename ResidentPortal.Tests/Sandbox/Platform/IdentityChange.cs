using System.Globalization;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Writes a packet's attributes into an identity, as the UIN generator does.</summary>
internal static class IdentityChange
{
    /// <summary>The resident afterwards.</summary>
    internal static Resident Apply(Resident resident, ReceivedPacket packet)
    {
        var changed = new Dictionary<string, JsonNode>(resident.Changed, StringComparer.Ordinal);
        foreach (var name in packet.Changes)
        {
            changed[name] = Merge(changed.GetValueOrDefault(name), packet.Attributes[name]);
        }

        string? Text(string name) => packet.Attributes.GetValueOrDefault(name)?.ToString();
        return resident with
        {
            Rid = packet.Rid,
            Changed = changed,
            Names = Names(resident.Names, packet.Attributes.GetValueOrDefault("fullName") as JsonArray),
            BornOn = Text("dateOfBirth") is { } born ? DateOnly.ParseExact(born, "yyyy/MM/dd", CultureInfo.InvariantCulture) : resident.BornOn,
            PreferredLanguage = Text("preferredLang") ?? resident.PreferredLanguage,
            Phone = Text("phone") ?? resident.Phone,
            Email = Text("email") ?? resident.Email,
            IsFemale = packet.Attributes.GetValueOrDefault("gender") is JsonArray gender ? Texts(gender).Any(one => IsFemale(one.Language, one.Text)) : resident.IsFemale,
        };
    }

    /// <summary>The newer value; of a value with languages the newer text of each.</summary>
    internal static JsonNode Merge(JsonNode? older, JsonNode newer)
    {
        if (older is not JsonArray before || newer is not JsonArray after)
        {
            return newer.DeepClone();
        }

        var texts = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, text) in Texts(before).Concat(Texts(after)))
        {
            texts[language] = text;
        }

        return new JsonArray([.. texts.Select(text => new JsonObject { ["language"] = text.Key, ["value"] = text.Value })]);
    }

    /// <summary>The texts of a value with languages.</summary>
    internal static IEnumerable<(string Language, string Text)> Texts(JsonArray value) =>
        value.OfType<JsonObject>().Select(item => (Json.Text(item, "language")!, Json.Text(item, "value")!));

    private static OrderedDictionary<string, string> Names(IReadOnlyDictionary<string, string> before, JsonArray? after)
    {
        var names = new OrderedDictionary<string, string>(before, StringComparer.Ordinal);
        foreach (var (language, text) in after is null ? [] : Texts(after))
        {
            names[language] = text;
        }

        return names;
    }

    private static bool IsFemale(string language, string text) =>
        string.Equals(text, IdentityWords.GenderCode(isFemale: true), StringComparison.Ordinal) || string.Equals(text, IdentityWords.Gender(language, isFemale: true), StringComparison.Ordinal);
}
