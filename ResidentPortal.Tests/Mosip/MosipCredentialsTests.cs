using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sharing;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Credentials that other programs ask for, over the wire.</summary>
public sealed class MosipCredentialsTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private const string AskPath = "POST /v1/credentialrequest/requestgenerator";
    private const string StatusPath = "GET /v1/credentialrequest/get/5f1c0a6e-7d3b-4d0e-9d53-0d9f0e0a8b11";
    private const string FilePath = "GET /v1/datashare/get/policy/partner/key1";

    private static readonly Guid RequestId = Guid.Parse("5f1c0a6e-7d3b-4d0e-9d53-0d9f0e0a8b11");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Profiles => AdaptersOnSandboxTests.Profiles;

    [Fact]
    public async Task What_a_program_hands_on_goes_out_as_it_wrote_it()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(AskPath, $$"""{ "response": { "requestId": "{{RequestId}}", "id": "4913089685701546" }, "errors": [] }""");
        var order = new CredentialRequestOrder
        {
            IntentId = Guid.NewGuid(), Client = string.Empty, CredentialType = "euin", PartnerId = "bank-1", Attributes = ["fullName"], IsEncrypted = true, EncryptionKey = "482913", Recipient = "r", User = "u",
            AdditionalData = JsonDocument.Parse("""{"a":{"b":[1]}}""").RootElement,
        };

        (await Credentials(stub).RequestAsync(Sample.ByVid, order, Cancellation)).Value.ShouldBe(RequestId);

        stub.Only(AskPath).Json.GetProperty("request").GetRawText().ShouldBe("""
            {"id":"4913089685701546","credentialType":"euin","issuer":"bank-1","recepiant":"r","user":"u","encrypt":true,"encryptionKey":"482913","sharableAttributes":["fullName"],"additionalData":{"a":{"b":[1]}}}
            """);
    }

    [Theory]
    [InlineData("IDR-IDC-002", "common.refused")]
    [InlineData("IDR-CRG-005", "common.outcomeUnknown")]
    public async Task An_error_inside_a_200_is_no_request_and_nothing_is_sent_twice(string code, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(AskPath, context => context.Error(code));

        (await Credentials(stub).RequestAsync(Sample.ByUin, Plain("bank-1", "euin"), Cancellation)).Problem!.Key.ShouldBe(problem);
        stub.CountOf(AskPath).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{ "id": "4952408651", "statusCode": "LAMINATED_2" }""", "LAMINATED_2", true)]
    [InlineData("""{ "id": "10001100771006920220128223618-PDF", "statusCode": "NEW" }""", "NEW", false)]
    public async Task The_word_of_whoever_has_the_request_goes_on(string response, string word, bool hasPerson)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(StatusPath, $$"""{ "response": {{response}}, "errors": [] }""");

        var found = (await Credentials(stub).FindAsync(RequestId, Cancellation)).Value;

        (found.Word, found.Person is not null).ShouldBe((word, hasPerson));
    }

    [Theory]
    [InlineData("""{ "response": { "statusCode": "see <b>4952408651</b>" }, "errors": [] }""", "common.serviceUnavailable")]
    [InlineData("""{ "response": { "statusCode": null }, "errors": [] }""", "common.serviceUnavailable")]
    [InlineData("""{ "response": null, "errors": [ { "errorCode": "IDR-CRG-003" } ] }""", "sharing.unknownRequest")]
    public async Task What_is_no_word_goes_nowhere(string answer, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(StatusPath, answer);

        (await Credentials(stub).FindAsync(RequestId, Cancellation)).Problem!.Key.ShouldBe(problem);
    }

    [Fact]
    public async Task A_card_is_fetched_at_data_share_without_the_portals_token()
    {
        await using var stub = await PlatformStub.StartAsync();
        Tell(stub, $"{stub.Address.AbsoluteUri}v1/datashare/get/policy/partner/key1");
        stub.On(FilePath, context => context.Response.WriteAsync("%PDF-1.7 card", context.RequestAborted));

        (await Credentials(stub).FetchCardAsync(RequestId, Cancellation)).Value.ShouldBe("%PDF-1.7 card"u8.ToArray());
        stub.Only(FilePath).Cookie.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://elsewhere.example/v1/datashare/get/policy/partner/key1")]
    [InlineData("{base}v1/keymanager/get/policy/partner/key1")]
    [InlineData("{base}v1/datashare/../keymanager/key1")]
    [InlineData("{base}v1/datashare/%2e%2e/keymanager/key1")]
    [InlineData("{base}v1/datashare/get/policy/partner/key1?to=x")]
    [InlineData("{base}v1/datashare/")]
    [InlineData("v1/datashare/get/policy/partner/key1")]
    public async Task An_address_elsewhere_is_not_followed(string address)
    {
        await using var stub = await PlatformStub.StartAsync();
        Tell(stub, address.Replace("{base}", stub.Address.AbsoluteUri, StringComparison.Ordinal));

        (await Credentials(stub).FetchCardAsync(RequestId, Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);

        stub.Seen.Select(seen => seen.Path).ShouldAllBe(path => path.StartsWith("/v1/authmanager", StringComparison.Ordinal) || path.StartsWith("/v1/credentialrequest", StringComparison.Ordinal));
        stub.Log.Lines.ShouldContain(line => line.Contains("not at the data share of the settings", StringComparison.Ordinal));
        stub.Log.Lines.ShouldNotContain(line => line.Contains("key1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(404, "", "sharing.noCard")]
    [InlineData(410, "", "sharing.noCard")]
    [InlineData(200, """{ "errors": [ { "errorCode": "DAT-SER-006" } ] }""", "sharing.noCard")]
    [InlineData(200, "", "sharing.noCard")]
    [InlineData(500, "", "common.serviceUnavailable")]
    [InlineData(302, "", "common.serviceUnavailable")]
    public async Task What_is_no_card_is_not_handed_on(int status, string body, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        Tell(stub, $"{stub.Address.AbsoluteUri}v1/datashare/get/policy/partner/key1");
        stub.On(FilePath, context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body, context.RequestAborted);
        });

        (await Credentials(stub).FetchCardAsync(RequestId, Cancellation)).Problem!.Key.ShouldBe(problem);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_card_is_asked_for_made_and_fetched_on_both_platforms(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var credentials = platform.Adapters.GetRequiredService<IPartnerCredentials>();
        var request = (await credentials.RequestAsync(Sample.ByUin, Plain(Sandbox.CredentialRegister.DigitalCard, "PDFCard"), Cancellation)).Value;
        (await credentials.FetchCardAsync(request, Cancellation)).Problem.ShouldBe(SharingProblems.NoCard);

        platform.App.State.Age(TimeSpan.FromMinutes(2));

        (await credentials.FindAsync(request, Cancellation)).Value.ShouldBe(new CredentialStanding(Sample.ByUin, "STORED"));
        (await credentials.FetchCardAsync(request, Cancellation)).Value.AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue();
        platform.App.State.Age(TimeSpan.FromHours(5));
        (await credentials.FetchCardAsync(request, Cancellation)).Problem.ShouldBe(SharingProblems.NoCard);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Types_policies_and_organisations_are_read_on_both_platforms(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var credentials = platform.Adapters.GetRequiredService<IPartnerCredentials>();

        var first = (await credentials.ListTypesAsync(Cancellation)).Value[0];
        (first.Id, first.Name, first.Issuers.Single()).ShouldBe(("idtype1", "National identity", new CredentialIssuer("mos", "Mosip")));
        (await credentials.ReadPolicyAsync("partner-harbour-bank", "vercred", Cancellation)).Value.Document.GetProperty("policies").GetProperty("shareableAttributes").GetArrayLength().ShouldBe(8);
        (await credentials.ReadPolicyAsync("nobody", "vercred", Cancellation)).Problem.ShouldBe(SharingProblems.UnknownPartner);
        var partners = platform.Adapters.GetRequiredService<IPartners>();
        (await partners.ListAllAsync("Print_Partner", Cancellation)).Value.Single().ShouldBe(
            new ListedPartner { Id = "mpartner-default-print", Name = "State Printing House", Type = "Print_Partner", Status = "ACTIVE", Address = "Casablanca" });
        (await partners.ListAllAsync(type: null, Cancellation)).Value.Count.ShouldBe(6);
        (await partners.ListAsync(Cancellation)).Value.Count.ShouldBe(3);
    }

    private static void Tell(PlatformStub stub, string address) =>
        stub.On(StatusPath, $$"""{ "response": { "requestId": "{{RequestId}}", "id": "4952408651", "statusCode": "STORED", "url": "{{address}}" }, "errors": [] }""");

    private static CredentialRequestOrder Plain(string partner, string type) => new() { IntentId = Guid.NewGuid(), Client = string.Empty, CredentialType = type, PartnerId = partner };

    private static IPartnerCredentials Credentials(PlatformStub stub) => stub.Adapters().GetRequiredService<IPartnerCredentials>();
}
