using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Tracking;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Registrations over the wire: where they stand and what they have been through.</summary>
public sealed class MosipRegistrationStatusTests
{
    private const string Rid = "10001100771006920220128223618";
    private const string StatusPath = "POST /registrationprocessor/v1/registrationstatus/externalstatus/search";
    private const string StepsPath = $"GET /registrationprocessor/v1/registrationtransaction/search/{Rid}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPLOAD_PENDING", RegistrationState.NotYetReceived)]
    [InlineData("PROCESSING", RegistrationState.UnderWay)]
    [InlineData("RECEIVED", RegistrationState.UnderWay)]
    [InlineData("RESEND", RegistrationState.SentBack)]
    [InlineData("SOMETHING_NEW", RegistrationState.UnderWay)]
    [InlineData("AWAITING_INFORMATION", RegistrationState.WaitingForPerson)]
    [InlineData("PROCESSED", RegistrationState.Done)]
    [InlineData("UIN_GENERATED", RegistrationState.Done)]
    [InlineData("REJECTED", RegistrationState.Refused)]
    [InlineData("REREGISTER", RegistrationState.RegisterAgain)]
    [InlineData("REPROCESS_FAILED", RegistrationState.RegisterAgain)]
    public async Task The_words_of_the_platform_become_states(string word, RegistrationState state)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(StatusPath, $$"""{ "response": [ { "registrationId": "{{Rid}}", "statusCode": "{{word}}" } ], "errors": [] }""");

        (await Find(stub)).Value.ShouldBe(state);

        var body = stub.Only(StatusPath).Json;
        body.GetProperty("id").GetString().ShouldBe("mosip.registration.external.status");
        body.GetProperty("version").GetString().ShouldBe("1.0");
        body.GetProperty("request")[0].GetProperty("registrationId").GetString().ShouldBe(Rid);
    }

    [Theory]
    [InlineData("tracking.unknownRid", "RPR-RGS-031")]
    [InlineData("tracking.unknownRid", "RPR-RGS-015", "RPR-RGS-008")]
    [InlineData("common.serviceUnavailable", "RPR-RGS-001")]
    [InlineData("common.serviceUnavailable", "RPR-RGS-015", "RPR-RGS-023")]
    [InlineData("common.refused", "RPR-RGS-015", "RPR-RGS-024")]
    public async Task Why_there_is_no_state_is_named(string problem, params string[] codes)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(StatusPath, context => context.Error(codes));

        (await Find(stub)).Problem!.Key.ShouldBe(problem);
    }

    [Theory]
    [InlineData("""{ "response": [], "errors": [] }""")]
    [InlineData("""{ "response": [ { "registrationId": "10001100771006920220128223619", "statusCode": "PROCESSED" } ] }""")]
    [InlineData("""{ "response": [ { "registrationId": "10001100771006920220128223618", "statusCode": { } } ] }""")]
    [InlineData("""{ "response": { "statusCode": "PROCESSED" } }""")]
    public async Task An_answer_about_nothing_or_another_is_no_answer(string answer)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(StatusPath, answer);

        (await Find(stub)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Fact]
    public async Task Steps_come_newest_first_and_those_without_a_stage_are_left_out()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(StepsPath, $$"""
            { "errors": null, "response": [
              { "registrationId": "{{Rid}}", "transactionTypeCode": "PACKET_RECEIVER", "statusCode": "SUCCESS", "createdDateTimes": "2026-03-04T05:01:00.000Z" },
              { "registrationId": "{{Rid}}", "transactionTypeCode": "PRINT_SERVICE", "statusCode": "PROCESSED", "createdDateTimes": "2026-03-04T09:01:00.000Z" },
              { "registrationId": "{{Rid}}", "transactionTypeCode": "WORKFLOW_RESUME", "statusCode": "SUCCESS", "createdDateTimes": "2026-03-04T08:01:00.000Z" },
              { "registrationId": "{{Rid}}", "transactionTypeCode": "UIN_GENERATOR", "statusCode": "PROCESSED", "createdDateTimes": "2026-03-04T08:00:00" },
              { "registrationId": "{{Rid}}", "transactionTypeCode": "VERIFICATION", "statusCode": "REJECTED", "createdDateTimes": "2026-03-04T07:00:00.000Z" },
              { "registrationId": "{{Rid}}", "transactionTypeCode": "CMD_VALIDATION", "statusCode": "IN_PROGRESS", "createdDateTimes": "2026-03-04T06:00:00.000Z" },
              { "registrationId": "{{Rid}}", "transactionTypeCode": "CMD_VALIDATION", "statusCode": "WHATEVER", "createdDateTimes": "2026-03-04T06:30:00.000Z" } ] }
            """);

        (await List(stub)).Value.ShouldBe(
        [
            new StageEntry(RegistrationStage.CardReady, StageResult.GoingOn, At(9, 1)),
            new StageEntry(RegistrationStage.NumberMade, StageResult.Passed, At(8, 0)),
            new StageEntry(RegistrationStage.Verification, StageResult.Failed, At(7, 0)),
            new StageEntry(RegistrationStage.Validation, StageResult.GoingOn, At(6, 0)),
            new StageEntry(RegistrationStage.Received, StageResult.Passed, At(5, 1)),
        ]);
    }

    [Fact]
    public async Task No_steps_noted_is_an_empty_list()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(StepsPath, context => context.Error("RPR-RTS-001"));

        (await List(stub)).Value.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "errors": [ { "errorCode": "RPR-RTS-002" } ] }""")]
    [InlineData("""{ "response": { } }""")]
    [InlineData("""{ "response": [ { "transactionTypeCode": "PRINT", "statusCode": "SUCCESS", "createdDateTimes": [ 2026, 3 ] } ] }""")]
    public async Task Steps_that_cannot_be_read_mean_that_the_service_is_unavailable(string answer)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(StepsPath, answer);

        (await List(stub)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 3, 4, hour, minute, 0, TimeSpan.Zero);

    private static Task<Outcome<RegistrationState>> Find(PlatformStub stub) =>
        stub.Adapters().GetRequiredService<IRegistrationStatus>().FindAsync(Sample.Rid, Cancellation);

    private static Task<Outcome<IReadOnlyList<StageEntry>>> List(PlatformStub stub) =>
        stub.Adapters().GetRequiredService<IRegistrationStatus>().ListStagesAsync(Sample.Rid, Cancellation);
}
