using System.Reflection;
using System.Text.RegularExpressions;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Texts;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Texts;

public sealed partial class TextsTests
{
    // Read by name, by the component library.
    private static readonly string[] ReadElsewhere = ["Library."];

    private static readonly string[] SameInAll = ["Layout.Menu", "Code.Field", "Locks.For.TenMinutes", "Locks.For.Chosen.Minutes", "Locks.Type.Iris", "Card.Number.Vid", "Update.Answer.In", "History.Use", "History.Comma"];

    // Words that one language has from another.
    private static readonly (string Tag, string Key)[] SameInOne = [("es", "Page.TitleWithError"), ("es", "Errors.Word"), ("fr", "Visits.Centre"), ("fr", "Alerts.Count.Centre")];

    [Fact]
    public void Every_text_is_there_in_every_language()
    {
        foreach (var name in TextFile.Names)
        {
            var english = TextFile.Read(name, Language.English).Texts.Keys.Select(TextFile.Stem).ToHashSet(StringComparer.Ordinal);
            foreach (var language in Language.All)
            {
                TextFile.Read(name, language).Texts.Keys.Select(TextFile.Stem).ToHashSet(StringComparer.Ordinal).ShouldBe(english, ignoreOrder: true, $"{name} in {language.NativeName}");
            }
        }
    }

    [Fact]
    public void Every_plural_has_exactly_the_forms_of_its_language()
    {
        foreach (var file in TextFile.All)
        {
            foreach (var forms in file.Texts.Keys.Where(TextFile.IsPlural).GroupBy(TextFile.Stem, StringComparer.Ordinal))
            {
                forms.Select(key => key[(forms.Key.Length + 1)..]).ShouldBe(PluralForm.In(file.Language.Culture), ignoreOrder: true, $"{forms.Key} in {file.Language.NativeName}");
            }
        }
    }

    [Fact]
    public void No_text_is_left_in_English()
    {
        foreach (var name in TextFile.Names)
        {
            var english = TextFile.Read(name, Language.English).Texts;
            foreach (var language in Language.All.Where(language => language != Language.English))
            {
                TextFile.Read(name, language).Texts
                    .Where(text => !SameInAll.Contains(text.Key, StringComparer.Ordinal) && !SameInOne.Contains((language.Tag, text.Key)) && string.Equals(english.GetValueOrDefault(text.Key), text.Value, StringComparison.Ordinal))
                    .Select(text => text.Key).ShouldBeEmpty($"{name} in {language.NativeName}");
            }
        }
    }

    [Fact]
    public void No_text_is_empty_and_none_has_an_exclamation_mark()
    {
        foreach (var file in TextFile.All)
        {
            file.Texts.Where(text => string.IsNullOrWhiteSpace(text.Value) || text.Value.Contains('!', StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_places_of_a_sentence_are_the_same_in_every_language()
    {
        foreach (var name in TextFile.Names)
        {
            var english = TextFile.Read(name, Language.English).Texts;
            foreach (var file in Language.All.Select(language => TextFile.Read(name, language)))
            {
                foreach (var (key, text) in file.Texts)
                {
                    var model = english.GetValueOrDefault(key) ?? english[$"{TextFile.Stem(key)}.{PluralForm.Other}"];

                    // "One try" and "two tries" need no number in languages that have forms for them.
                    var mayLack = TextFile.IsPlural(key) && !key.EndsWith($".{PluralForm.Other}", StringComparison.Ordinal);
                    TextFile.Places(text).Except(TextFile.Places(model)).ShouldBeEmpty($"{key} in {file.Language.NativeName}");
                    (mayLack ? [] : TextFile.Places(model).Except(TextFile.Places(text))).ShouldBeEmpty($"{key} in {file.Language.NativeName}");
                }
            }
        }
    }

    [Fact]
    public void A_sentence_has_at_most_twenty_words()
    {
        var tooLong = TextFile.All.SelectMany(file => file.Texts.SelectMany(text => TextFile.Sentences(text.Value).Where(sentence => TextFile.CountWords(sentence) > 20).Select(sentence => $"{text.Key} {file.Language}: {sentence}")));
        tooLong.ShouldBeEmpty();
    }

    [Fact]
    public void No_text_uses_words_that_only_we_use()
    {
        string[] unwanted = ["OTP", "authenticat", "modalit", "revoke", "partner", "invalid", "successful", "error occurred", "timed out", "API", "session", "non valide", "invalide", "authentifi", "avec succès"];
        foreach (var file in TextFile.All)
        {
            foreach (var word in unwanted)
            {
                file.Texts.Where(text => Regex.IsMatch(text.Value, $@"\b{word}", char.IsUpper(word[0]) ? RegexOptions.None : RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))).ShouldBeEmpty(word);
            }
        }
    }

    [Fact]
    public void Every_problem_has_its_sentences()
    {
        var keys = typeof(Problem).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("ResidentPortal.Core.Mosip", StringComparison.Ordinal) != true) // What adapters tell each other never leaves them.
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Problem))
            .Select(field => ((Problem)field.GetValue(obj: null)!).Key)
            .Distinct(StringComparer.Ordinal);
        var sentences = TextFile.Read("Problems", Language.English).Texts.Keys.Select(TextFile.Stem).ToHashSet(StringComparer.Ordinal);
        keys.Except(sentences, StringComparer.Ordinal).ShouldBeEmpty();
        sentences.ShouldContain(ProblemText.General);
    }

    [Fact]
    public void Every_text_is_used()
    {
        var source = string.Join('\n', Directory.EnumerateFiles(Path.Combine(TextFile.Root, "ResidentPortal"), "*.*", SearchOption.AllDirectories)
            .Where(file => (file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal)) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        var literals = Literal().Matches(source).Select(match => match.Groups["text"].Value).ToHashSet(StringComparer.Ordinal);
        var patterns = literals.Where(literal => literal.Contains('{', StringComparison.Ordinal) && literal.Contains('.', StringComparison.Ordinal))
            .Select(literal => new Regex($"^{Hole().Replace(literal, "\0").Split('\0').Select(Regex.Escape).Aggregate((left, right) => $@"{left}[\w.]+{right}")}$", RegexOptions.None, TimeSpan.FromSeconds(1))).ToList();
        TextFile.Read("Words", Language.English).Texts.Keys.Select(TextFile.Stem).Distinct(StringComparer.Ordinal)
            .Where(key => !ReadElsewhere.Any(group => key.StartsWith(group, StringComparison.Ordinal)))
            .Where(key => !literals.Contains(key) && !patterns.Any(pattern => pattern.IsMatch(key)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_words_stand_in_markup()
    {
        var found = Directory.EnumerateFiles(Path.Combine(TextFile.Root, "ResidentPortal"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Markup.FindWords(File.ReadAllText(file)).Select(words => $"{Path.GetFileName(file)}: {words}"));
        found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<p>Hello there</p>", "Hello there")]
    [InlineData("<a href=\"@Links.Help\" title=\"Go on\">@Words[\"Help.Title\"]</a>", "Go on")]
    [InlineData("@if (Error is not null)\n{\n  <p>Wrong @Error</p>\n}\nelse\n{\n  @Words[\"A.B\"]\n}", "Wrong")]
    public void Words_in_markup_are_caught(string razor, string words) => Markup.FindWords(razor).ShouldBe([words]);

    [GeneratedRegex("\"(?<text>[A-Za-z][^\"\\s]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}
