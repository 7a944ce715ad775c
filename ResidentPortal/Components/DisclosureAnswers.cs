using ResidentPortal.Core.Profile;

namespace ResidentPortal.Components;

/// <summary>What was chosen of one's data, as the fields of a form carry it: names and formats, never a value.</summary>
public static class DisclosureAnswers
{
    /// <summary>Begins the name of the field in which a field's way is chosen.</summary>
    public const string Way = "Way.";

    /// <summary>Begins the name of the boxes in which parts of a field are ticked.</summary>
    public const string Part = "Part.";

    /// <summary>The field is left out.</summary>
    public const string Out = "out";

    /// <summary>The field as it is.</summary>
    public const string Whole = "whole";

    /// <summary>The field with most of it hidden.</summary>
    public const string Masked = "masked";

    /// <summary>Begins the field in a format.</summary>
    public const string Format = "as-";

    /// <summary>What a form carries, whatever it is: the flow judges it.</summary>
    public static List<DisclosureChoice> Read(HttpContext context) => context.Request is { HasFormContentType: true, Form: var form } ? [.. form.SelectMany(pair => Choice(pair.Key, pair.Value))] : [];

    /// <summary>The same choice as fields of a form.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(DisclosedField shown) => shown.Field.Parts.Count > 1
        ? Disclosure.Attributes(shown.Field, shown.Choice).Select(part => (Part + shown.Field.Name, part))
        : [(Way + shown.Field.Name, WayOf(shown.Choice))];

    /// <summary>The way of a choice; left out where there is none.</summary>
    public static string WayOf(DisclosureChoice? choice) => choice switch
    {
        null => Out,
        { IsMasked: true } => Masked,
        { Format: { } format } => Format + format,
        _ => Whole,
    };

    private static IEnumerable<DisclosureChoice> Choice(string name, IReadOnlyList<string?> values)
    {
        if (name.StartsWith(Part, StringComparison.Ordinal))
        {
            yield return new DisclosureChoice(name[Part.Length..], string.Join(',', values));
        }
        else if (name.StartsWith(Way, StringComparison.Ordinal) && values is [{ } way, ..] && way is not Out)
        {
            yield return new DisclosureChoice(name[Way.Length..], way.StartsWith(Format, StringComparison.Ordinal) ? way[Format.Length..] : null, way is Masked);
        }
    }
}
