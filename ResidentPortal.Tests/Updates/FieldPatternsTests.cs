using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ResidentPortal.Core.Updates;
using ResidentPortal.Tests.Mosip;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Updates;

/// <summary>Expressions of the country's schema judge what is typed, and can do no harm (S-66).</summary>
public sealed class FieldPatternsTests
{
    private const string Shortish = "^(?=.{3,50}$).*";
    private const string Phone = "^[+]*([0-9]{1})([0-9]{9})$";
    private const string Date = "^(1869|18[7-9][0-9]|19[0-9][0-9]|20[0-9][0-9])/([0][1-9]|1[0-2])/([0][1-9]|[1-2][0-9]|3[01])$";
    private const string PostalCode = "^[(?i)A-Z0-9]{5}$|^NA$";

    private readonly FieldPatterns _patterns = new(NullLogger<FieldPatterns>.Instance);

    [Theory]
    [InlineData(Shortish, "Meera Kaldan", true)]
    [InlineData(Shortish, "ميرا كلدان", true)]
    [InlineData(Shortish, "Li", false)]
    [InlineData(Shortish, "", false)]
    [InlineData(Phone, "9876543210", true)]
    [InlineData(Phone, "+9876543210", true)]
    [InlineData(Phone, "987654321", false)]
    [InlineData(Phone, "٩٨٧٦٥٤٣٢١٠", false)]
    [InlineData(Date, "1990/05/17", true)]
    [InlineData(Date, "17.05.1990", false)]
    [InlineData(PostalCode, "14022", true)]
    [InlineData(PostalCode, "NA", true)]
    [InlineData(PostalCode, "1402", false)]
    public void The_patterns_that_MOSIP_ships_judge_as_the_platform_does(string expression, string text, bool isAccepted) =>
        _patterns.Accept(text, language: null, [new FieldPattern(expression, null)]).ShouldBe(isAccepted);

    [Fact]
    public void A_pattern_is_for_the_whole_text() => _patterns.Accept("12345x", language: null, [new FieldPattern("[0-9]{5}", null)]).ShouldBeFalse();

    [Theory]
    [InlineData(@"\d{5}", "14022", true)]
    [InlineData(@"\d{5}", "١٤٠٢٢", false)]
    [InlineData(@"[+\d]{5}", "+1402", true)]
    [InlineData(@"[+\d]{5}", "+١٤٠٢", false)]
    [InlineData(@"\w+", "Meera_1", true)]
    [InlineData(@"\w+", "ميرا", false)]
    [InlineData(@"a\sb", "a\tb", true)]
    [InlineData(@"a\sb", "a\u00A0b", false)]
    [InlineData(@"\\d", @"\d", true)]
    [InlineData(@"\\d", "7", false)]
    [InlineData(@"\[\d", "[7", true)]
    [InlineData(@"[\]\d]+", "]7", true)]
    [InlineData(@"\p{L}+", "ميرا", true)]
    [InlineData(@"\", "anything", true)]
    public void The_short_names_of_sets_mean_what_they_mean_to_the_platform(string expression, string text, bool isAccepted) =>
        _patterns.Accept(text, language: null, [new FieldPattern(expression, null)]).ShouldBe(isAccepted);

    [Fact]
    public void A_line_break_at_the_end_is_part_of_the_text() => _patterns.Accept("12345\n", language: null, [new FieldPattern("^[0-9]{5}$", null)]).ShouldBeFalse();

    [Fact]
    public void All_patterns_have_to_match_that_are_for_the_texts_language()
    {
        FieldPattern[] patterns = [new("[a-z]*", "eng"), new(".{2,3}", null)];

        _patterns.Accept("abc", "eng", patterns).ShouldBeTrue();
        _patterns.Accept("ABC", "eng", patterns).ShouldBeFalse();
        _patterns.Accept("ABC", "fra", patterns).ShouldBeTrue();
        _patterns.Accept("abcd", "eng", patterns).ShouldBeFalse();
        _patterns.Accept("ABC", language: null, patterns).ShouldBeTrue();
    }

    [Fact]
    public void A_field_without_patterns_takes_any_text_up_to_a_length()
    {
        _patterns.Accept(new string('a', FieldPatterns.LongestText), language: null, []).ShouldBeTrue();
        _patterns.Accept(new string('a', FieldPatterns.LongestText + 1), language: null, []).ShouldBeFalse();
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)+$")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    public void S_66_an_expression_made_to_run_for_ever_is_judged_without_backtracking(string expression)
    {
        using var log = new CapturedLog();
        var patterns = new FieldPatterns(Logger(log));

        patterns.Accept(new string('a', 900) + "!", language: null, [new FieldPattern(expression, null)]).ShouldBeFalse();

        log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public void S_66_one_that_needs_backtracking_is_stopped_and_what_it_judged_is_refused_and_not_logged()
    {
        using var log = new CapturedLog();
        var patterns = new FieldPatterns(Logger(log));

        patterns.Accept(new string('a', 40) + "!", language: null, [new FieldPattern("(?=x|a)(a+)+$", null)]).ShouldBeFalse();

        log.Lines.ShouldHaveSingleItem().ShouldContain("took too long");
        log.Lines.ShouldNotContain(line => line.Contains("aaa", StringComparison.Ordinal));
    }

    [Fact]
    public void An_expression_that_is_none_is_passed_over_and_said_once()
    {
        using var log = new CapturedLog();
        var patterns = new FieldPatterns(Logger(log));
        FieldPattern[] broken = [new("([0-9", null)];

        patterns.Accept("anything", language: null, broken).ShouldBeTrue();
        patterns.Accept("anything else", language: null, broken).ShouldBeTrue();

        log.Lines.ShouldHaveSingleItem().ShouldContain("values are not judged by it");
    }

    [Fact]
    public void S_66_a_schema_that_changes_all_the_time_does_not_fill_the_memory()
    {
        for (var i = 1; i <= 600; i++)
        {
            _patterns.Accept("a", language: null, [new FieldPattern($"a|{i}", null)]).ShouldBeTrue();
        }

        _patterns.KeptCount.ShouldBeLessThanOrEqualTo(256);
    }

    private static ILogger<FieldPatterns> Logger(CapturedLog log) => LoggerFactory.Create(logging => logging.AddProvider(log)).CreateLogger<FieldPatterns>();
}
