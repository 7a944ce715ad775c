using System.Text.Json;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Recovery;

namespace ResidentPortal.Api.LostNumbers;

/// <summary>The search a request stands for. Its values come in several forms: the specification's own is odd, and no release ever read it.</summary>
internal sealed class LostNumberQuery
{
    private static readonly string[] Forms = ["value", "type"];

    /// <summary>Of a request that is whole.</summary>
    public LostNumberQuery(LostNumberKind kind, LostNumberRequest request)
    {
        var person = request.Demographics!;
        (Name, Language) = NameOf(person.Name);
        (PostalCode, Contact) = (TextOf(person.PostalCode), TextOf(person.Phone) is { Length: > 0 } phone ? phone : TextOf(person.Email));

        // The code holds for exactly this: none of it is stored as it is.
        Holder = $"api\n{kind}\n{request.TransactionId}\n{Name}\n{PostalCode}\n{Contact}";
    }

    /// <summary>The full name.</summary>
    public string Name { get; }

    /// <summary>The language it is written in, in which the messages come; English where the portal has no words in it.</summary>
    public Language Language { get; }

    /// <summary>The postal code.</summary>
    public string PostalCode { get; }

    /// <summary>The phone number, or the e-mail address where there is none.</summary>
    public string Contact { get; }

    /// <summary>Who alone may enter the code: whoever names the same transaction and the same person.</summary>
    public string Holder { get; }

    /// <summary>Whether all is there that is needed.</summary>
    public static bool IsWhole(LostNumberRequest request) => request.Demographics is { } person
        && NameOf(person.Name).Name.Length > 0 && TextOf(person.PostalCode).Length > 0 && (TextOf(person.Phone).Length > 0 || TextOf(person.Email).Length > 0);

    private static (string Name, Language Language) NameOf(JsonElement? name)
    {
        if (name is not { ValueKind: JsonValueKind.Array } all)
        {
            return (TextOf(name), Language.English);
        }

        var first = all.EnumerateArray().FirstOrDefault(one => TextOf(one).Length > 0);
        var code = first.ValueKind is JsonValueKind.Object && first.TryGetProperty("language", out var language) && language.ValueKind is JsonValueKind.String ? language.GetString() : null;
        return (TextOf(first), Language.Find(code) ?? Language.English);
    }

    // A text, a number, or either of them in an object.
    private static string TextOf(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => (text.GetString() ?? string.Empty).Trim(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { ValueKind: JsonValueKind.Object } wrapped => Forms.Select(form => wrapped.TryGetProperty(form, out var inner) && inner.ValueKind is JsonValueKind.String or JsonValueKind.Number ? TextOf(inner) : string.Empty)
            .FirstOrDefault(text => text.Length > 0) ?? string.Empty,
        _ => string.Empty,
    };
}
