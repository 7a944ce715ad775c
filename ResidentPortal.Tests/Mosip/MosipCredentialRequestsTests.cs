using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sandbox;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Credential requests over the wire: orders of printed cards.</summary>
public sealed class MosipCredentialRequestsTests
{
    private const string OrderPath = "POST /v1/credentialrequest/requestgenerator";
    private const string StatusPath = "GET /v1/credentialrequest/get/5f1c0a6e-7d3b-4d0e-9d53-0d9f0e0a8b11";
    private static readonly Guid RequestId = Guid.Parse("5f1c0a6e-7d3b-4d0e-9d53-0d9f0e0a8b11");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, """{"cardType":"UIN","maskingAttributes":[]}""")]
    [InlineData(true, """{"cardType":"MASKED_UIN","maskingAttributes":["UIN"]}""")]
    public async Task A_card_is_ordered_from_the_print_partner_masked_or_full(bool isMasked, string additionalData)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(OrderPath, Ordered(RequestId.ToString()));

        (await Order(stub, isMasked)).Value.ShouldBe(RequestId);

        var body = stub.Only(OrderPath).Json;
        (body.Text("id"), body.Text("version")).ShouldBe(("mosip.credential.request.service.id", "1.0"));
        body.GetProperty("request").GetRawText().ShouldBe($$"""
            {"id":"4952408651","credentialType":"euin","issuer":"mpartner-default-print","recepiant":null,"user":null,"encrypt":false,"encryptionKey":null,"sharableAttributes":[],"additionalData":{{additionalData}}}
            """);
    }

    [Fact]
    public async Task Partner_credential_attributes_and_key_are_settings()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(OrderPath, Ordered(RequestId.ToString()));

        await Order(
            stub,
            isMasked: true,
            ("Print:Partner", "state-printer"),
            ("Print:CredentialType", "vercred"),
            ("Print:Attributes:0", "fullName"),
            ("Print:Attributes:1", "nationalId"),
            ("Print:EncryptionKey", "482913"),
            ("IdentityAttributes:Uin", "nationalId"));

        var request = stub.Only(OrderPath).Json.GetProperty("request");
        (request.Text("issuer"), request.Text("credentialType"), request.Text("encryptionKey")).ShouldBe(("state-printer", "vercred", "482913"));
        request.GetProperty("encrypt").GetBoolean().ShouldBeTrue();
        request.GetProperty("sharableAttributes").GetRawText().ShouldBe("""["fullName","nationalId"]""");
        request.GetProperty("additionalData").GetProperty("maskingAttributes").GetRawText().ShouldBe("""["nationalId"]""");
    }

    [Theory]
    [InlineData("IDR-IDC-002", "common.refused")]
    [InlineData("IDR-IDC-777", "common.refused")]
    [InlineData("IDR-CRG-001", "common.outcomeUnknown")]
    [InlineData("IDR-CRG-005", "common.outcomeUnknown")]
    [InlineData("KER-ATH-403", "common.serviceUnavailable")]
    public async Task An_error_inside_a_200_is_no_order(string code, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(OrderPath, context => context.Error(code));

        (await Order(stub)).Problem!.Key.ShouldBe(problem);

        stub.CountOf(OrderPath).ShouldBe(1);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"4952408651-PDF\"")]
    [InlineData("{ }")]
    public async Task An_order_without_a_request_id_may_have_been_recorded(string requestId)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(OrderPath, $$"""{ "response": { "requestId": {{requestId}}, "id": "4952408651" }, "errors": [] }""");

        (await Order(stub)).Problem.ShouldBe(CommonProblems.OutcomeUnknown);
        stub.CountOf(OrderPath).ShouldBe(1);
    }

    [Theory]
    [InlineData("NEW", OrderStage.Recorded)]
    [InlineData("RETRY", OrderStage.Recorded)]
    [InlineData("ISSUED", OrderStage.WithPrinter)]
    [InlineData("STORED", OrderStage.WithPrinter)]
    [InlineData("RECEIVED", OrderStage.WithPrinter)]
    [InlineData("PAYMENT_CONFIRMED", OrderStage.WithPrinter)]
    [InlineData("PRINTING", OrderStage.Printing)]
    [InlineData("printed", OrderStage.Printed)]
    [InlineData("IN_TRANSIT", OrderStage.InTransit)]
    [InlineData("CARD_DELIVERED", OrderStage.Delivered)]
    [InlineData("FAILED", OrderStage.Failed)]
    [InlineData("ERROR", OrderStage.Failed)]
    [InlineData("PAYMENT_FAILED", OrderStage.Failed)]
    [InlineData("CANCELLED", OrderStage.Cancelled)]
    public async Task A_word_of_platform_or_partner_is_a_stage(string word, OrderStage stage)
    {
        var (outcome, log) = await Find($$"""{ "response": { "requestId": "{{RequestId}}", "id": "4952408651", "statusCode": "{{word}}", "url": null }, "errors": [] }""");

        outcome.Value.ShouldBe(stage);
        log.Lines.ShouldNotContain(line => line.Contains("has no stage for", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_word_that_nobody_knows_is_a_partners_and_only_its_coming_is_logged()
    {
        var (outcome, log) = await Find("""{ "response": { "statusCode": "LAMINATED 4952408651" }, "errors": [] }""");

        outcome.Value.ShouldBe(OrderStage.WithPrinter);
        log.Lines.ShouldContain(line => line.Contains("a word that the portal has no stage for", StringComparison.Ordinal));
        log.Lines.ShouldNotContain(line => line.Contains("4952408651", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "response": { "statusCode": null }, "errors": [] }""", "common.serviceUnavailable")]
    [InlineData("""{ "response": { "statusCode": { "value": "NEW" } }, "errors": [] }""", "common.serviceUnavailable")]
    [InlineData("""{ "response": null, "errors": [ { "errorCode": "IDR-CRG-003" } ] }""", "cards.unknownOrder")]
    [InlineData("""{ "response": null, "errors": [ { "errorCode": "IDR-CRG-001" } ] }""", "common.serviceUnavailable")]
    public async Task What_stood_in_the_way_of_a_look_is_named(string answer, string problem) => (await Find(answer)).Outcome.Problem!.Key.ShouldBe(problem);

    [Fact]
    public void The_sandbox_moves_an_order_by_its_clock()
    {
        var clock = new SandboxClock(new FakeTimeProvider(new DateTimeOffset(2026, 7, 14, 9, 30, 0, TimeSpan.Zero)));
        var orders = new CredentialRegister(clock, id => id is "4952408651");
        var order = orders.Order("4952408651", "MASKED_UIN");
        (TimeSpan Later, string Word)[] way =
        [
            (TimeSpan.Zero, "NEW"), (TimeSpan.FromSeconds(1), "ISSUED"), (TimeSpan.FromMinutes(1), "RECEIVED"), (TimeSpan.FromHours(1), "PRINTING"),
            (TimeSpan.FromDays(1), "PRINTED"), (TimeSpan.FromDays(1), "IN_TRANSIT"), (TimeSpan.FromDays(3), "CARD_DELIVERED"),
        ];

        foreach (var (later, word) in way)
        {
            clock.Age(later);
            orders.StatusOf(order).ShouldBe(word);
        }

        orders.Find(order)!.CardType.ShouldBe("MASKED_UIN");
        orders.Cancel(order).ShouldBeFalse();
        orders.StatusOf(Guid.NewGuid()).ShouldBeNull();
    }

    [Fact]
    public void The_sandbox_finds_out_later_that_it_cannot_issue_and_cancels_only_what_is_new()
    {
        var clock = new SandboxClock(new FakeTimeProvider());
        var orders = new CredentialRegister(clock, id => id is "4952408651");
        Guid[] hopeless = [orders.Order("0000000000"), orders.Order("4952408651", issuer: "nobody"), orders.Order("4952408651", lacksKey: true)];
        var taken = orders.Order("4952408651");

        hopeless.ShouldAllBe(order => orders.StatusOf(order) == "NEW");
        orders.Cancel(taken).ShouldBeTrue();
        clock.Age(TimeSpan.FromSeconds(2));

        hopeless.ShouldAllBe(order => orders.StatusOf(order) == "FAILED");
        orders.StatusOf(taken).ShouldBe("CANCELLED");
    }

    private static string Ordered(string requestId) => $$"""{ "response": { "requestId": "{{requestId}}", "id": "4952408651" }, "errors": [] }""";

    private static Task<Outcome<Guid>> Order(PlatformStub stub, bool isMasked = false, params (string, string)[] settings) =>
        stub.Adapters(settings: settings).GetRequiredService<ICredentialRequests>().OrderAsync(Sample.Uin, isMasked, Cancellation);

    private static async Task<(Outcome<OrderStage> Outcome, CapturedLog Log)> Find(string answer)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(StatusPath, answer);
        return (await stub.Adapters().GetRequiredService<ICredentialRequests>().FindAsync(RequestId, Cancellation), stub.Log);
    }
}
