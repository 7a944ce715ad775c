using System.Globalization;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The credential a partner gets: what was asked for and its policy allows, as recorded, formatted or masked.</summary>
internal static class ShareCredential
{
    internal static JsonObject Issue(IdentityRecord identity, ShareWish wish, DemoPartner partner, byte[]? biometrics)
    {
        var document = identity.Document();
        var subject = new JsonObject();

        // None asked for stands for all that the policy allows.
        var asked = wish.Attributes.Count > 0 ? wish.Attributes : [.. partner.Attributes.SelectMany(DemoPartner.Sources)];
        foreach (var attribute in asked.Where(partner.MayGet))
        {
            if (attribute is "photo" && biometrics is not null)
            {
                subject[attribute] = Convert.ToBase64String(biometrics);
            }
            else if (document[attribute] is { } value)
            {
                subject[attribute] = Changed(value, text => Written(attribute, text, wish));
            }
        }

        return subject;
    }

    private static JsonNode Changed(JsonNode value, Func<string, string> write) => value is JsonArray texts
        ? new JsonArray([.. texts.Select(text => new JsonObject { ["language"] = text!["language"]!.ToString(), ["value"] = write(text["value"]!.ToString()) })])
        : write(value.ToString());

    private static string Written(string attribute, string text, ShareWish wish) =>
        wish.Masked.Contains(attribute, StringComparer.Ordinal) ? attribute switch
        {
            "phone" => Masks.Phone(text),
            "email" => Masks.Email(text),
            _ => new string('X', text.Length - 4) + text[^4..],
        }
        : attribute is "dateOfBirth" && wish.Formats.TryGetValue(attribute, out var format)
            ? DateOnly.ParseExact(text, "yyyy/MM/dd", CultureInfo.InvariantCulture).ToString(format.Replace('D', 'd').Replace('Y', 'y'), CultureInfo.InvariantCulture)
            : text;
}
