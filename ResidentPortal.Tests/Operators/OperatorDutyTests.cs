using System.Net;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Operators;

/// <summary>S-72: an operator begins a duty at the right device and in the right hours, and takes the screen back with a factor.</summary>
public sealed class OperatorDutyTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private PortalClient _client = default!;
    private TestDevice _device = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync(change: null, ("Kiosks:Enabled", "true"));
        _client = new PortalClient(_portal);
        _device = await _client.ProveDeviceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _device.Dispose();
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task S_72_At_the_right_device_and_in_the_right_hours_a_duty_begins()
    {
        (await _client.SignInOperatorAsync(await _portal.AddReadyOperatorAsync("K204"))).Location.ShouldBe(Links.Desk);
        _client.Cookies.Keys.ShouldContain("__Host-operator");
        (await _client.GetAsync(Links.KioskSupervisor)).Location.ShouldBe(Links.KioskSignIn);
    }

    [Fact]
    public async Task S_72_At_a_device_of_another_centre_none_begins() =>
        await RefusedAsync(await _portal.AddReadyOperatorAsync("K204", centre: "10002"), "kiosks.otherCentre");

    [Fact]
    public async Task S_72_Outside_the_operators_hours_none_begins()
    {
        var today = TimeProvider.System.GetUtcNow().DayOfWeek;
        var hours = new WorkingHours([(DayOfWeek)(((int)today + 3) % 7)], new TimeOnly(8, 0), new TimeOnly(18, 0));
        var answer = await _client.SignInOperatorAsync(await _portal.AddReadyOperatorAsync("K204", hours: hours));
        answer.Text.ShouldContain("08:00");
        _client.Cookies.Keys.ShouldNotContain("__Host-operator");
    }

    [Fact]
    public async Task S_72_A_suspended_account_loses_its_duty_at_once()
    {
        var someone = await _portal.AddReadyOperatorAsync("K204");
        await _client.SignInOperatorAsync(someone);
        using var office = new PortalClient(_portal);
        await office.SignInOperatorAsync(await _portal.AddReadyOperatorAsync("S001", isSupervisor: true));
        await office.PostFormAsync(await office.GetAsync(Links.KioskOperators), ["suspend", someone.Id], ("Account", someone.Id));
        (await _client.GetAsync(Links.KioskBack)).Location.ShouldBe(Links.KioskSignIn);
    }

    [Fact]
    public async Task The_screen_comes_back_with_a_code_and_the_token_is_a_new_one()
    {
        var someone = await _portal.AddReadyOperatorAsync("K204");
        await _client.SignInOperatorAsync(someone);
        await HandOverAsync();
        var before = _client.Cookies["__Host-operator"];
        var page = await _client.GetAsync(Links.KioskBack);
        page.Text.ShouldContain("Operator K204 takes it back with a code or a passkey.");
        (await _client.PostFormAsync(page, "operator-code", ("Code", "000000"))).Text.ShouldContain("That code is not right");
        _client.Cookies["__Host-operator"].ShouldBe(before);
        (await _client.PostFormAsync(page, "operator-code", ("Code", await _portal.ReadCodeAsync(someone)))).Status.ShouldBe(HttpStatusCode.Redirect);
        _client.Cookies["__Host-operator"].ShouldNotBe(before);
        (await _portal.InDatabaseAsync(db => db.Duties.Where(row => row.OperatorNumber == "K204").Select(row => row.HandedOverAt).SingleAsync())).ShouldBeNull();
    }

    private async Task RefusedAsync(TestOperator who, string problem)
    {
        (await _client.SignInOperatorAsync(who)).Text.ShouldContain(new PortalWords("en").Problem(problem));
        _client.Cookies.Keys.ShouldNotContain("__Host-operator");
    }

    private Task<int> HandOverAsync() => _portal.InDatabaseAsync(db => db.Duties.Where(row => row.OperatorNumber == "K204").ExecuteUpdateAsync(set => set.SetProperty(row => row.HandedOverAt, (DateTimeOffset?)TimeProvider.System.GetUtcNow())));
}
