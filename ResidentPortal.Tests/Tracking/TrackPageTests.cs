using System.Net;
using System.Text.RegularExpressions;
using ResidentPortal.Tests.Privacy;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Tracking;

/// <summary>The open page over plain HTTP: what it says to anybody, what to whoever entered the code, and what never stands in an address.</summary>
public sealed partial class TrackPageTests : IAsyncLifetime
{
    // Refused after verification, at the centre: nobody is known.
    private const string RefusedRid = "10001100100010620260523134520";

    private PortalHost _portal = default!;
    private PortalClient _owner = default!;
    private PortalClient _visitor = default!;
    private string _reference = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        (_owner, _visitor) = (new PortalClient(_portal), new PortalClient(_portal));
        await _owner.SignInAsync();
        var locked = await _owner.PostFormAsync(await _owner.GetAsync(Links.Locks), "lock-Fingerprint");
        _reference = locked.Location!.Split('/')[^1];
    }

    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        _visitor.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task S_40_A_reference_tells_anybody_the_kind_the_state_and_what_next_and_nothing_more()
    {
        var answer = await TrackAsync(_visitor, _reference);
        answer.Text.ShouldContain("Lock or unlock");
        answer.Text.ShouldMatch(@"Done\. We checked at \d\d:\d\d\. Since \d+ \w+ 20\d\d, \d\d:\d\d What happens next Nothing more is to do\.");
        Markers.FoundIn(answer.Body, [.. Markers.Of(_portal.Sandbox.State.Population.Find(Residents.Meera)!), "Lock fingerprint", "fingerprint", _reference[..4] + " "]).ShouldBeEmpty();
        answer.Title.ShouldBe("Track a request – Resident Portal");
        answer.Headers["Cache-Control"].ShouldContain("no-store");
    }

    [Theory]
    [InlineData("4952408651", "A request number has 29 digits, a reference has 16. You typed 10. Compare it with your receipt.")]
    [InlineData("7777888899990001", "We do not find this reference. Compare the number with your receipt.")]
    [InlineData("", "Type a number. A registration has 29 digits, a request made here has a reference of 16.")]
    public async Task What_is_not_a_number_of_a_request_is_told_in_one_sentence_that_names_both(string typed, string sentence)
    {
        var answer = await TrackAsync(_visitor, typed);
        answer.Text.ShouldContain(sentence);
        answer.Title.ShouldStartWith("Error:");
        answer.Body.ShouldContain("aria-invalid=\"true\"");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task The_longest_answer_weighs_at_most_15_KB(string language)
    {
        var order = (await _owner.OrderCardAsync()).Path.Split('/')[^1];
        _visitor.Headers["Accept-Language"] = language;
        (await TrackAsync(_visitor, order)).Bytes.Length.ShouldBeLessThanOrEqualTo(15 * 1024);
    }

    [Fact]
    public async Task After_the_code_everything_is_shown_and_what_the_code_gave_stands_in_a_hidden_field_alone()
    {
        var whole = await ProveAsync(_visitor);
        whole.Path.ShouldBe(Links.Track);
        whole.Text.ShouldContain("Lock fingerprint");
        whole.Text.ShouldContain("Everything is shown here for 15 minutes from your code.");
        whole.Body.ShouldContain("type=\"hidden\" name=\"Ticket\"");
        _visitor.CookieLines.ShouldAllBe(line => line.StartsWith("__Host-code=", StringComparison.Ordinal) || line.StartsWith("__Host-device=", StringComparison.Ordinal) || line.StartsWith("__Host-form=", StringComparison.Ordinal));
        (await _visitor.GetAsync(Links.Home)).Location.ShouldNotBeNull().ShouldStartWith(Links.SignIn);
    }

    [Fact]
    public async Task S_02_The_page_of_one_browser_shows_nothing_in_another()
    {
        var whole = await ProveAsync(_visitor);
        using var stranger = new PortalClient(_portal);
        await stranger.GetAsync(Links.Track);
        var page = await stranger.GetAsync(Links.Track);
        var ticket = TicketOf(whole);
        var answer = await stranger.PostForgedAsync(Links.Acknowledgement, page, ("Number", _reference), ("Ticket", ticket));
        answer.Location.ShouldBe(Links.Track);
        (await stranger.PostForgedAsync(Links.Track, page, ("_handler", "watch"), ("Number", _reference), ("Ticket", ticket))).Text.ShouldNotContain("Lock fingerprint");
    }

    [Fact]
    public async Task S_01_Asking_for_a_code_and_a_wrong_one_are_answered_alike_where_nobody_is_known()
    {
        var known = await WalkAsync(_reference);
        var compared = await WalkAsync(RefusedRid);
        foreach (var (expected, actual) in known.Zip(compared))
        {
            actual.Status.ShouldBe(expected.Status);
            Leveled(actual, RefusedRid).ShouldBe(Leveled(expected, _reference));
        }

        known[0].Text.ShouldContain("If we know a contact for this request, a code is on its way.");
    }

    [Fact]
    public async Task To_be_told_is_answered_with_the_same_sentence_for_every_request()
    {
        foreach (var number in new[] { "10001100100010120260518081500", "10001100100010820260525160050" })
        {
            var answer = await TrackAsync(_visitor, number);
            var watched = await _visitor.PostFormAsync(answer, "watch");
            watched.Text.ShouldContain("We will write to the contact on record when it changes.");
            watched.Text.ShouldContain("What happens next");
        }

        (await TrackAsync(_visitor, _reference)).Text.ShouldNotContain("Tell me when it changes");
    }

    [Fact]
    public async Task The_owner_who_is_signed_in_is_led_to_the_receipt_and_asked_for_no_code()
    {
        var answer = await TrackAsync(_owner, _reference);
        answer.Body.ShouldContain($"href=\"{Links.RequestOf(_reference)}\"");
        answer.Body.ShouldNotContain("name=\"Channel\"");
        using var other = new PortalClient(_portal);
        await other.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        (await TrackAsync(other, _reference)).Body.ShouldNotContain(Links.RequestOf(_reference));
    }

    [Theory]
    [InlineData("send")]
    [InlineData("code")]
    [InlineData("watch")]
    public async Task A_form_of_a_page_that_is_no_longer_true_still_arrives_and_is_told(string handler)
    {
        var page = await _visitor.GetAsync(Links.Track);
        var answer = await _visitor.PostForgedAsync(Links.Track, page, ("_handler", handler), ("Number", "7777888899990001"), ("Code", "123456"));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldContain("We do not find this reference.");
    }

    private static async Task<Answer> TrackAsync(PortalClient client, string number) => await client.PostFormAsync(await client.GetAsync(Links.Track), "track", ("Number", number));

    private static string TicketOf(Answer answer) => Ticket().Match(answer.Body).Groups["ticket"].Value;

    private static string Leveled(Answer answer, string number) => Times().Replace(answer.WithoutTokens.Replace(number, "number", StringComparison.Ordinal), "time");

    private async Task<Answer> ProveAsync(PortalClient client)
    {
        await _portal.ForgetAttemptsAsync();
        var asked = await client.PostFormAsync(await TrackAsync(client, _reference), "send", ("Channel", "phone"));
        return await client.PostFormAsync(asked, "code", ("Code", await _portal.ReadCodeAsync()));
    }

    private async Task<List<Answer>> WalkAsync(string number)
    {
        using var client = new PortalClient(_portal);
        var asked = await client.PostFormAsync(await TrackAsync(client, number), "send", ("Channel", "phone"));
        await Eventually.TrueAsync(
            () => _portal.InDatabaseAsync(database => Task.FromResult(!database.Codes.Any(row => row.State == Core.Otp.CodeState.Asked || row.State == Core.Otp.CodeState.Sending))), TimeSpan.FromSeconds(90), "The code was never sent.");
        var wrong = await client.PostFormAsync(asked, "code", ("Code", "000000"));
        var again = await client.PostFormAsync(wrong, "code", ("Code", "000001"));
        return [asked, wrong, again];
    }

    [GeneratedRegex(@"\d\d:\d\d(:\d\d)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Times();

    [GeneratedRegex("name=\"Ticket\" value=\"(?<ticket>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ticket();
}
