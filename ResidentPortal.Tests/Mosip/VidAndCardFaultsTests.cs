using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>The sandbox's faults at virtual IDs and cards, as the adapters tell of them.</summary>
public sealed class VidAndCardFaultsTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private static readonly VidType Temporary = new("Temporary");
    private static readonly string[] Services = ["idrepository.*", "config.*", "ida.*", "keymanager.*", "credentialrequest.*"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Sandbox.FaultNames.Http500)]
    [InlineData(Sandbox.FaultNames.Html200)]
    [InlineData(Sandbox.FaultNames.Errors200)]
    [InlineData(Sandbox.FaultNames.NullResponse)]
    [InlineData(Sandbox.FaultNames.IgnoredError)]
    [InlineData(Sandbox.FaultNames.ApplyThen500)]
    [InlineData(Sandbox.FaultNames.ResetAfterSend)]
    [InlineData(Sandbox.FaultNames.Duplicate)]
    public async Task A_platform_that_is_unwell_makes_a_read_unavailable_and_a_write_unknown(string fault)
    {
        await using var platform = Broken(fault);

        (await Reads(platform)).ShouldAllBe(problem => problem == CommonProblems.ServiceUnavailable);
        (await Writes(platform)).ShouldAllBe(problem => problem == CommonProblems.OutcomeUnknown);

        string[] writes = ["idrepository.vid.create", "idrepository.vid.update", "credentialrequest.generate"];
        writes.Select(platform.App.Calls.Count).ShouldBe([1, 1, 1]);
    }

    [Theory]
    [InlineData(Sandbox.FaultNames.Hang)]
    [InlineData(Sandbox.FaultNames.ApplyThenHang)]
    [InlineData(Sandbox.FaultNames.SlowDrip)]
    public async Task A_platform_that_takes_too_long_leaves_a_write_unknown(string fault)
    {
        await using var platform = platforms.Fresh("1.3", ("WriteTimeout", "00:00:00.2"));
        (await platform.Adapters.GetRequiredService<IVidRegistry>().ListAsync(Sample.Uin, Cancellation)).IsSuccess.ShouldBeTrue();
        Break(platform, fault);

        (await Writes(platform)).ShouldAllBe(problem => problem == CommonProblems.OutcomeUnknown);
    }

    [Theory]
    [InlineData(Sandbox.FaultNames.Http401)]
    [InlineData(Sandbox.FaultNames.Http403)]
    [InlineData(Sandbox.FaultNames.Http429)]
    public async Task A_platform_that_lets_nobody_in_has_done_nothing(string fault)
    {
        await using var platform = Broken(fault);

        Problem?[] problems = [.. await Reads(platform), .. await Writes(platform)];

        problems.ShouldAllBe(problem => problem!.Key == CommonProblems.ServiceUnavailable.Key);
        platform.App.State.Vids.Usable(Sample.Uin.Reveal()).Count.ShouldBe(1);
        platform.App.State.Credentials.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("config.vid-policy", "vidPolicies")]
    [InlineData("idrepository.vid.list", "vid")]
    [InlineData("idrepository.vid.list", "vidType")]
    [InlineData("idrepository.vid.list", "expiryTimestamp")]
    [InlineData("idrepository.vid.list", "genratedOnTimestamp")]
    [InlineData("idrepository.vid.create", "VID")]
    [InlineData("idrepository.vid.update", "vidStatus")]
    [InlineData("ida.history", "authTransactions")]
    [InlineData("ida.history", "requestdatetime")]
    [InlineData("ida.history", "authtypeCode")]
    [InlineData("ida.history", "statusCode")]
    [InlineData("keymanager.pdf-sign", "data")]
    [InlineData("credentialrequest.generate", "requestId")]
    [InlineData("credentialrequest.read", "statusCode")]
    public async Task A_field_that_changed_its_type_is_a_problem_and_never_an_exception(string operation, string field)
    {
        await using var platform = platforms.Fresh("1.3");
        platform.App.Faults.Set(operation, Sandbox.FaultNames.ChangedType, field: field);

        Problem?[] problems = [.. await Reads(platform), .. await Writes(platform)];

        problems.OfType<Problem>().ShouldHaveSingleItem();
    }

    private static async Task<Problem?[]> Reads(SandboxPlatform platform)
    {
        var (registry, uses, signer, requests) = (
            platform.Adapters.GetRequiredService<IVidRegistry>(),
            platform.Adapters.GetRequiredService<IVidUses>(),
            platform.Adapters.GetRequiredService<ICardSigner>(),
            platform.Adapters.GetRequiredService<ICredentialRequests>());
        var order = platform.App.State.Credentials.Order(Sample.Uin.Reveal());
        Problem?[] problems =
        [
            (await registry.ReadPolicyAsync(Cancellation)).Problem,
            (await registry.ListAsync(Sample.Uin, Cancellation)).Problem,
            (await uses.CountAsync(Sample.Uin, [Sample.Vid], DateTimeOffset.UtcNow.AddDays(-30), Cancellation)).Problem,
            (await signer.SignAsync(CardsOnSandboxTests.OnePage(), "MEER1986", Cancellation)).Problem,
            (await requests.FindAsync(order, Cancellation)).Problem,
        ];
        platform.App.State.Credentials.Clear();
        return problems;
    }

    private static async Task<Problem?[]> Writes(SandboxPlatform platform)
    {
        var (registry, requests) = (platform.Adapters.GetRequiredService<IVidRegistry>(), platform.Adapters.GetRequiredService<ICredentialRequests>());
        return
        [
            (await registry.GenerateAsync(Sample.Uin, Temporary, Cancellation)).Problem,
            (await registry.RevokeAsync(Sample.Uin, Sample.Vid, Cancellation)).Problem,
            (await requests.OrderAsync(Sample.Uin, isMasked: true, Cancellation)).Problem,
        ];
    }

    private static void Break(SandboxPlatform platform, string fault) => Services.ToList().ForEach(service => platform.App.Faults.Set(service, fault));

    private SandboxPlatform Broken(string fault)
    {
        var platform = platforms.Fresh("1.3");
        Break(platform, fault);
        return platform;
    }
}
