using System.Net;
using System.Text.RegularExpressions;
using ResidentPortal.Core.Otp;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Security;

/// <summary>Whoever looks for a lost number learns from no page whether anybody is registered (S-01, S-15), and fetches what was found once, by a press (S-36, S-45).</summary>
public sealed partial class LostNumberAnswerTests : IAsyncLifetime
{
    private PortalHost _portal = default!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync(change: null, ("Otp:SendGapSeconds", "60"));

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("Nobody Atall", "9000000099")]
    [InlineData("Jonas Weber", "9876500032")]
    [InlineData("Lucien Marchetti", "9876500016")]
    public async Task S_01_Found_not_found_several_and_out_of_use_are_answered_alike_from_the_form_to_the_end(string name, string phone)
    {
        var found = await WalkAsync("Meera Kaldan", Residents.MeerasPhone);
        var other = await WalkAsync(name, phone);
        foreach (var (expected, actual) in found.Zip(other))
        {
            actual.Status.ShouldBe(expected.Status);
            Comparable(actual).ShouldBe(Comparable(expected));
            Leveled(actual, name, phone).ShouldBe(Leveled(expected, "Meera Kaldan", Residents.MeerasPhone), $"{actual.Path} differs");
        }
    }

    [Fact]
    public async Task The_link_shows_without_changing_anything_and_the_press_hands_the_letter_out_once()
    {
        await WalkAsync("Meera Kaldan", Residents.MeerasPhone);
        var link = await _portal.ReadLinkAsync("/lost-number/link/");
        using var client = new PortalClient(_portal);
        var shown = await client.GetAsync(link);
        shown.Text.ShouldContain("A letter with your ID number waits here until");
        shown.Body.ShouldNotContain(Residents.Meera);

        var letter = await client.PostFormAsync(await client.GetAsync(link), Links.LostNumberFile);
        letter.Status.ShouldBe(HttpStatusCode.OK);
        letter.Headers["Content-Type"].ShouldBe("application/pdf");
        letter.Headers["Content-Disposition"].ShouldStartWith("attachment; filename=letter.pdf");
        letter.Headers["Cache-Control"].ShouldBe("no-store");
        letter.Body.ShouldStartWith("%PDF-");

        var again = await client.PostFormAsync(shown, Links.LostNumberFile);
        again.Location.ShouldBe(link);
        (await client.FollowAsync(again)).Text.ShouldContain("There is nothing behind this link any more.");
    }

    [Fact]
    public async Task Where_the_platform_does_not_let_the_portal_search_neither_tile_nor_form_is_there_and_the_page_says_so()
    {
        _portal.Sandbox.Faults.Set("regproc.lostsearch", FaultNames.Http403);
        using var client = new PortalClient(_portal);
        (await client.GetAsync(Links.Welcome)).Text.ShouldNotContain("Find a lost number");
        var page = await client.GetAsync(Links.LostNumber);
        page.Text.ShouldContain("This office does not find lost numbers here. Visit a centre with a paper that shows who you are.");
        page.Body.ShouldNotContain("name=\"FullName\"");
        (await client.PostForgedAsync(Links.LostNumber, await client.GetAsync(Links.Verify), ("_handler", "lost"), ("Kind", "Uin"), ("FullName", "Meera Kaldan"), ("Contact", Residents.MeerasPhone), ("PostalCode", "14022")))
            .Text.ShouldContain("This office does not find lost numbers here.");
        _portal.Sandbox.State.Outbox.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_it_does_the_tile_is_there()
    {
        using var client = new PortalClient(_portal);
        (await client.GetAsync(Links.Welcome)).Text.ShouldContain("Find a lost number");
    }

    [Fact]
    public async Task What_is_missing_is_told_field_by_field_and_what_was_typed_stays()
    {
        using var client = new PortalClient(_portal);
        var answer = await client.PostFormAsync(await client.GetAsync(Links.LostNumber), "lost", ("FullName", "Meera Kaldan"));
        answer.Title.ShouldStartWith("Error: ");
        answer.Text.ShouldContain("Choose which number is lost.");
        answer.Text.ShouldContain("Type your phone number or your email.");
        answer.Text.ShouldContain("Type the postal code of your address.");
        answer.Body.ShouldContain("value=\"Meera Kaldan\"");
        (await client.PostFormAsync(await client.GetAsync(Links.LostNumber), "lost", Fields("Meera Kaldan", "12345"))).Text.ShouldContain("This is not a phone number we can reach.");
    }

    [Theory]
    [InlineData(Links.LostNumberCode, Links.LostNumber)]
    [InlineData(Links.VerifyCode, Links.Verify)]
    public async Task A_code_page_without_a_code_leads_back_to_its_form(string code, string form)
    {
        using var client = new PortalClient(_portal);
        (await client.GetAsync(code)).Location.ShouldBe(form);
    }

    [Fact]
    public async Task A_contact_is_seen_to_work_without_anybody_being_signed_in()
    {
        using var client = new PortalClient(_portal);
        var asked = await client.PostFormAsync(await client.GetAsync(Links.Verify), "verify", ("Number", Residents.Meera), ("Channel", "phone"));
        asked.Location.ShouldBe(Links.VerifyCode);
        var verified = await client.PostFormAsync(await client.GetAsync(Links.VerifyCode), "code", ("Code", await _portal.ReadCodeAsync()));
        verified.Text.ShouldContain("This phone works");
        verified.Text.ShouldContain("••••••0001");
        client.Cookies.Keys.ShouldNotContain("__Host-session");
        (await client.GetAsync(Links.Home)).Location.ShouldStartWith(Links.SignIn);
    }

    private static (string, string)[] Fields(string name, string phone) => [("Kind", "Uin"), ("FullName", name), ("Contact", phone), ("PostalCode", "14022")];

    // What was typed stands in the answer to the form it was typed into; the clock goes on, and passwords are made at random.
    private static string Leveled(Answer answer, string name, string phone) =>
        Times().Replace(Passwords().Replace(answer.WithoutTokens, "password"), "time").Replace(name, "name", StringComparison.Ordinal).Replace(phone, "phone", StringComparison.Ordinal);

    private static string[] Comparable(Answer answer) =>
        [.. answer.Headers.Where(header => header.Key is not ("Date" or "Set-Cookie" or "Content-Length")).Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal)];

    private async Task<List<Answer>> WalkAsync(string name, string phone)
    {
        using var client = new PortalClient(_portal);
        var form = await client.GetAsync(Links.LostNumber);
        var asked = await client.PostFormAsync(form, "lost", Fields(name, phone));
        var page = await client.GetAsync(Links.LostNumberCode);
        var code = await _portal.ReadCodeAsync(phone);
        await Eventually.TrueAsync(
            () => _portal.InDatabaseAsync(database => Task.FromResult(!database.ContactCodes.Any(row => row.State == CodeState.Asked || row.State == CodeState.Sending))), TimeSpan.FromSeconds(90), "The code was never sent.");
        var later = await client.GetAsync(Links.LostNumberCode);
        var wrong = await client.PostFormAsync(page, "code", ("Code", code is "000000" ? "000001" : "000000"));
        var taken = await client.PostFormAsync(page, "code", ("Code", code));
        taken.Text.ShouldContain("If your details match a registration, we send a link to this contact. It works for 24 hours.");
        var again = await client.PostFormAsync(page, "code", ("Code", code));
        return [asked, page, later, wrong, taken, again];
    }

    [GeneratedRegex(@"\d\d:\d\d(:\d\d)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Times();

    [GeneratedRegex("<div class=\"revealed\".*?</div>", RegexOptions.Singleline, 1000)]
    private static partial Regex Passwords();
}
