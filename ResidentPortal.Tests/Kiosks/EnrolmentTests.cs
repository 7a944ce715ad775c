using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.DeviceSteps;

namespace ResidentPortal.Tests.Kiosks;

public sealed class EnrolmentTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private readonly TestDevice _device = new();
    private Guid _supervisor;

    public async ValueTask InitializeAsync() => _supervisor = (await _world.BeginSupervisorAsync()).DutyId;

    public async ValueTask DisposeAsync()
    {
        _device.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task The_code_has_eight_letters_in_two_groups_and_lasts_fifteen_minutes()
    {
        var offer = await OfferAsync();
        offer.Code.ShouldMatch("^[ACDEFHJKLMNPRTWXY]{4}-[ACDEFHJKLMNPRTWXY]{4}$");
        offer.Until.ShouldBe(_world.Clock.GetUtcNow().AddMinutes(15));
        await using var db = _world.OpenDatabase();
        (await db.Enrolments.SingleAsync(TestContext.Current.CancellationToken)).CodeKey.ShouldNotContain(offer.Code.Replace("-", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_device_shows_the_six_words_that_the_supervisor_sees()
    {
        var offer = await OfferAsync();
        var enrolled = (await _world.EnrolAsync(_device, offer.Code)).Value;
        enrolled.Words.Count.ShouldBe(6);
        var entry = (await _world.Get<ListDevices>().ExecuteAsync(_supervisor)).Value.ShouldHaveSingleItem();
        entry.Words.ShouldBe(enrolled.Words);
        (entry.Id, entry.Name, entry.CentreCode, entry.State, entry.ProvedAt).ShouldBe((enrolled.DeviceId, "Counter 1", Centre, DeviceState.Waiting, null));
    }

    [Fact]
    public async Task Another_key_has_other_words()
    {
        using var other = new TestDevice();
        var words = (await _world.EnrolAsync(_device, (await OfferAsync()).Code)).Value.Words;
        (await _world.EnrolAsync(other, (await OfferAsync()).Code)).Value.Words.ShouldNotBe(words);
    }

    [Fact]
    public async Task A_code_is_understood_however_it_is_typed()
    {
        var offer = await OfferAsync();
        var typed = $" {offer.Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)} ";
        var signature = _device.Sign($"enrol\n{offer.Code.Replace("-", string.Empty, StringComparison.Ordinal)}");
        (await _world.Get<EnrolDevice>().ExecuteAsync(typed, _device.PublicKey, signature, _device.Visitor)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_code_enrols_one_device()
    {
        var offer = await OfferAsync();
        (await _world.EnrolAsync(_device, offer.Code)).IsSuccess.ShouldBeTrue();
        using var other = new TestDevice();
        (await _world.EnrolAsync(other, offer.Code)).Problem.ShouldBe(KioskProblems.EnrolmentCodeWrong);
    }

    [Fact]
    public async Task A_code_is_over_after_fifteen_minutes()
    {
        var offer = await OfferAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(15));
        (await _world.EnrolAsync(_device, offer.Code)).Problem.ShouldBe(KioskProblems.EnrolmentCodeWrong);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ACDE-FHJK")]
    public async Task Any_other_code_enrols_nothing_and_leaves_a_row(string? code)
    {
        await OfferAsync();
        (await _world.EnrolAsync(_device, code)).Problem.ShouldBe(KioskProblems.EnrolmentCodeWrong);
        await using var db = _world.OpenDatabase();
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.DeviceEnrolled && row.Result == AuditResult.Failure, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task After_ten_wrong_codes_the_right_one_waits()
    {
        var offer = await OfferAsync();
        for (var i = 0; i < 10; i++)
        {
            await _world.EnrolAsync(_device, "AAAA-AAAA");
        }

        (await _world.EnrolAsync(_device, offer.Code)).Problem.ShouldBe(KioskProblems.EnrolmentCodeWrong);
    }

    [Fact]
    public async Task A_key_that_did_not_sign_the_code_is_not_enrolled()
    {
        var offer = await OfferAsync();
        using var other = new TestDevice();
        var signature = other.Sign($"enrol\n{offer.Code.Replace("-", string.Empty, StringComparison.Ordinal)}");
        (await _world.Get<EnrolDevice>().ExecuteAsync(offer.Code, _device.PublicKey, signature, _device.Visitor)).Problem.ShouldBe(KioskProblems.EnrolmentCodeWrong);
        (await _world.EnrolAsync(_device, offer.Code)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_of_another_kind_is_not_enrolled()
    {
        var offer = await OfferAsync();
        using var longer = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        foreach (var key in (string?[])[null, string.Empty, "no base64", "AAAA", Convert.ToBase64String(longer.ExportSubjectPublicKeyInfo()), Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())])
        {
            (await _world.Get<EnrolDevice>().ExecuteAsync(offer.Code, key, "AAAA", _device.Visitor)).Problem.ShouldBe(KioskProblems.EnrolmentCodeWrong);
        }
    }

    [Fact]
    public async Task Only_a_supervisor_offers_lists_confirms_and_suspends()
    {
        using var device = await _world.ProvedDeviceAsync();
        var duty = (await _world.BeginAsync(device)).Value.DutyId;
        (await _world.Get<OfferEnrolment>().ExecuteAsync(duty, "Counter", Centre)).Problem.ShouldBe(KioskProblems.SupervisorNeeded);
        (await _world.Get<ListDevices>().ExecuteAsync(duty)).Problem.ShouldBe(KioskProblems.SupervisorNeeded);
        (await _world.Get<ConfirmDevice>().ExecuteAsync(duty, device.Id)).Problem.ShouldBe(KioskProblems.SupervisorNeeded);
        (await _world.Get<SuspendDevice>().ExecuteAsync(duty, device.Id)).Problem.ShouldBe(KioskProblems.SupervisorNeeded);
        (await _world.Get<ListDevices>().ExecuteAsync(Guid.NewGuid())).Problem.ShouldBe(KioskProblems.DutyNeeded);
    }

    [Theory]
    [InlineData("", "10001")]
    [InlineData("Counter", " ")]
    public async Task A_device_wants_a_name_and_a_centre(string name, string centre) =>
        (await _world.Get<OfferEnrolment>().ExecuteAsync(_supervisor, name, centre)).Problem.ShouldBe(KioskProblems.DeviceNameNeeded);

    [Fact]
    public async Task A_second_confirmation_changes_nothing()
    {
        using var device = await _world.WaitingDeviceAsync(_supervisor);
        (await _world.Get<ConfirmDevice>().ExecuteAsync(_supervisor, device.Id)).IsSuccess.ShouldBeTrue();
        (await _world.Get<ConfirmDevice>().ExecuteAsync(_supervisor, device.Id)).IsSuccess.ShouldBeTrue();
        await using var db = _world.OpenDatabase();
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.DeviceConfirmed, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task What_does_not_exist_is_neither_confirmed_nor_suspended()
    {
        (await _world.Get<ConfirmDevice>().ExecuteAsync(_supervisor, Guid.NewGuid())).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<SuspendDevice>().ExecuteAsync(_supervisor, Guid.NewGuid())).Problem.ShouldBe(CommonProblems.NotFound);
    }

    private async Task<EnrolmentOffer> OfferAsync() => (await _world.Get<OfferEnrolment>().ExecuteAsync(_supervisor, " Counter 1 ", Centre)).Value;
}
