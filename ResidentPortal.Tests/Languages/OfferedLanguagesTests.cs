using System.Text.RegularExpressions;
using ResidentPortal.Core.Languages;
using ResidentPortal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Languages;

public sealed partial class OfferedLanguagesTests
{
    [Fact]
    public void In_release_drafts_are_not_offered() => Offered.InRelease().All.Select(language => language.Tag).ShouldBe(["en", "fr", "ar"]);

    [Fact]
    public void In_development_all_are_offered() => Offered.InDevelopment().All.ShouldBe(Language.All);

    [Fact]
    public void A_deployment_offers_what_it_names_in_its_order()
    {
        var languages = Offered.InRelease("am", "en", "am");
        languages.All.Select(language => language.Tag).ShouldBe(["am", "en"]);
        languages.Find("amh").ShouldBe(Language.Find("am"));
        languages.Find("fr").ShouldBeNull();
    }

    [Fact]
    public void The_table_of_translations_names_every_language_and_says_which_are_drafts()
    {
        var rows = Row().Matches(House.Text("docs/translations.md")).ToDictionary(row => row.Groups["tag"].Value, row => row.Groups["state"].Value, StringComparer.Ordinal);
        rows.ShouldBe(Language.All.ToDictionary(language => language.Tag, language => language.IsDraft ? "draft" : "reviewed", StringComparer.Ordinal), ignoreOrder: true);
    }

    [GeneratedRegex(@"^\| [^|]+ \| `(?<tag>\w+)` \| (?<state>\w+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
