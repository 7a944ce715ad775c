using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Identifiers;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Codes of the kernel OTP manager, which refuses within its answers.</summary>
public sealed class MosipContactOtpTests
{
    private const string GeneratePath = "POST /v1/otpmanager/otp/generate";
    private const string ValidatePath = "GET /v1/otpmanager/otp/validate";
    private const string Key = "1.a-key_of.ours";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{ "response": { "otp": "482915", "status": "GENERATION_SUCCESSFUL" }, "errors": null }""", null)]
    [InlineData("""{ "response": { "otp": "null", "status": "USER_BLOCKED" }, "errors": null }""", "otp.frozen")]
    [InlineData("""{ "response": { "otp": "null", "status": "GENERATION_SUCCESSFUL" }, "errors": null }""", "common.serviceUnavailable")]
    [InlineData("""{ "response": null, "errors": [ { "errorCode": "KER-OTG-001" } ] }""", "common.serviceUnavailable")]
    [InlineData("<html>", "common.serviceUnavailable")]
    public async Task A_code_is_made_or_it_is_known_why_not(string answer, string? problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(GeneratePath, answer);

        var outcome = await stub.Adapters().GetRequiredService<IContactOtp>().GenerateAsync(Key, Cancellation);

        outcome.Problem?.Key.ShouldBe(problem);
        if (problem is null)
        {
            outcome.Value.Reveal().ShouldBe("482915");
        }

        var sent = stub.Only(GeneratePath).Json;
        sent.GetProperty("request").ToString().ShouldBe($$"""{"key":"{{Key}}"}""");
        (sent.GetProperty("id").GetString(), sent.GetProperty("version").GetString()).ShouldBe(("mosip.resident.contact.otp", "1.0"));
    }

    [Theory]
    [InlineData("""{ "response": { "status": "success", "message": "VALIDATION_SUCCESSFUL" }, "errors": null }""", null)]
    [InlineData("""{ "response": { "status": "failure", "message": "VALIDATION_UNSUCCESSFUL" } }""", "otp.wrong")]
    [InlineData("""{ "response": { "status": "failure", "message": "OTP_EXPIRED" } }""", "otp.expired")]
    [InlineData("""{ "response": { "status": "failure", "message": "USER_BLOCKED" } }""", "otp.frozen")]
    [InlineData("""{ "response": { "status": "failure", "message": "SOMETHING_NEW" } }""", "common.outcomeUnknown")]
    [InlineData("""{ "errors": [ { "errorCode": "KER-OTV-005" } ] }""", "otp.noneActive")]
    [InlineData("""{ "errors": [ { "errorCode": "KER-OTV-004" } ] }""", "otp.wrong")]
    [InlineData("""{ "errors": [ { "errorCode": "KER-OTV-500" } ] }""", "common.outcomeUnknown")]
    [InlineData("<html>", "common.outcomeUnknown")]
    public async Task A_code_is_judged_once(string answer, string? problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(ValidatePath, answer);
        OneTimeCode.TryParse("482915", out var code).ShouldBeTrue();

        var outcome = await stub.Adapters().GetRequiredService<IContactOtp>().ValidateAsync(Key, code, Cancellation);

        outcome.Problem?.Key.ShouldBe(problem);
        outcome.IsSuccess.ShouldBe(problem is null);
        stub.Only(ValidatePath).Query.ShouldBe($"?key={Key}&otp=482915");
    }

    [Fact]
    public async Task S_09_Neither_code_nor_key_is_logged()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(ValidatePath, """{ "errors": [ { "errorCode": "KER-OTV-005" } ] }""");
        OneTimeCode.TryParse("482915", out var code).ShouldBeTrue();

        await stub.Adapters().GetRequiredService<IContactOtp>().ValidateAsync(Key, code, Cancellation);

        var log = string.Join('\n', stub.Log.Lines);
        log.ShouldContain("KER-OTV-005");
        log.ShouldNotContain("482915");
        log.ShouldNotContain(Key);
    }
}
