using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.DeviceSteps;

namespace ResidentPortal.Tests.Kiosks;

public sealed class TakeBackTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private TestDevice _device = null!;
    private DutyTicket _ticket = null!;

    public async ValueTask InitializeAsync()
    {
        _device = await _world.ProvedDeviceAsync();
        _ticket = (await _world.BeginAsync(_device)).Value;
        await using var db = _world.OpenDatabase();
        await db.Duties.Where(row => row.Id == _ticket.DutyId).ExecuteUpdateAsync(update => update.SetProperty(row => row.HandedOverAt, _world.Clock.GetUtcNow()));
    }

    public async ValueTask DisposeAsync()
    {
        _device.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task While_the_resident_has_the_screen_the_duty_says_so() => (await _world.ResumeAsync(_ticket, _device)).Value.IsHandedOver.ShouldBeTrue();

    [Fact]
    public async Task S_72_The_operator_takes_the_screen_back_with_a_factor_and_gets_a_new_token()
    {
        var renewed = (await _world.Get<TakeBack>().ExecuteAsync(_ticket.Token, Operator(), _device.Token, _device.Visitor)).Value;
        (await _world.ResumeAsync(renewed, _device)).Value.IsHandedOver.ShouldBeFalse();
        (await _world.ResumeAsync(_ticket, _device)).Problem.ShouldBe(KioskProblems.DutyNeeded);
    }

    [Fact]
    public async Task Nobody_else_takes_it_back()
    {
        (await _world.Get<TakeBack>().ExecuteAsync(_ticket.Token, Operator("K0002"), _device.Token, _device.Visitor)).Problem.ShouldBe(KioskProblems.HandedOver);
        (await _world.ResumeAsync(_ticket, _device)).Value.IsHandedOver.ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_taken_back_at_the_same_device_alone()
    {
        using var other = await _world.ProvedDeviceAsync();
        (await _world.Get<TakeBack>().ExecuteAsync(_ticket.Token, Operator(), other.Token, other.Visitor)).Problem.ShouldBe(KioskProblems.DeviceNotProved);
        (await _world.Get<TakeBack>().ExecuteAsync(dutyToken: null, Operator(), _device.Token, _device.Visitor)).Problem.ShouldBe(KioskProblems.DutyNeeded);
    }

    [Fact]
    public async Task The_operator_is_not_away_while_the_resident_reads()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(20));
        await _world.ProveAsync(_device);
        (await _world.Get<TakeBack>().ExecuteAsync(_ticket.Token, Operator(), _device.Token, _device.Visitor)).IsSuccess.ShouldBeTrue();
    }
}
