using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Audit;
using ResidentPortal.Kiosk.Operators;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Operators;

/// <summary>How somebody who was added chooses how to sign in: by a link that works once.</summary>
public sealed class OperatorJoinTests : IAsyncLifetime
{
    private const string Over = "This link was used already, or is older than a day. Ask a supervisor for a new one.";

    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync(change: null, ("Kiosks:Enabled", "true"));
        _client = new PortalClient(_portal);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_password_and_an_app_make_the_account_ready_and_the_link_is_used_up()
    {
        var link = await _portal.AddOperatorAsync("K204");
        var first = await _client.GetAsync(link);
        first.Text.ShouldContain("You are Ada Tessema, number K204. Choose a password with an app, or a passkey.");
        (await ChooseAsync(first, OperatorSteps.Password)).Location.ShouldBe(link);
        var second = await _client.GetAsync(link);
        second.Text.ShouldContain("Set up the app");
        second.Body.ShouldContain("<svg class=\"qr\"");
        var done = await _client.PostFormAsync(second, "join-code", ("Code", CodeOf(second)));
        done.Location.ShouldBe(Links.KioskSignInJoined);
        (await _client.GetAsync(done.Location!)).Text.ShouldContain("Your account is ready. Sign in now.");
        (await _client.GetAsync(link)).Text.ShouldContain(Over);
        (await _client.TypePasswordAsync("K204")).Location.ShouldBe(Links.KioskFactor);
        (await _portal.InDatabaseAsync(db => db.AuditRows.Where(row => row.Event == AuditEvent.OperatorChanged).Select(row => row.Note!).ToListAsync())).ShouldBe(["Added, K204", "Joined, K204"]);
    }

    [Fact]
    public async Task Two_browsers_with_one_link_end_with_one_account_ready_and_one_refused()
    {
        var link = await _portal.AddOperatorAsync("K204");
        using var other = new PortalClient(_portal);
        await ChooseAsync(await _client.GetAsync(link), OperatorSteps.Password);
        await other.PostFormAsync(await other.GetAsync(link), "join-password", ("Password", "another long choice"), ("Repeated", "another long choice"));
        var (ours, theirs) = (await _client.GetAsync(link), await other.GetAsync(link));
        (await _client.PostFormAsync(ours, "join-code", ("Code", CodeOf(ours)))).Location.ShouldBe(Links.KioskSignInJoined);
        var late = await other.PostFormAsync(theirs, "join-code", ("Code", CodeOf(theirs)));
        late.Location.ShouldBeNull();
        (await other.TypePasswordAsync("K204", "another long choice")).Location.ShouldBeNull();
    }

    [Fact]
    public async Task A_password_alone_leaves_the_account_as_it_was()
    {
        var link = await _portal.AddOperatorAsync("K204");
        await ChooseAsync(await _client.GetAsync(link), OperatorSteps.Password);
        var app = await _client.GetAsync(link);
        (await _client.PostFormAsync(app, "join-code", ("Code", "000000"))).Text.ShouldContain("That code is not right");
        (await _client.TypePasswordAsync("K204")).Location.ShouldBeNull();
        var row = await _portal.InAccountsAsync(db => db.Users.SingleAsync());
        row.PasswordHash.ShouldBeNull();
        row.SealedCodeKey.ShouldBeNull();
    }

    [Fact]
    public async Task The_link_is_over_after_a_day()
    {
        var link = await _portal.AddOperatorAsync("K204");
        await _portal.InAccountsAsync(async db =>
        {
            (await db.Users.SingleAsync()).JoinUntil -= TimeSpan.FromHours(24);
            return await db.SaveChangesAsync();
        });
        (await _client.GetAsync(link)).Text.ShouldContain(Over);
    }

    [Theory]
    [InlineData("too short", "The password is too short. Use at least 12 letters, numbers or signs.")]
    [InlineData("k204 is my number", "The password holds your number or name. Choose one without them.")]
    [InlineData("tessema walks home", "The password holds your number or name. Choose one without them.")]
    [InlineData("Password1234", "Many people use this password. Choose one that nobody would guess.")]
    [InlineData("aaaaaaaaaaaaaa", "Many people use this password. Choose one that nobody would guess.")]
    public async Task A_password_that_others_would_try_is_not_taken(string password, string says)
    {
        var link = await _portal.AddOperatorAsync("K204");
        (await ChooseAsync(await _client.GetAsync(link), password)).Text.ShouldContain(says);
    }

    [Fact]
    public async Task A_password_is_typed_twice_alike()
    {
        var link = await _portal.AddOperatorAsync("K204");
        var page = await _client.GetAsync(link);
        (await _client.PostFormAsync(page, "join-password", ("Password", OperatorSteps.Password), ("Repeated", "violet ladder december"))).Text.ShouldContain("The two passwords are not the same.");
    }

    [Fact]
    public async Task Neither_the_key_nor_the_link_nor_the_UIN_stands_in_a_row()
    {
        var link = await _portal.AddOperatorAsync("K204");
        await ChooseAsync(await _client.GetAsync(link), OperatorSteps.Password);
        var app = await _client.GetAsync(link);
        var key = KeyOf(app);
        await _client.PostFormAsync(app, "join-code", ("Code", CodeOf(app)));
        await _portal.InAccountsAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        var file = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_portal.DatabasePath));
        foreach (var secret in new[] { key, link.Split('/')[^1], OperatorSteps.OwnUin, OperatorSteps.Password })
        {
            file.ShouldNotContain(secret);
        }
    }

    private Task<Answer> ChooseAsync(Answer page, string password) => _client.PostFormAsync(page, "join-password", ("Password", password), ("Repeated", password));

    private static string KeyOf(Answer page) => System.Text.RegularExpressions.Regex.Match(page.Body, "(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value.Replace(" ", string.Empty, StringComparison.Ordinal);

    private static string CodeOf(Answer page) => TotpCodes.At(KeyOf(page), TotpCodes.StepAt(TimeProvider.System.GetUtcNow()));
}
