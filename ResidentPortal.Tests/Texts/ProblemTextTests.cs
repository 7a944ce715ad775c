using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Texts;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Texts;

public sealed class ProblemTextTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 3, 10, 2, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", 1, "You have 1 try left.")]
    [InlineData("en", 3, "You have 3 tries left.")]
    [InlineData("fr", 1, "Il vous reste 1 essai.")]
    [InlineData("ar", 1, "بقيت لك محاولة واحدة.")]
    [InlineData("ar", 2, "بقيت لك محاولتان.")]
    [InlineData("ar", 3, "بقيت لك 3 محاولات.")]
    [InlineData("ar", 11, "بقيت لك 11 محاولة.")]
    public void The_plural_form_is_the_one_of_the_language(string language, int tries, string ending) =>
        Say(language, OtpProblems.Wrong.With("tries", tries)).ShouldEndWith(ending);

    [Fact]
    public void Without_a_number_the_plain_sentence_is_said() =>
        Say("en", OtpProblems.Wrong).ShouldBe("That code is not right. Nothing was changed. Type the numbers from the newest message.");

    [Fact]
    public void A_moment_is_told_as_a_clock_time() =>
        Say("en", OtpProblems.TooSoon.With("at", Morning)).ShouldEndWith("You can ask for another at 10:02.");

    [Fact]
    public void A_moment_on_another_day_is_told_with_the_day() =>
        Say("en", OtpProblems.DevicePaused.With("at", Morning.AddDays(1))).ShouldEndWith("Try again at 4 March 2026, 10:02.");

    [Fact]
    public void A_problem_without_a_sentence_gets_the_general_one() =>
        Say("en", new Problem("nobody.knows", ProblemKind.Unknown)).ShouldStartWith("This did not work.");

    private static string Say(string language, Problem problem)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        using var services = new ServiceCollection().AddLogging().AddLocalization()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Morning))
            .AddSingleton(Options.Create(new PortalOptions { TimeZone = "UTC" }))
            .AddSingleton<Moments>().AddSingleton<ProblemText>().BuildServiceProvider();
        return services.GetRequiredService<ProblemText>().Of(problem);
    }
}
