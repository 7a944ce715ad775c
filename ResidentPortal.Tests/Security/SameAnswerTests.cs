using System.Text.RegularExpressions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Security;

/// <summary>Nobody learns here whether a number exists.</summary>
public sealed partial class SameAnswerTests : IAsyncLifetime
{
    private PortalHost _portal = default!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync(change: null, ("Otp:SendGapSeconds", "60"));

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData(Residents.Unknown)]
    [InlineData(Residents.Deactivated)]
    [InlineData(Residents.WithoutContact)]
    public async Task S_01_Asking_for_a_code_and_a_wrong_code_are_answered_alike_for_every_number(string other)
    {
        var known = await WalkAsync(Residents.Meera);
        var compared = await WalkAsync(other);
        foreach (var (expected, actual) in known.Zip(compared))
        {
            actual.Status.ShouldBe(expected.Status);
            Comparable(actual).ShouldBe(Comparable(expected));
            Leveled(actual, other).ShouldBe(Leveled(expected, Residents.Meera), $"{actual.Path} differs");
        }
    }

    // What was typed stands in the answer to the form it was typed into; the clock goes on between the two.
    private static string Leveled(Answer answer, string number) => Times().Replace(answer.WithoutTokens.Replace(number, "number", StringComparison.Ordinal), "time");

    private static string[] Comparable(Answer answer) =>
        [.. answer.Headers.Where(header => header.Key is not ("Date" or "Set-Cookie")).Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal)];

    private async Task<List<Answer>> WalkAsync(string number)
    {
        using var client = new PortalClient(_portal);
        var form = await client.GetAsync(Links.SignIn);
        var asked = await client.PostFormAsync(form, "sign-in", ("Number", number), ("Channel", "phone"));
        var code = await client.GetAsync(Links.SignInCode);

        // Behind the answer the platform is asked; only then is a wrong code judged by it.
        await Eventually.TrueAsync(
            () => _portal.InDatabaseAsync(database => Task.FromResult(!database.Codes.Any(row => row.State == Core.Otp.CodeState.Asked || row.State == Core.Otp.CodeState.Sending))), TimeSpan.FromSeconds(90), "The code was never sent.");
        var later = await client.GetAsync(Links.SignInCode);
        var wrong = await client.PostFormAsync(code, "code", ("Code", "000000"));
        var again = await client.PostFormAsync(code, "code", ("Code", "000001"));
        return [asked, code, later, wrong, again];
    }

    [GeneratedRegex(@"\d\d:\d\d(:\d\d)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Times();
}
