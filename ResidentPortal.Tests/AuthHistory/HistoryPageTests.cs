using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace ResidentPortal.Tests.AuthHistory;

/// <summary>The pages of the history over plain HTTP, without script.</summary>
public sealed partial class HistoryPageTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        _client = new PortalClient(_portal);
        await _client.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Each_use_is_a_whole_sentence_under_its_day()
    {
        var page = await _client.GetAsync(Links.History);
        page.Title.ShouldStartWith("Who used my identity – ");
        page.Text.ShouldContain("12 uses found");
        page.Text.ShouldContain("You proved it was you with a code in this portal – with your ID number (UIN).");
        page.Text.ShouldContain("The ID office sent you a code – with your ID number (UIN).");
        page.Text.ShouldContain("Acme Bank checked your fingerprint and checked your face – refused – with your stand-in number (VID) “••••••••••••1546”.");
        page.Text.ShouldContain("02:10 Quick Loans checked your fingerprint – refused – with your ID number (UIN). Unusual It was the first time that this organisation used your identity. It was at night, between 22:00 and 05:00. I do not know this");
        Regex.Count(page.Body, "<h2[ >]", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task R_38_The_page_has_no_circuit_and_so_holds_nothing_between_requests()
    {
        var page = await _client.GetAsync(Links.History);
        page.Body.ShouldNotContain("blazor.web");
        page.Body.ShouldNotContain("<!--Blazor:");
    }

    [Fact]
    public async Task What_is_looked_for_stands_in_the_address_and_in_the_form()
    {
        var page = await _client.GetAsync("/history?outcome=refused&way=fingerprint&own=hide");
        page.Text.ShouldContain("2 uses found");
        page.Body.ShouldContain("<details class=\"more\" open");
        page.Body.ShouldMatch("<option value=\"refused\" selected[^>]*>Refused</option>");
        page.Body.ShouldMatch("<option value=\"fingerprint\" selected[^>]*>Fingerprint</option>");
        (await _client.GetAsync("/history?outcome=unusual&own=hide&time=7")).Text.ShouldContain("1 use found");
        (await _client.GetAsync("/history?outcome=Nonsense&way=None&time=8&page=-2&by=nobody&number=4952408651&from=yesterday")).Text.ShouldContain("12 uses found");
        (await _client.GetAsync("/history?time=days&from=2001-01-01&to=2001-12-31")).Text.ShouldContain("0 uses found");
    }

    [Fact]
    public async Task S_40_No_organisation_and_no_number_stands_in_an_address()
    {
        var page = await _client.GetAsync(Links.History);
        var values = Options().Matches(page.Body).Select(match => WebUtility.HtmlDecode(match.Groups["value"].Value)).ToList();
        values.ShouldContain("uin");
        var addresses = Addresses().Matches(page.Body).Select(match => match.Groups["address"].Value).Concat(values).ToList();
        addresses.Count(address => address.StartsWith("/history/unknown/", StringComparison.Ordinal)).ShouldBe(12);
        foreach (var personal in new[] { Residents.Meera, "4913089685701546", "Acme", "Quick", "Harbour", "Water", "Meera" })
        {
            addresses.ShouldAllBe(address => !address.Contains(personal, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Pages_lead_on_and_back_with_what_is_looked_for()
    {
        for (var i = 0; i < 25; i++)
        {
            _portal.Sandbox.State.AuthenticateForPartner(Residents.Meera, "Acme Bank", "FACE-AUTH");
        }

        var first = await _client.GetAsync("/history?way=face");
        first.Text.ShouldContain("27 uses found");
        first.Body.ShouldContain("href=\"/history?way=face&amp;page=2\"");
        var second = await _client.GetAsync("/history?way=face&page=2");
        second.Text.ShouldContain("Page 2 of 2");
        second.Body.ShouldContain("href=\"/history?way=face\"");
        Entries().Count(second.Body).ShouldBe(7);
    }

    [Fact]
    public async Task When_the_platform_is_down_the_page_says_so_and_the_rest_works()
    {
        _portal.Sandbox.Faults.Set("ida.history", FaultNames.Http403);
        var page = await _client.GetAsync(Links.History);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("We cannot show the history now");
        page.Text.ShouldContain("Everything else on this portal works.");
        (await _client.GetAsync(Links.Home)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_a_lock_has_stopped_is_a_link_from_the_locks()
    {
        await _client.PostFormAsync(await _client.GetAsync(Links.Locks), "lock-Fingerprint");
        _portal.Sandbox.State.AuthenticateForPartner(Residents.Meera, "Harbour Clinic", "FINGERPRINT-AUTH");
        (await _client.GetAsync(Links.Locks)).Body.ShouldContain("href=\"/history?outcome=stopped\"");
        var stopped = await _client.GetAsync(Links.StoppedUses);
        stopped.Text.ShouldContain("1 use found");
        stopped.Text.ShouldContain("Harbour Clinic checked your fingerprint – stopped by your lock – with your ID number (UIN).");
    }

    [Fact]
    public async Task A_use_that_is_not_known_becomes_a_ticket_with_a_receipt_and_a_lock()
    {
        var form = await _client.GetAsync(await UnknownAsync("Quick Loans"));
        form.Title.ShouldStartWith("I do not know this use – ");
        form.Text.ShouldContain("Quick Loans checked your fingerprint – refused – with your ID number (UIN).");
        var sent = await _client.PostFormAsync(form, "unknown", ("Locks", "Way"), ("Note", "I was asleep.\r\nReally."));
        sent.Location.ShouldStartWith("/history/reported/");
        var receipt = await _client.FollowAsync(sent);
        receipt.Text.ShouldContain("We have your report");
        receipt.Text.ShouldContain("You get an answer by");
        (await _client.GetAsync(Links.Locks)).Text.ShouldContain("Locked since");
        (await _client.PostFormAsync(form, "unknown", ("Locks", "Way"))).Location.ShouldBe(sent.Location);
        _portal.Sandbox.Calls.Count("idrepository.authtypes.update").ShouldBe(1);
    }

    [Fact]
    public async Task Locking_asks_for_a_code_when_the_last_is_old_and_the_ticket_is_there_already()
    {
        var form = await _client.GetAsync(await UnknownAsync("Quick Loans"));
        await _portal.AgeEnteredCodesAsync(TimeSpan.FromMinutes(10));
        var sent = await _client.PostFormAsync(form, "unknown", ("Locks", "All"));
        sent.Location.ShouldStartWith("/confirm/");
        (await _portal.InDatabaseAsync(database => Task.FromResult(database.Grievances.Count(row => row.Subject == GrievanceSubject.UnknownUse)))).ShouldBe(1);
    }

    [Fact]
    public async Task Locking_the_last_way_to_get_codes_is_asked_once_more()
    {
        _portal.Sandbox.State.AuthenticateForPartner(Residents.Meera, "Telecom", "OTP-AUTH");
        var form = await _client.GetAsync(await UnknownAsync("Telecom"));
        var asked = await _client.PostFormAsync(form, "unknown", ("Locks", "Way"));
        asked.Title.ShouldStartWith("Error: ");
        asked.Text.ShouldContain("Nothing was locked yet.");
        asked.Text.ShouldContain("This is your last way to receive codes");
        (await _client.PostFormAsync(asked, "unknown", ("Locks", "Way"), ("Accepts", "true"))).Location.ShouldStartWith("/history/reported/");
    }

    [Fact]
    public async Task A_note_that_is_too_long_and_a_use_that_is_not_there_are_told()
    {
        var form = await _client.GetAsync(await UnknownAsync("Quick Loans"));
        (await _client.PostFormAsync(form, "unknown", ("Locks", "None"), ("Note", new string('a', 1001)))).Text.ShouldContain("Your text is too long. Write at most 1000 letters.");
        var nobody = await _client.GetAsync(Links.UnknownUseOf("aaaaaaaaaaaaaaaaaaaaaa"));
        nobody.Status.ShouldBe(HttpStatusCode.NotFound);
        (await _client.GetAsync(Links.UseReportOf("1234567890123456"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task S_25_Another_resident_finds_neither_the_use_nor_the_receipt()
    {
        var address = await UnknownAsync("Quick Loans");
        var receipt = (await _client.PostFormAsync(await _client.GetAsync(address), "unknown", ("Locks", "None"))).Location!;
        using var other = new PortalClient(_portal);
        await other.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        (await other.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync(receipt)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = new PortalClient(_portal);
        (await nobody.GetAsync(address)).Location.ShouldStartWith(Links.SignIn);
    }

    [Fact]
    public async Task S_69_The_table_is_text_to_a_spreadsheet_and_holds_what_the_filter_shows()
    {
        _portal.Sandbox.State.AuthenticateForPartner(Residents.Meera, "=HYPERLINK(\"http://evil.example\")", "FACE-AUTH");
        var page = await _client.GetAsync("/history?way=face&own=hide");
        var file = await _client.PostFormAsync(page, [Links.HistoryFile], ("Format", "csv"));
        file.Headers["Content-Type"].ShouldBe("text/csv; charset=utf-8");
        file.Headers["Content-Disposition"].ShouldContain("history.csv");
        file.Headers["Cache-Control"].ShouldContain("no-store");
        file.Bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble).ShouldBeTrue();
        var lines = file.Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("\"When it was\",\"Organisation\",\"How\",\"What came of it\",\"Number that was used\",\"Unusual\"");
        lines.Length.ShouldBe(4);
        lines[1].ShouldContain("\"'=HYPERLINK(\"\"http://evil.example\"\")\",\"checked your face\",\"accepted\"");
    }

    [Fact]
    public async Task The_statement_holds_the_sentences_and_says_that_it_is_not_signed()
    {
        var text = await StatementAsync(_client);
        text.ShouldContain("Who used my identity");
        text.ShouldContain("This file is not signed.");
        text.ShouldContain("Quick Loans checked your fingerprint");
    }

    [Fact]
    public async Task A_statement_that_the_key_manager_signed_says_so_and_one_it_did_not_does_not()
    {
        await using var portal = await PortalHost.StartAsync(change: null, ("Cards:Protection", "KeyManager"));
        using var client = new PortalClient(portal);
        await client.SignInAsync();
        (await StatementAsync(client)).ShouldContain("The ID office has signed this file.");
        portal.Sandbox.Faults.Set("keymanager.pdf-sign", FaultNames.Http403);
        (await StatementAsync(client)).ShouldContain("This file is not signed.");
    }

    [Fact]
    public async Task S_35_Files_need_the_token_of_the_form_and_a_sign_in()
    {
        (await _client.PostAsync(Links.HistoryFile, ("Format", "csv"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _client.GetAsync(Links.HistoryFile)).Status.ShouldBeOneOf(HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound);
        using var nobody = new PortalClient(_portal);
        (await nobody.PostForgedAsync(Links.HistoryFile, await nobody.GetAsync(Links.SignIn), ("Format", "csv"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> StatementAsync(PortalClient client)
    {
        var file = await client.PostFormAsync(await client.GetAsync(Links.History), [Links.HistoryFile], ("Format", "pdf"));
        file.Headers["Content-Disposition"].ShouldContain("history.pdf");
        using var document = PdfDocument.Open(file.Bytes);
        return string.Join(' ', document.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text)).Normalize(NormalizationForm.FormKC);
    }

    private async Task<string> UnknownAsync(string organisation)
    {
        var page = await _client.GetAsync(Links.History);
        var entry = Entries().Matches(page.Body).First(match => match.Value.Contains(organisation, StringComparison.Ordinal)).Value;
        return Addresses().Match(entry).Groups["address"].Value;
    }

    [GeneratedRegex("<li class=\"use .*?/history/unknown/.*?</li>", RegexOptions.Singleline, 1000)]
    private static partial Regex Entries();

    [GeneratedRegex("href=\"(?<address>/history[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addresses();

    [GeneratedRegex("<option value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Options();
}
