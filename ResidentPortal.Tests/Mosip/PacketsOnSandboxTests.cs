using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Tracking;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Whole packets against the sandbox, which opens them: decrypts, checks hashes and signatures, and judges what is in them by the country's schema.</summary>
public sealed class PacketsOnSandboxTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private static readonly byte[] Paper = [.. Enumerable.Range(0, 200_003).Select(place => (byte)(place * place % 251))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Profiles => AdaptersOnSandboxTests.Profiles;

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task An_update_is_opened_judged_and_changes_the_identity(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var (packets, rid) = await ReserveAsync(platform);

        (await packets.SendAsync(Update(rid), Cancellation)).IsSuccess.ShouldBeTrue();

        var received = platform.App.State.Packets.All.ShouldHaveSingleItem();
        (received.Rid, received.Process, received.Uin).ShouldBe((rid.Reveal(), "RES_UPDATE", "4952408651"));
        received.Changes.Order(StringComparer.Ordinal).ShouldBe(["addressLine1", "phone", "proofOfAddress"]);
        received.Attributes["addressLine1"].ToJsonString(Sandbox.Json.Options).ShouldBe("""[{"language":"eng","value":"7 Mill Street"},{"language":"ara","value":"7 شارع المطحنة"}]""");
        received.Attributes["proofOfAddress"].ToJsonString().ShouldBe("""{"value":"proofOfAddress","type":"RNC","format":"pdf","refNumber":null}""");
        received.Documents.ShouldBe([new Sandbox.ReceivedDocument("proofOfAddress", "RNC", "pdf", Paper.Length)]);
        var announced = platform.App.State.Packets.Announced.ShouldHaveSingleItem();
        (announced.Name, announced.Phone, announced.Email).ShouldBe(("Meera Kaldan", "9876500001", "meera.k@example.org"));
        platform.App.State.Age(TimeSpan.FromMinutes(2));
        (await platform.Adapters.GetRequiredService<IIdentityRegistry>().FindAsync(Sample.ByUin, Cancellation)).Value.Phone.ShouldBe("9876599999");
        (await platform.Adapters.GetRequiredService<IRegistrationStatus>().FindAsync(rid, Cancellation)).Value.ShouldBe(RegistrationState.Done);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_reprint_carries_the_number_alone_and_is_taken_where_it_is_switched_on(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var (packets, rid) = await ReserveAsync(platform);
        var reprint = new Packet { Rid = rid, Process = PacketProcess.Reprint, Uin = Sample.Uin, Language = "fra", IsMasked = true };
        (await packets.SendAsync(reprint, Cancellation)).Problem.ShouldBe(PacketProblems.NotTaken);
        platform.App.State.Packets.All.ShouldBeEmpty();

        platform.App.State.TakesReprints = true;

        (await packets.SendAsync(reprint, Cancellation)).IsSuccess.ShouldBeTrue();
        var received = platform.App.State.Packets.All.ShouldHaveSingleItem();
        (received.Process, received.CardType, received.Documents.Count).ShouldBe(("RES_REPRINT", "MASKED_UIN", 0));
        received.Attributes.Keys.Order(StringComparer.Ordinal).ShouldBe(["IDSchemaVersion", "UIN"]);
    }

    [Fact]
    public async Task The_portal_is_one_machine_however_often_it_starts_and_is_switched_on_once()
    {
        await using var platform = platforms.Fresh("1.3");
        await ReserveAsync(platform);
        await using var again = PlatformStub.Adapters(new Uri(platform.App.Url), new CapturedLog());

        var (first, second) = (await ReserveAsync(platform), (await again.GetRequiredService<IPackets>().ReserveAsync(Cancellation)).Value);

        first.Rid.Reveal()[..15].ShouldBe("100011008000002");
        second.Reveal()[..15].ShouldBe("100011008000003");
        var machine = platform.App.State.Machines.All.ShouldHaveSingleItem();
        (machine.IsActive, machine.SpecId, machine.ZoneCode).ShouldBe((true, "RESIDENT-1", "MOR"));
        machine.Name.ShouldStartWith("resident_machine_");
        (platform.App.Calls.Count("masterdata.machines.create"), platform.App.Calls.Count("masterdata.machines.activate")).ShouldBe((1, 1));
    }

    [Fact]
    public async Task After_the_key_manager_got_a_new_key_the_next_packet_but_one_is_of_a_new_machine()
    {
        await using var platform = platforms.Fresh("1.3");
        var (packets, rid) = await ReserveAsync(platform);
        platform.App.MachineKeys.Rotate();

        (await packets.SendAsync(Update(rid), Cancellation)).Problem.ShouldBe(CommonProblems.Refused);

        rid = (await packets.ReserveAsync(Cancellation)).Value;
        rid.Reveal()[5..10].ShouldBe("10081");
        (await packets.SendAsync(Update(rid), Cancellation)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_packet_that_is_sent_twice_was_received()
    {
        await using var platform = platforms.Fresh("1.3");
        var (packets, rid) = await ReserveAsync(platform);
        await packets.SendAsync(Update(rid), Cancellation);

        (await packets.SendAsync(Update(rid), Cancellation)).IsSuccess.ShouldBeTrue();

        platform.App.State.Packets.All.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("shoeSize", "43")]
    [InlineData("UIN", "4195891024")]
    [InlineData("IDSchemaVersion", "0.2")]
    [InlineData("individualBiometrics", "none")]
    [InlineData("proofOfAddress", "RNC")]
    public async Task S_61_An_attribute_that_the_schema_does_not_have_or_has_otherwise_is_never_sent(string field, string value)
    {
        await using var platform = platforms.Fresh("1.3");
        var (packets, rid) = await ReserveAsync(platform);
        var packet = new Packet { Rid = rid, Process = PacketProcess.Update, Uin = Sample.Uin, Language = "eng", Fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal) { [field] = FieldValue.Of(value) } };

        (await packets.SendAsync(packet, Cancellation)).Problem.ShouldBe(CommonProblems.Refused);

        (platform.App.Calls.Count("keymanager.encrypt"), platform.App.Calls.Count("regproc.sync")).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(2_500_000, 2, "2.4")]
    [InlineData(1_048_000, 1, "1.1")]
    public async Task A_packet_that_would_be_too_large_is_not_announced(int size, int limit, string megabytes)
    {
        await using var platform = platforms.Fresh("1.3", ("Packets:MaxMegabytes", limit.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var (packets, rid) = await ReserveAsync(platform);

        var problem = (await packets.SendAsync(Update(rid) with { Documents = [new PacketDocument("proofOfAddress", "RNC", "pdf", new byte[size])] }, Cancellation)).Problem.ShouldNotBeNull();

        (problem.Key, problem.Facts["megabytes"], problem.Facts["limit"]).ShouldBe(("packet.tooLarge", decimal.Parse(megabytes, System.Globalization.CultureInfo.InvariantCulture), limit));
        platform.App.State.Packets.Announced.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_value_that_breaks_the_schemas_patterns_is_refused_by_the_platform()
    {
        await using var platform = platforms.Fresh("1.3");
        var (packets, rid) = await ReserveAsync(platform);
        var packet = new Packet { Rid = rid, Process = PacketProcess.Update, Uin = Sample.Uin, Language = "eng", Fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal) { ["phone"] = FieldValue.Of("none") } };

        (await packets.SendAsync(packet, Cancellation)).Problem.ShouldBe(CommonProblems.Refused);
    }

    internal static Packet Update(Rid rid) => new()
    {
        Rid = rid,
        Process = PacketProcess.Update,
        Uin = Sample.Uin,
        Language = "eng",
        Fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal)
        {
            ["phone"] = FieldValue.Of("9876599999"),
            ["addressLine1"] = new FieldValue([new FieldText("eng", "7 Mill Street"), new FieldText("ara", "7 شارع المطحنة")]),
        },
        Documents = [new PacketDocument("proofOfAddress", "RNC", "pdf", Paper)],
        Holder = new PacketHolder("Meera Kaldan", "9876500001", "meera.k@example.org"),
    };

    internal static async Task<(IPackets Packets, Rid Rid)> ReserveAsync(SandboxPlatform platform)
    {
        var packets = platform.Adapters.GetRequiredService<IPackets>();
        return (packets, (await packets.ReserveAsync(Cancellation)).Value);
    }
}
