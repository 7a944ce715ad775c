using System.Numerics;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

public sealed class DeviceProofTests : IAsyncLifetime
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
    public async Task S_71_A_device_is_found_for_five_minutes_after_it_proved_its_key()
    {
        var device = (await FindAsync()).Value;
        (device.Id, device.Name, device.CentreCode, device.ProvedUntil).ShouldBe((_device.Id, "Counter 1", DeviceSteps.Centre, _world.Clock.GetUtcNow().AddMinutes(5)));
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        (await FindAsync()).Problem.ShouldBe(KioskProblems.DeviceNotProved);
        (await _world.ProveAsync(_device)).IsSuccess.ShouldBeTrue();
        (await FindAsync()).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task S_71_A_new_proof_kills_the_token_before_it()
    {
        var before = _device.Token;
        await _world.ProveAsync(_device);
        (await _world.Get<FindDevice>().ExecuteAsync(before, _device.Visitor)).Problem.ShouldBe(KioskProblems.DeviceNotProved);
        (await FindAsync()).IsSuccess.ShouldBeTrue();
        await using var db = _world.OpenDatabase();
        (await db.KioskDevices.SingleAsync(TestContext.Current.CancellationToken)).ProofKey!.ShouldNotContain(_device.Token!);
    }

    [Theory]
    [InlineData("203.0.113", "Chrome", "Windows")]
    [InlineData("192.0.2", "Firefox", "Windows")]
    [InlineData("192.0.2", "Chrome", "Linux")]
    public async Task S_71_A_copied_cookie_from_another_network_or_browser_is_refused_ends_the_proof_and_leaves_a_row(string network, string browser, string system)
    {
        var thief = _device.Visitor with { Network = network, Browser = browser, System = system };
        (await _world.Get<FindDevice>().ExecuteAsync(_device.Token, thief)).Problem.ShouldBe(KioskProblems.DeviceNotProved);
        (await FindAsync()).Problem.ShouldBe(KioskProblems.DeviceNotProved);
        (await NotesAsync(AuditEvent.Refused)).ShouldBe([$"kiosks.deviceNotProved elsewhere, device {_device.Id:N}"]);
        (await _world.ProveAsync(_device)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task S_71_Both_cookies_copied_elsewhere_open_no_duty()
    {
        var ticket = (await _world.BeginAsync(_device)).Value;
        var thief = _device.Visitor with { Network = "203.0.113" };
        (await _world.Get<ResumeDuty>().ExecuteAsync(ticket.Token, _device.Token, thief, isSeen: true)).Problem.ShouldBe(KioskProblems.DeviceNotProved);
        (await NotesAsync(AuditEvent.Refused)).ShouldBe([$"kiosks.deviceNotProved elsewhere, device {_device.Id:N}", "kiosks.deviceNotProved, K0001"]);
        await _world.ProveAsync(_device);
        (await _world.ResumeAsync(ticket, _device)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task S_71_A_duty_at_another_proved_device_is_refused()
    {
        var ticket = (await _world.BeginAsync(_device)).Value;
        using var other = await _world.ProvedDeviceAsync();
        (await _world.ResumeAsync(ticket, other)).Problem.ShouldBe(KioskProblems.DeviceNotProved);
    }

    [Fact]
    public async Task A_question_is_answered_once()
    {
        var nonce = (await _world.Get<AskForDeviceProof>().ExecuteAsync(_device.Id)).Value.Nonce;
        (await AnswerAsync(nonce, _device.Sign($"prove\n{nonce}"))).ShouldBeTrue();
        (await AnswerAsync(nonce, _device.Sign($"prove\n{nonce}"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_wrong_answer_uses_the_question_up_and_leaves_a_row()
    {
        using var other = new TestDevice();
        var nonce = (await _world.Get<AskForDeviceProof>().ExecuteAsync(_device.Id)).Value.Nonce;
        (await AnswerAsync(nonce, other.Sign($"prove\n{nonce}"))).ShouldBeFalse();
        (await AnswerAsync(nonce, _device.Sign($"prove\n{nonce}"))).ShouldBeFalse();
        (await NotesAsync(AuditEvent.Refused)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_question_is_over_after_a_minute_and_one_that_was_not_asked_is_none()
    {
        var nonce = (await _world.Get<AskForDeviceProof>().ExecuteAsync(_device.Id)).Value.Nonce;
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await AnswerAsync(nonce, _device.Sign($"prove\n{nonce}"))).ShouldBeFalse();
        (await AnswerAsync("own", _device.Sign("prove\nown"))).ShouldBeFalse();
        (await AnswerAsync(nonce: null, signature: null)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_device_that_waits_cannot_prove_itself()
    {
        using var waiting = await _world.WaitingDeviceAsync((await _world.BeginSupervisorAsync()).DutyId);
        (await _world.ProveAsync(waiting)).Problem.ShouldBe(KioskProblems.DeviceNotConfirmed);
        (await _world.Get<AskForDeviceProof>().ExecuteAsync(Guid.NewGuid())).Problem.ShouldBe(KioskProblems.DeviceNotProved);
    }

    [Fact]
    public async Task A_device_is_over_after_180_days()
    {
        _world.Clock.Advance(TimeSpan.FromDays(180));
        (await _world.ProveAsync(_device)).Problem.ShouldBe(KioskProblems.DeviceSuspended);
        (await _world.Get<ListDevices>().ExecuteAsync((await _world.BeginSupervisorAsync()).DutyId)).Value.ShouldHaveSingleItem().State.ShouldBe(DeviceState.Over);
    }

    [Fact]
    public async Task S_71_A_suspended_device_works_no_more_from_the_same_moment()
    {
        var ticket = (await _world.BeginAsync(_device)).Value;
        var nonce = (await _world.Get<AskForDeviceProof>().ExecuteAsync(_device.Id)).Value.Nonce;
        var supervisor = (await _world.BeginSupervisorAsync()).DutyId;
        (await _world.Get<SuspendDevice>().ExecuteAsync(supervisor, _device.Id)).IsSuccess.ShouldBeTrue();
        (await _world.Get<SuspendDevice>().ExecuteAsync(supervisor, _device.Id)).IsSuccess.ShouldBeTrue();

        (await FindAsync()).Problem.ShouldBe(KioskProblems.DeviceSuspended);
        (await _world.ResumeAsync(ticket, _device)).Problem.ShouldBe(KioskProblems.DeviceSuspended);
        (await _world.BeginAsync(_device)).Problem.ShouldBe(KioskProblems.DeviceSuspended);
        (await _world.ProveAsync(_device)).Problem.ShouldBe(KioskProblems.DeviceSuspended);
        (await AnswerAsync(nonce, _device.Sign($"prove\n{nonce}"))).ShouldBeFalse();
        (await _world.Get<ConfirmDevice>().ExecuteAsync(supervisor, _device.Id)).Problem.ShouldBe(KioskProblems.DeviceSuspended);
        (await _world.Get<ListDevices>().ExecuteAsync(supervisor)).Value.ShouldHaveSingleItem().State.ShouldBe(DeviceState.Suspended);
        (await NotesAsync(AuditEvent.DeviceSuspended)).ShouldBe([$"device {_device.Id:N}, S0001"]);
        (await NotesAsync(AuditEvent.DutyEnded)).ShouldContain("DeviceSuspended, K0001");
    }

    [Fact]
    public async Task S_71_A_press_is_taken_with_the_devices_signature()
    {
        var ticket = (await _world.BeginAsync(_device)).Value;
        var duty = (await _world.ResumeAsync(ticket, _device)).Value;
        (await _world.ResumeAsync(ticket, _device, _device.Press(duty))).IsSuccess.ShouldBeTrue();
        (await _world.ResumeAsync(ticket, _device, _device.Press(duty))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task S_71_A_press_without_the_devices_signature_is_refused_and_leaves_a_row()
    {
        var ticket = (await _world.BeginAsync(_device)).Value;
        var duty = (await _world.ResumeAsync(ticket, _device)).Value;
        using var thief = new TestDevice();
        foreach (var press in (PressProof[])[new(null, null), new(duty.PressNonce, null), new(duty.PressNonce, "AAAA"), thief.Press(duty), new("own", _device.Sign("press\nown"))])
        {
            (await _world.ResumeAsync(ticket, _device, press)).Problem.ShouldBe(KioskProblems.DeviceNotProved);
        }

        (await NotesAsync(AuditEvent.Refused)).Count(note => note is "kiosks.deviceNotProved, K0001").ShouldBe(5);
    }

    [Fact]
    public async Task S_71_A_signature_is_taken_once_also_in_its_other_writing()
    {
        var ticket = (await _world.BeginAsync(_device)).Value;
        var press = _device.Press((await _world.ResumeAsync(ticket, _device)).Value);
        (await _world.ResumeAsync(ticket, _device, press)).IsSuccess.ShouldBeTrue();
        (await _world.ResumeAsync(ticket, _device, press)).Problem.ShouldBe(KioskProblems.DeviceNotProved);
        (await _world.ResumeAsync(ticket, _device, press with { Signature = OtherWriting(press.Signature!) })).Problem.ShouldBe(KioskProblems.DeviceNotProved);
    }

    [Fact]
    public async Task S_71_What_a_press_signs_is_over_after_some_minutes()
    {
        var ticket = (await _world.BeginAsync(_device)).Value;
        var press = _device.Press((await _world.ResumeAsync(ticket, _device)).Value);
        _world.Clock.Advance(TimeSpan.FromMinutes(10));
        await _world.ProveAsync(_device);
        (await _world.ResumeAsync(ticket, _device)).IsSuccess.ShouldBeTrue();
        _world.Clock.Advance(TimeSpan.FromMinutes(10));
        await _world.ProveAsync(_device);
        (await _world.ResumeAsync(ticket, _device, press)).Problem.ShouldBe(KioskProblems.DeviceNotProved);
    }

    // (r, s) and (r, n - s) are signatures of the same text by the same key.
    private static string OtherWriting(string signature)
    {
        var order = new BigInteger(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);
        var bytes = Convert.FromBase64String(signature);
        var other = (order - new BigInteger(bytes.AsSpan(32), isUnsigned: true, isBigEndian: true)).ToByteArray(isUnsigned: true, isBigEndian: true);
        bytes.AsSpan(32).Clear();
        other.CopyTo(bytes, 64 - other.Length);
        return Convert.ToBase64String(bytes);
    }

    private Task<Core.Outcomes.Outcome<KioskDevice>> FindAsync() => _world.Get<FindDevice>().ExecuteAsync(_device.Token, _device.Visitor);

    private async Task<bool> AnswerAsync(string? nonce, string? signature) => (await _world.Get<ProveDevice>().ExecuteAsync(_device.Id, nonce, signature, _device.Visitor)).IsSuccess;

    private async Task<List<string?>> NotesAsync(AuditEvent auditEvent)
    {
        await using var db = _world.OpenDatabase();
        return await db.AuditRows.Where(row => row.Event == auditEvent).OrderBy(row => row.Sequence).Select(row => row.Note).ToListAsync(TestContext.Current.CancellationToken);
    }
}
