using System.Globalization;
using Microsoft.Extensions.Localization;

namespace ResidentPortal.Texts;

/// <summary>Fills the places of a sentence by name, and chooses its plural form by the first whole number among the facts.</summary>
public static class Saying
{
    private const char Isolate = '\u2068';
    private const char EndIsolate = '\u2069';

    /// <summary>The sentence of this key with its places filled: <c>Words.Say("Code.SentAt", ("time", "10:02"))</c>.</summary>
    public static string Say(this IStringLocalizer words, string key, params IReadOnlyList<(string Name, object Value)> facts) =>
        words.Find(key, facts) ?? key;

    /// <summary>The sentence of this key, or null where there is none.</summary>
    internal static string? Find(this IStringLocalizer words, string key, IReadOnlyList<(string Name, object Value)> facts)
    {
        var sentence = Form(words, key, facts);
        return sentence is null ? null : facts.Aggregate(sentence, (text, fact) => text.Replace($"{{{fact.Name}}}", Write(fact.Value), StringComparison.Ordinal));
    }

    private static string? Form(IStringLocalizer words, string key, IReadOnlyList<(string Name, object Value)> facts)
    {
        var number = facts.Select(fact => fact.Value).FirstOrDefault(value => value is int or long);
        if (number is not null)
        {
            var form = words[$"{key}.{PluralForm.Of(Convert.ToInt64(number, CultureInfo.InvariantCulture), CultureInfo.CurrentUICulture)}"];
            form = form.ResourceNotFound ? words[$"{key}.{PluralForm.Other}"] : form;
            if (!form.ResourceNotFound)
            {
                return form.Value;
            }
        }

        return words[key] is { ResourceNotFound: false } sentence ? sentence.Value : null;
    }

    private static bool IsRightToLeft(char letter) => letter is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFEFC';

    // Numbers in groups and addresses would be turned around inside a line from right to left.
    private static string Write(object value)
    {
        var text = Convert.ToString(value, CultureInfo.CurrentCulture) ?? string.Empty;
        return value is string && CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft && !text.Any(IsRightToLeft) ? $"{Isolate}{text}{EndIsolate}" : text;
    }
}
