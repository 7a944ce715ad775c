using ResidentPortal.Branding;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Branding;

public sealed class TokensTests
{
    // The house's own colours, then flags and crests of all tempers.
    public static TheoryData<string, string> Brands => new()
    {
        { "#0b5a63", "#eba23a" }, { "#00508f", "#ffd400" }, { "#1d4d2b", "#f2c14e" }, { "#7a1020", "#ffffff" }, { "#000000", "#c0392b" }, { "#5b2a86", "#8fd3c8" },
    };

    [Theory]
    [MemberData(nameof(Brands))]
    public void Words_and_borders_are_readable_in_both_schemes(string primary, string accent)
    {
        var tokens = DesignTokens.From(Colour.Of(primary), Colour.Of(accent));
        tokens.Light.Pairs.Where(pair => pair.Contrast < pair.Needed).ShouldBeEmpty("light");
        tokens.Dark.Pairs.Where(pair => pair.Contrast < pair.Needed).ShouldBeEmpty("dark");
    }

    [Theory]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    public void Contrast_is_computed_as_WCAG_says(string front, string ground, double contrast) =>
        Colour.Of(front).ContrastWith(Colour.Of(ground)).ShouldBe(contrast, 0.01);

    [Fact]
    public void The_stylesheet_and_the_theme_are_made_from_the_same_colours()
    {
        var tokens = DesignTokens.From(Colour.Of("#00508f"), Colour.Of("#ffd400"));
        var primary = tokens.Light.Primary;
        StyleSheet.From(tokens).ShouldContain($"--primary:{primary};");
        WorkspaceTheme.Css(tokens).ShouldContain($"--mud-palette-primary: rgba({primary.Red},{primary.Green},{primary.Blue},1);");
    }

    [Fact]
    public void The_lines_are_high_enough_for_every_script() => double.Parse(DesignTokens.From(Colour.Black, Colour.White).Leading, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(1.6);

    [Theory]
    [InlineData("open.css")]
    [InlineData("workspace.css")]
    public void Stylesheets_know_no_left_and_no_right(string file) =>
        File.ReadAllText(Path.Combine(Texts.TextFile.Root, "ResidentPortal", "wwwroot", file)).ShouldNotMatch(@"(?<![\w-])(margin|padding|border|inset)-(left|right|top|bottom)|(?<![\w-])(?<!\()(left|right|top|bottom|width|height)\s*:|:\s*(left|right)\b");
}
