using Microsoft.AspNetCore.Http;
using ResidentPortal.Core.Outcomes;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Mosip.PacketStub;

namespace ResidentPortal.Tests.Mosip;

/// <summary>What stands between a packet and its receiver, told truly: certainly not received, received, or not known. .</summary>
public sealed class PacketFaultsTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("RPR-RGS-003", "packet.notTaken")]
    [InlineData("RPR-RGS-004", "common.refused")]
    [InlineData("RPR-RGS-008", "common.refused")]
    [InlineData("RPR-RGS-026", "common.refused")]
    [InlineData("RPR-RGS-027", "common.refused")]
    [InlineData("RPR-RGS-028", "common.refused")]
    [InlineData("RPR-RGS-037", "common.refused")]
    [InlineData("RPR-RGS-777", "common.refused")]
    [InlineData("RPR-RGS-001", "common.serviceUnavailable")]
    [InlineData("RPR-RGS-018", "common.serviceUnavailable")]
    [InlineData("RPR-RGS-023", "common.serviceUnavailable")]
    [InlineData("KER-ATH-403", "common.serviceUnavailable")]
    public async Task A_refused_announcement_is_certainly_no_packet(string code, string problem)
    {
        await using var stub = await PacketStub.StartAsync();
        stub.On(Sync, context => context.Error("RPR-RGS-015", code));

        (await Send(stub)).Problem!.Key.ShouldBe(problem);

        (stub.CountOf(Sync), stub.CountOf(Upload)).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData("RPR-PKR-001", "common.refused")]
    [InlineData("RPR-PKR-002", "packet.tooLarge")]
    [InlineData("RPR-PKR-003", "common.refused")]
    [InlineData("RPR-PKR-004", "common.refused")]
    [InlineData("RPR-PKR-006", "common.refused")]
    [InlineData("RPR-PKR-007", "common.outcomeUnknown")]
    [InlineData("RPR-PKR-008", "common.serviceUnavailable")]
    [InlineData("RPR-PKR-009", "common.refused")]
    [InlineData("RPR-PKR-010", "common.refused")]
    [InlineData("RPR-PKR-012", "common.outcomeUnknown")]
    [InlineData("RPR-PKR-013", "common.refused")]
    [InlineData("RPR-PKR-015", "common.refused")]
    [InlineData("RPR-PKR-016", "common.refused")]
    public async Task A_refused_packet_is_told_by_its_code(string code, string problem)
    {
        await using var stub = await PacketStub.StartAsync();
        stub.On(Upload, context => context.Error(code));

        (await Send(stub)).Problem!.Key.ShouldBe(problem);

        stub.CountOf(Upload).ShouldBe(1);
    }

    [Fact]
    public async Task A_packet_that_the_receiver_has_already_was_received()
    {
        await using var stub = await PacketStub.StartAsync();
        stub.On(Upload, context => context.Error("RPR-PKR-005"));

        (await Send(stub)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Silence_at_the_announcement_is_no_packet_and_silence_at_the_handing_in_is_not_known()
    {
        Func<HttpContext, Task>[] silences =
            [context => context.Reset(), context => context.Truncated(), context => context.Html(), context => context.Json("{}", 500), context => context.Json("""{ "response": null, "errors": null }""")];
        foreach (var silence in silences)
        {
            await using var stub = await PacketStub.StartAsync();
            stub.On(Sync, silence);
            (await Send(stub)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
            (stub.CountOf(Sync), stub.CountOf(Upload)).ShouldBe((1, 0));
        }

        foreach (var silence in silences)
        {
            await using var stub = await PacketStub.StartAsync();
            stub.On(Upload, silence);
            (await Send(stub)).Problem.ShouldBe(CommonProblems.OutcomeUnknown);
            stub.CountOf(Upload).ShouldBe(1);
        }
    }

    [Theory]
    [InlineData(Sandbox.FaultNames.Hang)]
    [InlineData(Sandbox.FaultNames.ApplyThenHang)]
    [InlineData(Sandbox.FaultNames.SlowDrip)]
    public async Task R_07_A_receiver_that_hangs_leaves_it_unknown(string fault)
    {
        await using var platform = platforms.Fresh("1.3", ("WriteTimeout", "00:00:00.5"));
        var (packets, rid) = await PacketsOnSandboxTests.ReserveAsync(platform);
        platform.App.Faults.Set("regproc.upload", fault);

        (await packets.SendAsync(PacketsOnSandboxTests.Update(rid), Cancellation)).Problem.ShouldBe(CommonProblems.OutcomeUnknown);
    }

    [Theory]
    [InlineData(Sandbox.FaultNames.Http403)]
    [InlineData(Sandbox.FaultNames.Http429)]
    public async Task A_receiver_that_lets_nobody_in_has_received_nothing(string fault)
    {
        await using var platform = platforms.Fresh("1.3");
        var (packets, rid) = await PacketsOnSandboxTests.ReserveAsync(platform);
        platform.App.Faults.Set("regproc.upload", fault);

        (await packets.SendAsync(PacketsOnSandboxTests.Update(rid), Cancellation)).Problem!.Key.ShouldBe(CommonProblems.ServiceUnavailable.Key);

        platform.App.State.Packets.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("keymanager.encrypt")]
    [InlineData("keymanager.cssign")]
    [InlineData("syncdata.idschema")]
    [InlineData("regproc.sync")]
    [InlineData("regproc.upload")]
    public async Task R_10_A_token_that_ends_in_the_middle_is_renewed_and_the_packet_arrives_once(string operation)
    {
        await using var platform = platforms.Fresh("1.3");
        var (packets, rid) = await PacketsOnSandboxTests.ReserveAsync(platform);
        platform.App.Faults.Set(operation, Sandbox.FaultNames.TokenExpired, times: 1);

        (await packets.SendAsync(PacketsOnSandboxTests.Update(rid), Cancellation)).IsSuccess.ShouldBeTrue();

        platform.App.State.Packets.All.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("keymanager.encrypt", "data")]
    [InlineData("keymanager.cssign", "data")]
    [InlineData("syncdata.idschema", "schemaJson")]
    [InlineData("regproc.sync", "status")]
    public async Task A_field_that_changed_its_type_is_a_problem_and_never_an_exception(string operation, string field)
    {
        await using var platform = platforms.Fresh("1.3");
        var (packets, rid) = await PacketsOnSandboxTests.ReserveAsync(platform);
        platform.App.Faults.Set(operation, Sandbox.FaultNames.ChangedType, field: field);

        (await packets.SendAsync(PacketsOnSandboxTests.Update(rid), Cancellation)).Problem.ShouldNotBeNull();

        platform.App.State.Packets.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task S_50_Nothing_of_the_person_is_logged_whatever_the_platform_answers()
    {
        await using var stub = await PacketStub.StartAsync();
        await Send(stub);
        stub.On(Upload, context => context.Json($$"""{ "response": null, "errors": [{ "errorCode": "{{Sample.Rid.Reveal()}}x9876599999", "message": "4952408651 Meera Kaldan" }] }"""));
        await Send(stub);
        stub.On(Sync, context => context.Html());
        await Send(stub);

        var log = string.Join('\n', stub.Log.Lines);
        log.ShouldContain("HandInPacket");
        foreach (var personal in (string[])["4952408651", "9876599999", "9876500001", "meera.k", "Meera", "Mill Street", Sample.Rid.Reveal(), "RNC"])
        {
            log.ShouldNotContain(personal);
        }
    }
}
