using System.Net;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Kiosk.Operators;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Operators;

/// <summary>How operators and supervisors sign in: two factors always, one answer for whatever is wrong.</summary>
public sealed class OperatorSignInTests : IAsyncLifetime
{
    private const string Wrong = "That did not work. Check the number and the password. After five wrong tries an account rests for 15 minutes. Ask a supervisor if this goes on.";
    private const string WrongCode = "That code is not right, or was used before. Wait for the next one in your app. After five wrong tries an account rests for 15 minutes.";

    private PortalHost _portal = default!;
    private PortalClient _client = default!;
    private TestOperator _supervisor = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync(change: null, ("Kiosks:Enabled", "true"));
        _client = new PortalClient(_portal);
        _supervisor = await _portal.AddReadyOperatorAsync("S001", isSupervisor: true);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task S_72_Password_and_code_open_a_duty()
    {
        (await _client.SignInOperatorAsync(_supervisor)).Location.ShouldBe(Links.KioskSupervisor);
        _client.Cookies.Keys.ShouldContain("__Host-operator");
        _client.Cookies.Keys.ShouldNotContain("__Host-factor");
        (await _client.GetAsync(Links.KioskSupervisor)).Text.ShouldContain("You are on duty with number S001.");
    }

    [Fact]
    public async Task S_72_A_password_alone_opens_nothing()
    {
        (await _client.TypePasswordAsync("S001")).Location.ShouldBe(Links.KioskFactor);
        _client.Cookies.Keys.ShouldNotContain("__Host-operator");
        (await _client.GetAsync(Links.KioskSupervisor)).Location.ShouldBe(Links.KioskSignIn);
        (await _client.GetAsync(Links.KioskOperators)).Location.ShouldBe(Links.KioskSignIn);
        (await _client.GetAsync(Links.KioskBack)).Location.ShouldBe(Links.KioskSignIn);
    }

    [Fact]
    public async Task A_code_without_a_password_before_it_is_not_asked_for()
    {
        (await _client.GetAsync(Links.KioskFactor)).Location.ShouldBe(Links.KioskSignIn);
    }

    [Fact]
    public async Task S_72_A_code_is_taken_once()
    {
        await _client.TypePasswordAsync("S001");
        var page = await _client.GetAsync(Links.KioskFactor);
        var code = await _portal.ReadCodeAsync(_supervisor);
        (await _client.PostFormAsync(page, "operator-code", ("Code", code))).Location.ShouldBe(Links.KioskSupervisor);
        using var other = new PortalClient(_portal);
        await other.TypePasswordAsync("S001");
        (await other.PostFormAsync(await other.GetAsync(Links.KioskFactor), "operator-code", ("Code", code))).Text.ShouldContain(WrongCode);
    }

    [Fact]
    public async Task S_72_What_was_half_way_in_one_browser_is_nothing_in_another()
    {
        await _client.TypePasswordAsync("S001");
        using var thief = new PortalClient(_portal);
        await thief.GetAsync(Links.KioskSignIn);
        thief.Cookies["__Host-factor"] = _client.Cookies["__Host-factor"];
        (await thief.GetAsync(Links.KioskFactor)).Location.ShouldBe(Links.KioskSignIn);
    }

