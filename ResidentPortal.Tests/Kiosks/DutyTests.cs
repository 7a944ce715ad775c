using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.DeviceSteps;

namespace ResidentPortal.Tests.Kiosks;

public sealed class DutyTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private TestDevice _device = null!;

    public async ValueTask InitializeAsync() => _device = await _world.ProvedDeviceAsync();

    public async ValueTask DisposeAsync()
    {
        _device.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task A_duty_begins_at_a_proved_device_and_is_found_by_its_cookie()
    {
        var ticket = (await _world.BeginAsync(_device)).Value;
        var duty = (await _world.ResumeAsync(ticket, _device)).Value;
        (duty.Id, duty.OperatorNumber, duty.DeviceId, duty.IsSupervisor, duty.IsHandedOver).ShouldBe((ticket.DutyId, "K0001", _device.Id, false, false));
        await using var db = _world.OpenDatabase();
        (await db.Duties.SingleAsync(row => row.Id == ticket.DutyId, TestContext.Current.CancellationToken)).TokenKey.ShouldNotContain(ticket.Token);
        await ShouldHaveRowAsync(AuditEvent.DutyBegan, AuditResult.Success, "K0001");
    }

    [Fact]
    public async Task S_72_Without_a_proved_device_no_operator_begins()
    {
        (await _world.Get<BeginDuty>().ExecuteAsync(Operator(), deviceToken: null, _device.Visitor)).Problem.ShouldBe(KioskProblems.DeviceNotProved);
        await ShouldHaveRowAsync(AuditEvent.DutyBegan, AuditResult.Failure, "kiosks.deviceNotProved, K0001");
    }

    [Fact]
    public async Task S_72_An_operator_of_another_centre_is_refused()
    {
        (await _world.BeginAsync(_device, Operator(centre: "10002"))).Problem.ShouldBe(KioskProblems.OtherCentre);
        await ShouldHaveRowAsync(AuditEvent.DutyBegan, AuditResult.Failure, "kiosks.otherCentre, K0001");
    }

    [Fact]
    public async Task S_72_Outside_the_own_hours_an_operator_is_refused_and_told_them()
    {
        var problem = (await _world.BeginAsync(_device, Operator(hours: new WorkingHours([DayOfWeek.Tuesday], new TimeOnly(11, 0), new TimeOnly(17, 30))))).Problem!;
        problem.Key.ShouldBe("kiosks.outsideHours");
        (problem.Facts["from"], problem.Facts["to"]).ShouldBe(((object)"11:00", (object)"17:30"));
        await ShouldHaveRowAsync(AuditEvent.DutyBegan, AuditResult.Failure, "kiosks.outsideHours, K0001");
    }

    [Fact]
    public async Task S_72_A_duty_ends_with_the_hours()
    {
        var ticket = (await _world.BeginAsync(_device, Operator(hours: new WorkingHours([DayOfWeek.Tuesday], new TimeOnly(9, 0), new TimeOnly(10, 3))))).Value;
        _world.Clock.Advance(TimeSpan.FromMinutes(3));
        (await _world.ResumeAsync(ticket, _device)).Problem!.Key.ShouldBe("kiosks.outsideHours");
        (await EndAsync(ticket)).ShouldBe(DutyEnd.OutsideHours);
    }

    [Fact]
    public async Task S_72_Hours_are_on_the_clock_of_the_country()
    {
        await using var world = new CoreWorld(("Kiosks:TimeZone", "Asia/Kolkata"));
        using var device = await world.ProvedDeviceAsync();
        (await world.BeginAsync(device, Operator(hours: new WorkingHours([DayOfWeek.Tuesday], new TimeOnly(15, 30), new TimeOnly(16, 0))))).IsSuccess.ShouldBeTrue();
        (await world.BeginAsync(device, Operator(hours: new WorkingHours([DayOfWeek.Tuesday], new TimeOnly(9, 30), new TimeOnly(15, 30))))).Problem!.Key.ShouldBe("kiosks.outsideHours");
    }

    [Theory]
    [InlineData(21, DayOfWeek.Monday, true)]
    [InlineData(5, DayOfWeek.Tuesday, true)]
    [InlineData(6, DayOfWeek.Tuesday, false)]
    [InlineData(5, DayOfWeek.Monday, false)]
    [InlineData(23, DayOfWeek.Tuesday, false)]
    public async Task Hours_over_midnight_belong_to_the_day_they_begin(int hour, DayOfWeek day, bool isWithin)
    {
        var now = new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero).AddDays(day is DayOfWeek.Monday ? 0 : 1).AddHours(hour);
        _world.Clock.SetUtcNow(now);
        (await _world.ProveAsync(_device)).IsSuccess.ShouldBeTrue();
        (await _world.BeginAsync(_device, Operator(hours: new WorkingHours([DayOfWeek.Monday], new TimeOnly(20, 0), new TimeOnly(6, 0))))).IsSuccess.ShouldBe(isWithin);
    }

    [Fact]
    public async Task A_supervisor_needs_neither_device_nor_hours()
    {
        _world.Clock.Advance(TimeSpan.FromHours(12));
        var ticket = await _world.BeginSupervisorAsync();
        var duty = (await _world.Get<ResumeDuty>().ExecuteAsync(ticket.Token, deviceToken: null, Office, isSeen: true)).Value;
        (duty.IsSupervisor, duty.DeviceId).ShouldBe((true, null));
    }

    [Fact]
    public async Task S_71_A_supervisors_cookie_from_elsewhere_ends_the_duty()
    {
        var ticket = await _world.BeginSupervisorAsync();
        (await _world.Get<ResumeDuty>().ExecuteAsync(ticket.Token, deviceToken: null, Office with { Network = "203.0.113" }, isSeen: true)).Problem.ShouldBe(KioskProblems.DutyNeeded);
        (await _world.Get<ResumeDuty>().ExecuteAsync(ticket.Token, deviceToken: null, Office, isSeen: true)).Problem.ShouldBe(KioskProblems.DutyNeeded);
        (await EndAsync(ticket)).ShouldBe(DutyEnd.Elsewhere);
        await ShouldHaveRowAsync(AuditEvent.Refused, AuditResult.Failure, "kiosks.dutyNeeded, S0001");
    }

    [Fact]
    public async Task There_is_one_duty_per_operator_and_the_older_ends()
    {
        var first = (await _world.BeginAsync(_device)).Value;
        using var other = await _world.ProvedDeviceAsync();
        var second = (await _world.BeginAsync(other)).Value;
        (await _world.ResumeAsync(first, _device)).Problem.ShouldBe(KioskProblems.DutyNeeded);
        (await _world.ResumeAsync(second, other)).IsSuccess.ShouldBeTrue();
        (await EndAsync(first)).ShouldBe(DutyEnd.Replaced);
    }

    [Fact]
    public async Task There_is_one_duty_per_device_and_the_older_ends()
    {
        var first = (await _world.BeginAsync(_device)).Value;
        var second = (await _world.BeginAsync(_device, Operator("K0002"))).Value;
        (await _world.ResumeAsync(first, _device)).Problem.ShouldBe(KioskProblems.DutyNeeded);
        (await _world.ResumeAsync(second, _device)).Value.OperatorNumber.ShouldBe("K0002");
    }

    [Fact]
    public async Task Fifteen_minutes_without_an_act_end_a_duty()
    {
        var ticket = (await _world.BeginAsync(_device)).Value;
        _world.Clock.Advance(TimeSpan.FromMinutes(14));
        await _world.ProveAsync(_device);
        (await _world.ResumeAsync(ticket, _device)).IsSuccess.ShouldBeTrue();
        _world.Clock.Advance(TimeSpan.FromMinutes(15));
        await _world.ProveAsync(_device);
        (await _world.ResumeAsync(ticket, _device)).Problem.ShouldBe(KioskProblems.DutyNeeded);
        (await EndAsync(ticket)).ShouldBe(DutyEnd.Away);
    }

    [Fact]
    public async Task Ten_hours_end_a_duty_whatever_happens()
    {
        var ticket = (await _world.BeginAsync(_device, Operator(hours: new WorkingHours([.. Enum.GetValues<DayOfWeek>()], new TimeOnly(0, 0), new TimeOnly(23, 59))))).Value;
        for (var i = 0; i < 59; i++)
        {
            _world.Clock.Advance(TimeSpan.FromMinutes(10));
            await _world.ProveAsync(_device);
            (await _world.ResumeAsync(ticket, _device)).IsSuccess.ShouldBeTrue();
        }

        _world.Clock.Advance(TimeSpan.FromMinutes(10));
        await _world.ProveAsync(_device);
        (await _world.ResumeAsync(ticket, _device)).Problem.ShouldBe(KioskProblems.DutyNeeded);
        (await EndAsync(ticket)).ShouldBe(DutyEnd.TotalTime);
    }

    [Fact]
    public async Task Signing_out_ends_the_duty_and_twice_is_no_fault()
    {
        var ticket = (await _world.BeginAsync(_device)).Value;
        (await _world.Get<EndDuty>().ExecuteAsync(ticket.DutyId)).IsSuccess.ShouldBeTrue();
        (await _world.Get<EndDuty>().ExecuteAsync(ticket.DutyId)).IsSuccess.ShouldBeTrue();
        (await _world.ResumeAsync(ticket, _device)).Problem.ShouldBe(KioskProblems.DutyNeeded);
        await ShouldHaveRowAsync(AuditEvent.DutyEnded, AuditResult.Success, "SignedOut, K0001");
    }

    [Fact]
    public async Task A_suspended_account_loses_its_duty_at_once()
    {
        var ticket = (await _world.BeginAsync(_device)).Value;
        (await _world.Get<EndDutiesOfOperator>().ExecuteAsync("id of K0001")).Value.ShouldBe(1);
        (await _world.ResumeAsync(ticket, _device)).Problem.ShouldBe(KioskProblems.DutyNeeded);
        (await EndAsync(ticket)).ShouldBe(DutyEnd.OperatorSuspended);
    }

    [Fact]
    public async Task A_duty_is_deleted_after_ninety_days_like_a_sign_in_and_its_rows_in_the_trail_stay()
    {
        await _world.BeginAsync(_device);
        _world.Clock.Advance(TimeSpan.FromDays(90));
        await _world.Get<ForgetOldRows>().ExecuteAsync(TestContext.Current.CancellationToken);
        await using var db = _world.OpenDatabase();
        (await db.Duties.AnyAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await _world.Get<ForgetOldRows>().ExecuteAsync(TestContext.Current.CancellationToken);
        (await db.Duties.AnyAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
        await ShouldHaveRowAsync(AuditEvent.DutyBegan, AuditResult.Success, "K0001");
    }

    [Fact]
    public async Task Nobody_without_a_cookie_has_a_duty()
    {
        (await _world.Get<ResumeDuty>().ExecuteAsync(dutyToken: null, _device.Token, _device.Visitor, isSeen: true)).Problem.ShouldBe(KioskProblems.DutyNeeded);
        (await _world.Get<ResumeDuty>().ExecuteAsync("made up", _device.Token, _device.Visitor, isSeen: true)).Problem.ShouldBe(KioskProblems.DutyNeeded);
    }

    private async Task<DutyEnd?> EndAsync(DutyTicket ticket)
    {
        await using var db = _world.OpenDatabase();
        return (await db.Duties.SingleAsync(row => row.Id == ticket.DutyId, TestContext.Current.CancellationToken)).End;
    }

    private async Task ShouldHaveRowAsync(AuditEvent auditEvent, AuditResult result, string note)
    {
        await using var db = _world.OpenDatabase();
        (await db.AuditRows.Where(row => row.Event == auditEvent && row.Result == result).Select(row => row.Note).ToListAsync(TestContext.Current.CancellationToken)).ShouldContain(note);
    }
}
