using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Packets;

/// <summary>What becomes of a packet at the platform that flows are tested on: its stages, and the identity it changes.</summary>
public sealed class PacketsOnTheWayTests : IAsyncDisposable
{
    private readonly CoreWorld _world = new();

    private FakeMosip Packets => _world.Platform;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_update_goes_through_its_stages_and_changes_the_identity_at_the_stage_of_the_number()
    {
        var rid = await SendAsync(("phone", FieldValue.Of("9876599999")), ("addressLine1", new FieldValue([new FieldText("eng", "7 Mill Street")])));

        (await StateAsync(rid)).ShouldBe((RegistrationState.UnderWay, RegistrationStage.Received));
        _world.Platform.State.PacketsOnTheirWay(Meera).ShouldHaveSingleItem().Changes.ShouldBe(["phone", "addressLine1"]);
        _world.Clock.Advance(TimeSpan.FromSeconds(80));
        (await StateAsync(rid)).ShouldBe((RegistrationState.UnderWay, RegistrationStage.Verification));
        _world.Platform.State.Population.Find(Meera)!.Phone.ShouldBe("9876500001");

        _world.Clock.Advance(TimeSpan.FromSeconds(40));

        (await StateAsync(rid)).ShouldBe((RegistrationState.Done, RegistrationStage.NumberMade));
        _world.Platform.State.PacketsOnTheirWay(Meera).ShouldBeEmpty();
        _world.Platform.State.Population.Find(Meera)!.Phone.ShouldBe("9876599999");
        _world.Platform.State.LatestRid(Meera).ShouldBe(rid.Reveal());
        var document = _world.Platform.State.FindIdentity(Meera).Document();
        document["addressLine1"]!.ToJsonString(Sandbox.Json.Options).ShouldBe(
            """[{"language":"eng","value":"7 Mill Street"},{"language":"fra","value":"12 allée du Port"},{"language":"ara","value":"12 زقاق الميناء"}]""");
        document["phone"]!.ToString().ShouldBe("9876599999");
        document["email"]!.ToString().ShouldBe("meera.k@example.org");
    }

    [Fact]
    public async Task A_code_goes_to_the_changed_contact()
    {
        await SendAsync(("email", FieldValue.Of("new@example.org")));
        _world.Clock.Advance(TimeSpan.FromMinutes(2));

        _world.Platform.State.RequestOtp(Meera, "4820193756", ["EMAIL"]);

        _world.Platform.State.Outbox.To("new@example.org").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_rejected_update_stops_in_its_stage_and_changes_nothing()
    {
        var rid = await SendAsync(("phone", FieldValue.Of("9876599999")));
        _world.Clock.Advance(TimeSpan.FromSeconds(30));

        _world.Platform.State.RejectPacket(rid.Reveal()).ShouldBeTrue();
        _world.Clock.Advance(TimeSpan.FromMinutes(10));

        (await StateAsync(rid)).ShouldBe((RegistrationState.Refused, RegistrationStage.Validation));
        _world.Platform.State.Population.Find(Meera)!.Phone.ShouldBe("9876500001");
        _world.Platform.State.PacketsOnTheirWay(Meera).ShouldBeEmpty();
        _world.Platform.State.RejectPacket(rid.Reveal()).ShouldBeFalse();
    }

    [Fact]
    public async Task An_update_that_is_taken_back_changes_nothing_and_cannot_be_taken_back_twice()
    {
        var rid = await SendAsync(("phone", FieldValue.Of("9876599999")));

        _world.Platform.State.DiscardPacket(rid.Reveal());
        _world.Clock.Advance(TimeSpan.FromMinutes(10));

        _world.Platform.State.Population.Find(Meera)!.Phone.ShouldBe("9876500001");
        Should.Throw<Sandbox.PlatformException>(() => _world.Platform.State.DiscardPacket(rid.Reveal())).Code.ShouldBe("IDR-IDC-007");
    }

    [Theory]
    [InlineData("shoeSize", "43")]
    [InlineData("UIN", "4195891024")]
    [InlineData("phone", "hello")]
    [InlineData("postalCode", "1")]
    public async Task S_61_What_the_schema_does_not_have_or_take_is_refused(string field, string value)
    {
        var rid = (await Packets.ReserveAsync(Cancellation)).Value;

        (await Packets.SendAsync(Update(rid, (field, FieldValue.Of(value))), Cancellation)).Problem.ShouldBe(CommonProblems.Refused);

        _world.Platform.State.PacketsOnTheirWay(Meera).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reprint_is_taken_only_where_the_operator_switched_it_on()
    {
        var rid = (await Packets.ReserveAsync(Cancellation)).Value;
        var reprint = new Packet { Rid = rid, Process = PacketProcess.Reprint, Uin = Parse(Meera), Language = "eng", IsMasked = true };
        (await Packets.SendAsync(reprint, Cancellation)).Problem.ShouldBe(PacketProblems.NotTaken);

        _world.Platform.State.TakesReprints = true;

        (await Packets.SendAsync(reprint, Cancellation)).IsSuccess.ShouldBeTrue();
        _world.Platform.State.Packets.Find(rid.Reveal())!.CardType.ShouldBe("MASKED_UIN");
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await StateAsync(rid)).ShouldBe((RegistrationState.Done, RegistrationStage.CardReady));
    }

    internal static Packet Update(Rid rid, params (string Name, FieldValue Value)[] fields) => new()
    {
        Rid = rid,
        Process = PacketProcess.Update,
        Uin = Parse(Meera),
        Language = "eng",
        Fields = fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal),
    };

    private static Uin Parse(string digits) => Uin.TryParse(digits, out var uin) ? uin : throw new InvalidOperationException("No UIN.");

    private async Task<Rid> SendAsync(params (string Name, FieldValue Value)[] fields)
    {
        var rid = (await Packets.ReserveAsync(Cancellation)).Value;
        (await Packets.SendAsync(Update(rid, fields), Cancellation)).IsSuccess.ShouldBeTrue();
        return rid;
    }

    private async Task<(RegistrationState State, RegistrationStage Stage)> StateAsync(Rid rid)
    {
        var registrations = _world.Platform;
        return ((await registrations.FindAsync(rid, Cancellation)).Value, (await registrations.ListStagesAsync(rid, Cancellation)).Value[0].Stage);
    }
}
