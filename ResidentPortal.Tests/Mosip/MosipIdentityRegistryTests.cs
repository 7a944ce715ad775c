using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Identities over the wire, in the shapes that countries give them.</summary>
public sealed class MosipIdentityRegistryTests
{
    private const string Post = "POST /idrepository/v1/identity/idvid/";
    private const string GetByUin = "GET /idrepository/v1/identity/idvid/4952408651";

    private const string Meera = """
        { "errors": [], "response": { "status": "ACTIVATED", "documents": [], "identity": {
            "IDSchemaVersion": 0.1, "UIN": "4952408651",
            "fullName": [ { "language": "eng", "value": "Meera Kaldan" }, { "language": "fra", "value": "Mira Kaldane" } ],
            "phone": "9876543210", "email": "meera.k@example.org", "preferredLang": "eng" } } }
        """;

    [Fact]
    public async Task An_identity_is_reduced_to_what_the_portal_needs()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera);

        var identity = (await Find(stub, Sample.ByVid)).Value;

        identity.Uin.ShouldBe(Sample.Uin);
        identity.Status.ShouldBe(IdentityStatus.Activated);
        identity.Names["eng"].ShouldBe("Meera Kaldan");
        identity.Names["fra"].ShouldBe("Mira Kaldane");
        (identity.Phone, identity.Email, identity.PreferredLanguage).ShouldBe(("9876543210", "meera.k@example.org", "eng"));
    }

    [Fact]
    public async Task The_number_stays_out_of_the_address_where_the_platform_allows_it()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera);

        await Find(stub, Sample.ByVid);

        var request = stub.Only(Post);
        request.Json.GetProperty("id").GetString().ShouldBe("4913089685701546");
        request.Json.GetProperty("idType").GetString().ShouldBe("VID");
    }

    [Fact]
    public async Task An_older_platform_is_asked_by_address()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(GetByUin, Meera);

        (await Find(stub, Sample.ByUin, ("PlatformVersion", "1.2.0.1"))).IsSuccess.ShouldBeTrue();

        stub.CountOf(Post).ShouldBe(0);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    public async Task A_platform_that_lacks_the_newer_way_is_asked_the_older_way_from_then_on(int status)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, "<html>no such page</html>", status).On(GetByUin, Meera);
        var registry = stub.Adapters().GetRequiredService<IIdentityRegistry>();

        (await registry.FindAsync(Sample.ByUin, TestContext.Current.CancellationToken)).IsSuccess.ShouldBeTrue();
        (await registry.FindAsync(Sample.ByUin, TestContext.Current.CancellationToken)).IsSuccess.ShouldBeTrue();

        (stub.CountOf(Post), stub.CountOf(GetByUin)).ShouldBe((1, 2));
    }

    [Fact]
    public async Task A_platform_that_refuses_the_newer_way_in_its_envelope_is_asked_the_older_way()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, context => context.Error("IDR-IDC-003")).On(GetByUin, Meera);

        (await Find(stub, Sample.ByUin)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_service_that_is_gone_altogether_does_not_end_the_newer_way()
    {
        await using var stub = await PlatformStub.StartAsync();
        var registry = stub.Adapters().GetRequiredService<IIdentityRegistry>();

        (await registry.FindAsync(Sample.ByUin, TestContext.Current.CancellationToken)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        stub.On(Post, Meera);

        (await registry.FindAsync(Sample.ByUin, TestContext.Current.CancellationToken)).IsSuccess.ShouldBeTrue();
        stub.CountOf(GetByUin).ShouldBe(1);
    }

    [Theory]
    [InlineData("IDR-IDC-007", "profile.unknownPerson")]
    [InlineData("IDR-VID-001", "profile.unknownPerson")]
    [InlineData("IDR-VID-004", "profile.unknownPerson")]
    [InlineData("IDR-IDC-002", "profile.unknownPerson")]
    [InlineData("IDR-IDC-004", "common.serviceUnavailable")]
    [InlineData("IDR-IDC-011", "common.serviceUnavailable")]
    [InlineData("IDR-IDS-003", "common.serviceUnavailable")]
    [InlineData("IDR-NEW-001", "common.refused")]
    public async Task What_stood_in_the_way_is_named(string code, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, context => context.Error(code));

        (await Find(stub, Sample.ByVid)).Problem!.Key.ShouldBe(problem);
    }

    [Theory]
    [InlineData("BLOCKED", IdentityStatus.Blocked)]
    [InlineData("DEACTIVATED", IdentityStatus.Deactivated)]
    public async Task A_status_that_is_not_active_is_told(string word, IdentityStatus status)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera.Replace("ACTIVATED", word, StringComparison.Ordinal));

        (await Find(stub, Sample.ByUin)).Value.Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_UIN_may_be_a_number_and_a_name_plain_text()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, """{ "response": { "status": "ACTIVATED", "identity": { "UIN": 4952408651, "firstName": "Meera", "lastName": "Kaldan", "phone": null, "tongue": [ { "language": "eng", "value": "ara" } ] } } }""");

        var identity = (await Find(stub, Sample.ByVid, ("IdentityAttributes:Name", "firstName, lastName"), ("IdentityAttributes:PreferredLanguage", "tongue"))).Value;

        identity.Uin.ShouldBe(Sample.Uin);
        identity.Names.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create("eng", "Meera Kaldan"));
        (identity.Phone, identity.Email, identity.PreferredLanguage).ShouldBe((null, null, "ara"));
    }

    [Theory]
    [InlineData("""{ "response": { "status": "ACTIVATED", "identity": "none" } }""")]
    [InlineData("""{ "response": { "status": "ACTIVATED", "identity": { "UIN": { } } } }""")]
    [InlineData("""{ "response": { "status": "ACTIVATED", "identity": { "UIN": "1234" } } }""")]
    [InlineData("""{ "response": { "status": "ASLEEP", "identity": { "UIN": "4952408651" } } }""")]
    [InlineData("""{ "response": { "status": 1, "identity": { "UIN": "4952408651" } } }""")]
    [InlineData("""{ "response": [ ] }""")]
    public async Task An_answer_in_another_shape_means_that_the_service_is_unavailable(string answer)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, answer);

        (await Find(stub, Sample.ByVid)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Fact]
    public async Task Somebody_else_than_was_asked_for_is_not_believed()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera.Replace("4952408651", "4195891024", StringComparison.Ordinal));

        (await Find(stub, Sample.ByUin)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Fact]
    public async Task The_identity_a_registration_led_to_is_asked_for_by_its_RID()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera);

        (await stub.Adapters().GetRequiredService<IIdentityRegistry>().FindByRidAsync(Sample.Rid, TestContext.Current.CancellationToken)).Value.Uin.ShouldBe(Sample.Uin);

        var request = stub.Only(Post);
        request.Json.GetProperty("id").GetString().ShouldBe("10001100771006920220128223618");
        request.Json.GetProperty("idType").GetString().ShouldBe("ID");
    }

    [Theory]
    [InlineData("IDR-IDC-007", "profile.unknownPerson")]
    [InlineData("IDR-IDC-004", "common.serviceUnavailable")]
    public async Task A_registration_that_led_to_nobody_yet_is_told_from_a_service_that_stumbled(string code, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, context => context.Error(code));

        (await stub.Adapters().GetRequiredService<IIdentityRegistry>().FindByRidAsync(Sample.Rid, TestContext.Current.CancellationToken)).Problem!.Key.ShouldBe(problem);
    }

    private static Task<Outcome<Identity>> Find(PlatformStub stub, IndividualId who, params (string Key, string Value)[] settings) =>
        stub.Adapters(settings: settings).GetRequiredService<IIdentityRegistry>().FindAsync(who, TestContext.Current.CancellationToken);
}