    [Fact]
    public async Task Nobody_is_told_whether_an_account_exists_rests_or_is_suspended()
    {
        var suspended = await _portal.AddReadyOperatorAsync("K300");
        var resting = await _portal.AddReadyOperatorAsync("K301");
        await _portal.AddOperatorAsync("K302");
        await _portal.InAccountsAsync(db => db.Users.Where(row => row.Id == suspended.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.SuspendedAt, (DateTimeOffset?)TimeProvider.System.GetUtcNow())));
        await _portal.InAccountsAsync(db => db.Users.Where(row => row.Id == resting.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LockoutEnd, (DateTimeOffset?)TimeProvider.System.GetUtcNow().AddMinutes(3))));
        List<string> answers = [];
        foreach (var (number, password) in new[] { ("S001", "wrong wrong wrong"), ("K999", OperatorSteps.Password), ("K300", OperatorSteps.Password), ("K301", OperatorSteps.Password), ("K302", OperatorSteps.Password) })
        {
            using var client = new PortalClient(_portal);
            var answer = await client.TypePasswordAsync(number, password);
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Text.ShouldContain(Wrong);
            client.Cookies.Keys.ShouldNotContain("__Host-factor");
            answers.Add(answer.Text.Replace(number, "number", StringComparison.Ordinal));
        }

        answers.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task After_five_wrong_tries_an_account_rests_for_fifteen_minutes()
    {
        for (var i = 0; i < OperatorFactors.Tries; i++)
        {
            (await _client.TypePasswordAsync("S001", $"wrong password {i}")).Text.ShouldContain(Wrong);
        }

        using var elsewhere = new PortalClient(_portal);
        (await elsewhere.TypePasswordAsync("S001")).Text.ShouldContain(Wrong);
        await AgeRestAsync(TimeSpan.FromMinutes(14));
        (await elsewhere.TypePasswordAsync("S001")).Text.ShouldContain(Wrong);
        await AgeRestAsync(TimeSpan.FromMinutes(1));
        (await elsewhere.TypePasswordAsync("S001")).Location.ShouldBe(Links.KioskFactor);
    }

    [Fact]
    public async Task Many_tries_at_once_are_not_judged_as_one()
    {
        var page = await _client.GetAsync(Links.KioskSignIn);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _client.PostFormAsync(page, "operator-sign-in", ("Number", "S001"), ("Password", $"wrong password {i}"))));
        using var elsewhere = new PortalClient(_portal);
        (await elsewhere.TypePasswordAsync("S001")).Text.ShouldContain(Wrong);
    }

    [Fact]
    public async Task A_wrong_code_counts_and_a_right_password_does_not_forgive_it()
    {
        for (var i = 0; i < OperatorFactors.Tries; i++)
        {
            (await _client.TypePasswordAsync("S001")).Location.ShouldBe(Links.KioskFactor);
            (await _client.PostFormAsync(await _client.GetAsync(Links.KioskFactor), "operator-code", ("Code", "000000"))).Text.ShouldContain(WrongCode);
        }

        (await _client.TypePasswordAsync("S001")).Text.ShouldContain(Wrong);
    }

    [Fact]
    public async Task A_device_that_was_wrong_too_often_waits_whatever_number_it_types()
    {
        for (var i = 0; i < 10; i++)
        {
            await _client.TypePasswordAsync($"K90{i}");
        }

        (await _client.TypePasswordAsync("S001")).Text.ShouldContain("There were too many wrong tries from here.");
        using var elsewhere = new PortalClient(_portal);
        (await elsewhere.TypePasswordAsync("S001")).Location.ShouldBe(Links.KioskFactor);
    }

    [Fact]
    public async Task S_72_An_operator_without_an_enrolled_device_begins_nothing()
    {
        var someone = await _portal.AddReadyOperatorAsync("K204");
        var answer = await _client.SignInOperatorAsync(someone);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldContain(new PortalWords("en").Problem("kiosks.deviceNotProved"));
        _client.Cookies.Keys.ShouldNotContain("__Host-operator");
        _client.Cookies.Keys.ShouldNotContain("__Host-factor");
    }

    [Fact]
    public async Task Signing_out_ends_the_duty()
    {
        await _client.SignInOperatorAsync(_supervisor);
        var page = await _client.GetAsync(Links.KioskSupervisor);
        var token = _client.Cookies["__Host-operator"];
        (await _client.PostFormAsync(page, Links.KioskSignOut)).Location.ShouldBe(Links.KioskSignIn);
        _client.Cookies.Keys.ShouldNotContain("__Host-operator");
        _client.Cookies["__Host-operator"] = token;
        (await _client.GetAsync(Links.KioskSupervisor)).Location.ShouldBe(Links.KioskSignIn);
    }

    [Fact]
    public async Task Nothing_secret_is_logged_and_every_cookie_is_closed()
    {
        await _client.TypePasswordAsync("S001", "wrong wrong wrong");
        await _client.SignInOperatorAsync(_supervisor);
        var log = string.Join('\n', _portal.Log.Lines);
        foreach (var secret in new[] { OperatorSteps.Password, "wrong wrong wrong", _supervisor.Key, _supervisor.CodeNow(), _client.Cookies["__Host-operator"], OperatorSteps.OwnUin })
        {
            log.ShouldNotContain(secret);
        }

        log.ShouldContain("PasswordRefused; account ");
        foreach (var line in _client.CookieLines.Where(line => line.StartsWith("__Host-factor=", StringComparison.Ordinal) || line.StartsWith("__Host-operator=", StringComparison.Ordinal)))
        {
            line.ToLowerInvariant().ShouldContain("secure");
            line.ToLowerInvariant().ShouldContain("httponly");
            line.ToLowerInvariant().ShouldContain("path=/");
            line.ToLowerInvariant().ShouldContain("samesite=");
        }
    }

    private Task<int> AgeRestAsync(TimeSpan by) => _portal.InAccountsAsync(async db =>
    {
        var account = await db.Users.SingleAsync(row => row.Id == _supervisor.Id);
        account.LockoutEnd -= by;
        return await db.SaveChangesAsync();
    });
}
