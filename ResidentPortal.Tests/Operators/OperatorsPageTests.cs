using System.Net;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Operators;

/// <summary>What supervisors do with the accounts of operators.</summary>
public sealed class OperatorsPageTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync(change: null, ("Kiosks:Enabled", "true"));
        _client = new PortalClient(_portal);
        await _client.SignInOperatorAsync(await _portal.AddReadyOperatorAsync("S001", isSupervisor: true));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task An_operator_is_added_and_the_link_is_shown_once()
    {
        var added = await AddAsync();
        added.Status.ShouldBe(HttpStatusCode.OK);
        var link = LinkIn(added);
        link.ShouldStartWith("/kiosk/join/");
        using var newcomer = new PortalClient(_portal);
        (await newcomer.GetAsync(link)).Text.ShouldContain("You are Musa Bello, number K204.");
        var list = await _client.GetAsync(Links.KioskOperators);
        list.Text.ShouldContain("K204, Musa Bello");
        list.Text.ShouldContain("Mon, Wed, from 08:00 to 16:30");
        list.Body.ShouldNotContain("/kiosk/join/");
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_all_at_once_and_the_UIN_is_not_shown_again()
    {
        var page = await _client.GetAsync(Links.KioskOperators);
        var answer = await _client.PostFormAsync(page, "add", ("Number", "x"), ("Name", ""), ("Centre", "two words"), ("From", "08:00"), ("To", "08:00"), ("Uin", "4952408650"));
        foreach (var key in new[] { "numberWrong", "nameWrong", "centreWrong", "hoursWrong", "uinWrong" })
        {
            answer.Text.ShouldContain(new PortalWords("en").Problem($"operators.{key}"));
        }

        answer.Body.ShouldNotContain("4952408650");
    }

    [Fact]
    public async Task A_number_is_given_once()
    {
        await AddAsync();
        (await AddAsync("k204")).Text.ShouldContain("Another operator has this number.");
    }

    [Fact]
    public async Task A_suspended_account_signs_in_no_more_until_it_is_opened_again()
    {
        var someone = await _portal.AddReadyOperatorAsync("S002", isSupervisor: true);
        using var other = new PortalClient(_portal);
        await other.SignInOperatorAsync(someone);
        (await _client.PostFormAsync(await _client.GetAsync(Links.KioskOperators), ["suspend", someone.Id], ("Account", someone.Id))).Location.ShouldBe(Links.KioskOperators);
        (await other.GetAsync(Links.KioskSupervisor)).Location.ShouldBe(Links.KioskSignIn);
        (await other.TypePasswordAsync("S002")).Location.ShouldBeNull();
        (await _client.PostFormAsync(await _client.GetAsync(Links.KioskOperators), ["reopen", someone.Id], ("Account", someone.Id))).Location.ShouldBe(Links.KioskOperators);
        (await other.TypePasswordAsync("S002")).Location.ShouldBe(Links.KioskFactor);
        (await NotesAsync()).ShouldBe(["Added, S001", "Joined, S001", "Added, S002", "Joined, S002", "Suspended, S002, by S001", "Reopened, S002, by S001"]);
    }

    [Fact]
    public async Task A_new_link_ends_what_was_there_before_it()
    {
        var someone = await _portal.AddReadyOperatorAsync("S002", isSupervisor: true);
        using var other = new PortalClient(_portal);
        await other.SignInOperatorAsync(someone);
        var made = await _client.PostFormAsync(await _client.GetAsync(Links.KioskOperators), ["link", someone.Id], ("Account", someone.Id));
        LinkIn(made).ShouldStartWith("/kiosk/join/");
        (await other.GetAsync(Links.KioskSupervisor)).Location.ShouldBe(Links.KioskSignIn);
        (await other.TypePasswordAsync("S002")).Location.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_suspends_themselves()
    {
        var page = await _client.GetAsync(Links.KioskOperators);
        var own = await _portal.InAccountsAsync(db => db.Users.Select(row => row.Id).SingleAsync());
        var answer = await _client.PostForgedAsync(Links.KioskOperators, page, ("_handler", "suspend"), ("Account", own));
        answer.Text.ShouldContain("You cannot suspend yourself. Another supervisor can.");
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("reopen")]
    [InlineData("link")]
    [InlineData("add")]
    public async Task Whoever_is_no_supervisor_changes_nothing(string handler)
    {
        var someone = await _portal.AddReadyOperatorAsync("K204");
        var page = await _client.GetAsync(Links.KioskOperators);
        _client.Cookies.Remove("__Host-operator");
        var before = (await NotesAsync()).Count;
        var answer = await _client.PostForgedAsync(Links.KioskOperators, page, ("_handler", handler), ("Account", someone.Id), ("Number", "K999"), ("Name", "Someone"), ("Centre", "10001"), ("Days", "1"), ("From", "08:00"), ("To", "18:00"), ("Uin", Residents.Priya));
        answer.Location.ShouldBe(Links.KioskSignIn);
        (await NotesAsync()).Count.ShouldBe(before);
    }

    private async Task<Answer> AddAsync(string number = "K204") => await _client.PostFormAsync(
        await _client.GetAsync(Links.KioskOperators), "add", ("Number", number), ("Name", "Musa Bello"), ("Centre", "10001"), ("Days", "1"), ("Days", "3"), ("From", "08:00"), ("To", "16:30"), ("Uin", Residents.Priya));

    private static string LinkIn(Answer answer) => new Uri(System.Text.RegularExpressions.Regex.Match(answer.Markup, "http://localhost/kiosk/join/[\\w-]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value).AbsolutePath;

    private Task<List<string>> NotesAsync() => _portal.InDatabaseAsync(db => db.AuditRows.Where(row => row.Event == AuditEvent.OperatorChanged).OrderBy(row => row.Sequence).Select(row => row.Note!).ToListAsync());
}
