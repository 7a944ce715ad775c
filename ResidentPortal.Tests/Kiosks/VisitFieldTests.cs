using System.Text.Json;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

public sealed class VisitFieldTests : IAsyncLifetime
{
    private KioskWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await KioskWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(VisitPurpose.Locks, "Name MaskedUin LockStates")]
    [InlineData(VisitPurpose.Vids, "Name MaskedUin MaskedVids")]
    [InlineData(VisitPurpose.PrintCard, "Name MaskedUin")]
    [InlineData(VisitPurpose.OrderCard, "Name MaskedUin OpenOrders")]
    [InlineData(VisitPurpose.Update, "Name MaskedUin MaskedPhone MaskedEmail UpdateFields")]
    [InlineData(VisitPurpose.VerifyContact, "Name MaskedPhone MaskedEmail")]
    [InlineData(VisitPurpose.Track, "")]
    [InlineData(VisitPurpose.LostNumber, "")]
    public void S_75_The_table_of_fields(VisitPurpose purpose, string fields) => string.Join(' ', VisitFields.Of([purpose])).ShouldBe(fields);

    [Fact]
    public void S_75_Every_purpose_stands_in_the_table() => VisitFields.Of(Enum.GetValues<VisitPurpose>()).ShouldBe(Enum.GetValues<VisitFieldKind>());

    [Theory]
    [InlineData(VisitPurpose.Locks)]
    [InlineData(VisitPurpose.Vids)]
    [InlineData(VisitPurpose.PrintCard)]
    [InlineData(VisitPurpose.OrderCard)]
    [InlineData(VisitPurpose.Update)]
    [InlineData(VisitPurpose.VerifyContact)]
    public async Task S_75_Nothing_but_the_fields_of_the_purpose_reaches_the_desk_and_numbers_and_contacts_are_masked(VisitPurpose purpose)
    {
        await _world.AgreedAsync(ViewPlace.OtherScreen, purpose);
        var fields = (await _world.DeskAsync(withFields: true)).Fields;
        fields.Select(field => field.Kind).ShouldBeSubsetOf(VisitFields.Of([purpose]));
        var resident = _world.Platform.State.Population.Find(_world.Uin)!;
        var text = JsonSerializer.Serialize(fields);
        text.ShouldNotContain(resident.Uin);
        text.ShouldNotContain(resident.Vid);
        text.ShouldNotContain(resident.Phone!);
        text.ShouldNotContain(resident.Email!);
        fields.ShouldContain(field => field.Kind == VisitFieldKind.Name && field.Lines[0] == resident.Names["eng"]);
        (fields.SelectMany(field => field.Lines).Any(line => line.EndsWith(resident.Uin[^4..], StringComparison.Ordinal))).ShouldBe(purpose is not VisitPurpose.VerifyContact);
    }

    [Fact]
    public async Task S_75_Nothing_is_shown_before_the_consent_nor_while_the_screen_is_with_the_resident()
    {
        await _world.BeforeResidentAsync();
        (await _world.DeskAsync(withFields: true)).Fields.ShouldBeEmpty();
        await _world.AgreeAsync();
        await _world.OfferAsync(ViewPlace.SameScreen);
        (await _world.DeskAsync(withFields: true)).Fields.ShouldBeEmpty();
        (await _world.ChainAsync()).ShouldNotContain(row => row.StartsWith("FieldsShown", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_shown_is_written_down_once_for_a_set_of_fields()
    {
        await _world.AgreedAsync();
        await _world.DeskAsync();
        await _world.DeskAsync(withFields: true);
        await _world.DeskAsync(withFields: true);
        (await _world.ChainAsync()).Count(row => row is "FieldsShown Name MaskedUin LockStates").ShouldBe(1);
    }

    [Fact]
    public async Task What_the_platform_cannot_tell_now_is_left_out()
    {
        await _world.AgreedAsync();
        _world.Platform.Next(FakeMosip.ReadLocks, CommonProblems.ServiceUnavailable);
        (await _world.DeskAsync(withFields: true)).Fields.Select(field => field.Kind).ShouldBe([VisitFieldKind.Name, VisitFieldKind.MaskedUin]);
    }

    [Fact]
    public async Task The_locks_are_shown_as_they_are_now()
    {
        await _world.AgreedAsync();
        await _world.LockFingerprintAsync();
        var locks = (await _world.DeskAsync(withFields: true)).Fields.Single(field => field.Kind == VisitFieldKind.LockStates).Locks;
        locks.Where(one => one.IsLocked).Select(one => one.Type).ShouldContain(AuthType.Fingerprint);
    }
}
