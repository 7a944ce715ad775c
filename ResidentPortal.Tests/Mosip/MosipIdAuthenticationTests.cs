using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Codes, asked for and judged over the wire.</summary>
public sealed class MosipIdAuthenticationTests(IdAuthenticationStub ida) : IClassFixture<IdAuthenticationStub>
{
    private const string SentAnswer = """{ "errors": null, "response": { "maskedMobile": "XXXXXX3210", "maskedEmail": null } }""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_is_asked_for_as_the_platform_wants_it()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(IdAuthenticationStub.OtpPath, SentAnswer);

        var outcome = await SendCode(stub.Adapters(), OtpChannel.Email, OtpChannel.Phone);

        outcome.Value.ShouldBe(new MaskedContacts("XXXXXX3210", null));
        var request = stub.Only(IdAuthenticationStub.OtpPath);
        request.Headers["Authorization"].ShouldBe("resident-portal");
        request.Json.GetProperty("id").GetString().ShouldBe("mosip.identity.otp.internal");
        request.Json.GetProperty("version").GetString().ShouldBe("1.0");
        request.Json.GetProperty("transactionID").GetString().ShouldBe("4820193756");
        request.Json.GetProperty("individualId").GetString().ShouldBe("4952408651");
        request.Json.GetProperty("otpChannel").EnumerateArray().Select(channel => channel.GetString()).ShouldBe(["PHONE", "EMAIL"]);
        Regex.IsMatch(request.Json.GetProperty("requestTime").GetString()!, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("otp.notSent", "IDA-OTA-002")]
    [InlineData("otp.channelMissing", "IDA-OTA-007")]
    [InlineData("otp.channelMissing", "IDA-OTA-009")]
    [InlineData("otp.channelLocked", "IDA-MLC-019")]
    [InlineData("otp.tooMany", "IDA-OTA-001")]
    [InlineData("otp.frozen", "IDA-OTA-013")]
    [InlineData("otp.frozen", "IDA-OTA-006")]
    [InlineData("otp.unknownPerson", "IDA-MLC-018")]
    [InlineData("otp.personInactive", "IDA-MLC-022")]
    [InlineData("otp.numberInactive", "IDA-MLC-023")]
    [InlineData("otp.unknownPerson", "IDA-MLC-002")]
    [InlineData("common.refused", "IDA-MLC-009")]
    [InlineData("common.refused", "IDA-MLC-007", "IDA-MLC-006")]
    [InlineData("common.refused", "IDA-NEW-001")]
    [InlineData("common.serviceUnavailable", "KER-ATH-403")]
    [InlineData("common.outcomeUnknown", "IDA-MLC-007")]
    public async Task What_stood_in_the_way_of_sending_is_named(string problem, params string[] codes)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(IdAuthenticationStub.OtpPath, context => context.Error(codes));

        (await SendCode(stub.Adapters(), OtpChannel.Phone)).Problem!.Key.ShouldBe(problem);
        stub.CountOf(IdAuthenticationStub.OtpPath).ShouldBe(1);
    }

    [Fact]
    public async Task A_code_travels_sealed_with_the_time_of_the_request()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(IdAuthenticationStub.CertificatePath, ida.GiveCertificate).On(IdAuthenticationStub.AuthPath, IdAuthenticationStub.Judged);

        var outcome = await Verify(stub.Adapters());

        outcome.IsSuccess.ShouldBeTrue();
        stub.Only(IdAuthenticationStub.CertificatePath).Query.ShouldBe("?applicationId=IDA&referenceId=INTERNAL");
        var request = stub.Only(IdAuthenticationStub.AuthPath);
        request.Headers["Authorization"].ShouldBe("resident-portal");
        request.Body.ShouldNotContain("111111");
        request.Json.GetProperty("transactionID").GetString().ShouldBe("4820193756");
        request.Json.GetProperty("consentObtained").GetBoolean().ShouldBeTrue();
        request.Json.GetProperty("requestedAuth").GetProperty("otp").GetBoolean().ShouldBeTrue();
        request.Json.GetProperty("thumbprint").GetString().ShouldBe(ida.Thumbprint);
        request.Json.TryGetProperty("env", out _).ShouldBeFalse();
        request.Json.TryGetProperty("domainUri", out _).ShouldBeFalse();
        var sealedJson = ida.Open(request.Json);
        sealedJson.GetProperty("otp").GetString().ShouldBe("111111");
        sealedJson.GetProperty("timestamp").GetString().ShouldBe(request.Json.GetProperty("requestTime").GetString());
        sealedJson.EnumerateObject().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Environment_and_domain_are_named_where_they_are_set()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(IdAuthenticationStub.CertificatePath, ida.GiveCertificate).On(IdAuthenticationStub.AuthPath, IdAuthenticationStub.Judged);

        await Verify(stub.Adapters(settings: [("Environment", "Staging"), ("DomainUri", "https://api.example.org")]));

        var body = stub.Only(IdAuthenticationStub.AuthPath).Json;
        body.GetProperty("env").GetString().ShouldBe("Staging");
        body.GetProperty("domainUri").GetString().ShouldBe("https://api.example.org");
    }

    [Theory]
    [InlineData("otp.wrong", "IDA-OTA-004")]
    [InlineData("otp.expired", "IDA-OTA-003")]
    [InlineData("otp.noneActive", "IDA-OTA-012")]
    [InlineData("otp.otherTransaction", "IDA-OTA-005")]
    [InlineData("otp.otherNumber", "IDA-OTA-010")]
    [InlineData("otp.personInactive", "IDA-MLC-022")]
    [InlineData("otp.numberInactive", "IDA-MLC-023")]
    [InlineData("otp.frozen", "IDA-OTA-013")]
    [InlineData("otp.unknownPerson", "IDA-MLC-018")]
    [InlineData("otp.channelLocked", "IDA-MLC-019")]
    [InlineData("common.refused", "IDA-MLC-011")]
    [InlineData("common.serviceUnavailable", "IDA-MLC-007", "IDA-MPA-016")]
    [InlineData("common.outcomeUnknown", "IDA-MLC-007")]
    public async Task Why_a_code_was_not_taken_is_named(string problem, params string[] codes)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(IdAuthenticationStub.CertificatePath, ida.GiveCertificate).On(IdAuthenticationStub.AuthPath, context => context.Error(codes));

        (await Verify(stub.Adapters())).Problem!.Key.ShouldBe(problem);
        stub.CountOf(IdAuthenticationStub.AuthPath).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{ "errors": null, "response": { "authStatus": false } }""")]
    [InlineData("""{ "errors": null, "response": { "authStatus": "true" } }""")]
    [InlineData("""{ "errors": null, "response": { } }""")]
    public async Task Only_a_plain_yes_is_a_success(string answer)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(IdAuthenticationStub.CertificatePath, ida.GiveCertificate).On(IdAuthenticationStub.AuthPath, answer);

        (await Verify(stub.Adapters())).Problem.ShouldBe(CommonProblems.OutcomeUnknown);
    }

    [Fact]
    public async Task The_certificate_is_asked_for_once()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(IdAuthenticationStub.CertificatePath, ida.GiveCertificate).On(IdAuthenticationStub.AuthPath, IdAuthenticationStub.Judged);
        var adapters = stub.Adapters();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Verify(adapters)));

        stub.CountOf(IdAuthenticationStub.CertificatePath).ShouldBe(1);
    }

    [Theory]
    [InlineData("IDA-MPA-003")]
    [InlineData("IDA-MPA-004")]
    public async Task After_a_change_of_keys_the_new_certificate_is_fetched_and_the_code_sealed_anew(string code)
    {
        using var former = new IdAuthenticationStub();
        await using var stub = await PlatformStub.StartAsync();
        stub.On(IdAuthenticationStub.CertificatePath, former.GiveCertificate, ida.GiveCertificate)
            .On(IdAuthenticationStub.AuthPath, context => context.Error("IDA-MLC-007", code), context => context.Json(IdAuthenticationStub.Judged));

        (await Verify(stub.Adapters())).IsSuccess.ShouldBeTrue();

        ida.Open(stub.Seen.Last(request => request.Is(IdAuthenticationStub.AuthPath)).Json).GetProperty("otp").GetString().ShouldBe("111111");
    }

    [Fact]
    public async Task A_seal_that_never_opens_is_given_up_after_the_second_time()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(IdAuthenticationStub.CertificatePath, ida.GiveCertificate).On(IdAuthenticationStub.AuthPath, context => context.Error("IDA-MLC-007", "IDA-MPA-003"));

        (await Verify(stub.Adapters())).Problem.ShouldBe(CommonProblems.ServiceUnavailable);

        stub.CountOf(IdAuthenticationStub.AuthPath).ShouldBe(2);
    }

    [Theory]
    [InlineData("""{ "response": { "certificate": "no certificate" } }""")]
    [InlineData("""{ "response": { } }""")]
    [InlineData("""{ "errors": [ { "errorCode": "KER-KMS-012" } ] }""")]
    public async Task Without_a_certificate_no_code_is_judged(string answer)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(IdAuthenticationStub.CertificatePath, answer);

        (await Verify(stub.Adapters())).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        stub.CountOf(IdAuthenticationStub.AuthPath).ShouldBe(0);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    [InlineData(3600)]
    [InlineData(-3600)]
    public async Task A_clock_that_is_off_is_corrected_by_the_answer_and_stays_so(int seconds)
    {
        var platform = new FakeTimeProvider(new DateTimeOffset(2026, 7, 14, 9, 30, 0, TimeSpan.Zero));
        var ours = new FakeTimeProvider(platform.GetUtcNow().AddSeconds(seconds));
        await using var stub = await PlatformStub.StartAsync();
        stub.On(IdAuthenticationStub.OtpPath, context => JudgeTime(context, stub, IdAuthenticationStub.OtpPath, platform, SentAnswer))
            .On(IdAuthenticationStub.CertificatePath, ida.GiveCertificate)
            .On(IdAuthenticationStub.AuthPath, context => JudgeTime(context, stub, IdAuthenticationStub.AuthPath, platform, IdAuthenticationStub.Judged));
        var adapters = stub.Adapters(ours);

        (await SendCode(adapters, OtpChannel.Phone)).IsSuccess.ShouldBeTrue();
        (await Verify(adapters)).IsSuccess.ShouldBeTrue();

        stub.CountOf(IdAuthenticationStub.OtpPath).ShouldBe(seconds is -90 ? 1 : 2);
        stub.CountOf(IdAuthenticationStub.AuthPath).ShouldBe(1);
    }

    [Fact]
    public async Task A_time_that_is_refused_though_the_clocks_agree_is_not_sent_again()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 14, 9, 30, 0, TimeSpan.Zero));
        await using var stub = await PlatformStub.StartAsync();
        stub.On(IdAuthenticationStub.OtpPath, """{ "responseTime": "2026-07-14T09:30:00.500Z", "errors": [ { "errorCode": "IDA-MLC-001" } ] }""");

        (await SendCode(stub.Adapters(clock), OtpChannel.Phone)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        stub.CountOf(IdAuthenticationStub.OtpPath).ShouldBe(1);
    }

    private static Task<Outcome<MaskedContacts>> SendCode(IServiceProvider adapters, params OtpChannel[] channels) =>
        adapters.GetRequiredService<IIdAuthentication>().SendCodeAsync(Sample.ByUin, Sample.Transaction, channels, Cancellation);

    private static Task<Outcome<Done>> Verify(IServiceProvider adapters) =>
        adapters.GetRequiredService<IIdAuthentication>().VerifyCodeAsync(Sample.ByUin, Sample.Transaction, Sample.Code, Cancellation);

    /// <summary>The platform's window: 150 seconds back, 30 ahead.</summary>
    private static Task JudgeTime(HttpContext context, PlatformStub stub, string path, FakeTimeProvider platform, string success)
    {
        var now = platform.GetUtcNow();
        var age = now - stub.Seen.Last(request => request.Is(path)).Json.GetProperty("requestTime").GetDateTimeOffset();
        var time = now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var inTime = age <= TimeSpan.FromSeconds(150) && age >= TimeSpan.FromSeconds(-30);
        return context.Json(inTime ? success : $$"""{ "responseTime": "{{time}}", "errors": [ { "errorCode": "IDA-MLC-001" } ], "response": null }""");
    }
}
