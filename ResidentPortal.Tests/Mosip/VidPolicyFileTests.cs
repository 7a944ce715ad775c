using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>The policy of virtual IDs, a plain file on the platform's config server.</summary>
public sealed class VidPolicyFileTests
{
    private const string FilePath = "GET /config/mosip-vid-policy.json";

    private const string Shipped = """
        { "vidPolicies": [
          { "vidType": "Perpetual", "vidPolicy": { "validForInMinutes": null, "transactionsAllowed": null, "instancesAllowed": 1, "autoRestoreAllowed": true, "restoreOnAction": "REVOKED" } },
          { "vidType": "Temporary", "vidPolicy": { "validForInMinutes": 30, "transactionsAllowed": 2, "instancesAllowed": 5, "autoRestoreAllowed": false, "restoreOnAction": "REGENERATE" } },
          { "vidType": "OneTimeUse", "vidPolicy": { "transactionsAllowed": "2", "instancesAllowed": "5", "autoRestoreAllowed": false } } ] }
        """;

    private static readonly VidPolicy[] AsShipped =
    [
        new(new VidType("Perpetual"), ValidFor: null, Uses: null, Most: 1, ReplacesOldest: true),
        new(new VidType("Temporary"), TimeSpan.FromMinutes(30), Uses: 2, Most: 5, ReplacesOldest: false),
        new(new VidType("OneTimeUse"), ValidFor: null, Uses: 2, Most: 5, ReplacesOldest: false),
    ];

    [Fact]
    public async Task The_file_is_read_in_its_order_and_its_server_gets_no_token()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(FilePath, Shipped);

        (await Read(stub.Adapters())).Value.ShouldBe(AsShipped);

        stub.Only(FilePath).Cookie.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_file_may_stand_at_a_config_servers_own_address()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On("GET /config/*/prod/main/mosip-vid-policy.json", Shipped);

        (await Read(stub.Adapters(settings: ("VidPolicyUrl", $"{stub.Address}config/*/prod/main/mosip-vid-policy.json")))).Value.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_file_is_read_once_an_hour()
    {
        await using var stub = await PlatformStub.StartAsync();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 14, 9, 30, 0, TimeSpan.Zero));
        stub.On(FilePath, Shipped);
        var adapters = stub.Adapters(clock);

        await Read(adapters);
        clock.Advance(TimeSpan.FromMinutes(59));
        await Read(adapters);
        stub.CountOf(FilePath).ShouldBe(1);

        clock.Advance(TimeSpan.FromMinutes(1));
        (await Read(adapters)).Value.ShouldBe(AsShipped);
        stub.CountOf(FilePath).ShouldBe(2);
    }

    [Fact]
    public async Task A_file_that_could_not_be_read_is_asked_for_again()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(FilePath, context => context.Json("{}", 404), context => context.Json(Shipped));
        var adapters = stub.Adapters();

        (await Read(adapters)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await Read(adapters)).IsSuccess.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{ "vidType": " ", "vidPolicy": { "instancesAllowed": 1, "autoRestoreAllowed": true } }""")]
    [InlineData("""{ "vidType": "Odd" }""")]
    [InlineData("""{ "vidType": "Odd", "vidPolicy": { "instancesAllowed": 0, "autoRestoreAllowed": true } }""")]
    [InlineData("""{ "vidType": "Odd", "vidPolicy": { "instancesAllowed": 1, "autoRestoreAllowed": "yes" } }""")]
    [InlineData("""{ "vidType": "Odd", "vidPolicy": { "instancesAllowed": 1, "autoRestoreAllowed": true, "validForInMinutes": "long" } }""")]
    [InlineData("""{ "vidType": "Odd", "vidPolicy": { "instancesAllowed": 1, "autoRestoreAllowed": true, "transactionsAllowed": 0 } }""")]
    [InlineData("""{ "vidType": "TEMPORARY", "vidPolicy": { "instancesAllowed": 9, "autoRestoreAllowed": true } }""")]
    [InlineData("7")]
    public async Task An_entry_that_cannot_be_understood_is_left_out_and_counted(string entry)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(FilePath, $$"""
            { "vidPolicies": [
              { "vidType": "Temporary", "vidPolicy": { "validForInMinutes": 30, "transactionsAllowed": 2, "instancesAllowed": 5, "autoRestoreAllowed": false } }, {{entry}} ] }
            """);

        (await Read(stub.Adapters())).Value.ShouldBe([AsShipped[1]]);

        stub.Log.Lines.ShouldContain(line => line.Contains("The policy of VIDs has 1 entries that cannot be understood", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "vidPolicies": [ { "vidType": "Odd" } ] }""")]
    [InlineData("""{ "vidPolicies": { } }""")]
    [InlineData("{}")]
    [InlineData("<html>config server</html>")]
    public async Task A_file_of_which_nothing_is_left_is_none(string file)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(FilePath, file);

        (await Read(stub.Adapters())).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Fact]
    public async Task A_platform_may_have_no_VIDs_at_all()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(FilePath, """{ "vidPolicies": [] }""");

        (await Read(stub.Adapters())).Value.ShouldBeEmpty();
    }

    private static Task<Outcome<IReadOnlyList<VidPolicy>>> Read(IServiceProvider adapters) =>
        adapters.GetRequiredService<IVidRegistry>().ReadPolicyAsync(TestContext.Current.CancellationToken);
}
