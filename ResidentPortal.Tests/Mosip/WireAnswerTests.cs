using System.Net;
using System.Text;
using ResidentPortal.Core.Mosip;
using ResidentPortal.Core.Mosip.IdAuthentication;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>What counts as an answer, whatever the dialect.</summary>
public sealed class WireAnswerTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 14, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{ "response": { "a": 1 }, "errors": null }""")]
    [InlineData("""{ "response": { "a": 1 }, "errors": [] }""")]
    [InlineData("""{ "response": { "a": 1 } }""")]
    [InlineData("""{ "response": [], "errors": [] }""")]
    public void A_response_without_errors_is_a_success(string body) => Read(200, body).Verdict.ShouldBe(WireVerdict.Success);

    [Theory]
    [InlineData("""{ "response": null, "errors": [ { "errorCode": "A-1" } ] }""")]
    [InlineData("""{ "errors": [ { "errorCode": "A-1", "errorMessage": "x", "actionMessage": "y" } ] }""")]
    [InlineData("""{ "response": { "authStatus": true }, "errors": [ { "errorCode": "A-1" } ] }""")]
    [InlineData("""{ "errors": [ { "errorCode": "A-1" } ] }""", 400)]
    [InlineData("""{ "errors": [ { "errorCode": "A-1" } ] }""", 500)]
    public void Errors_go_before_everything_even_beside_a_response(string body, int status = 200)
    {
        var answer = Read(status, body);

        answer.Verdict.ShouldBe(WireVerdict.Errors);
        answer.Codes.ShouldBe(["A-1"]);
    }

    [Theory]
    [InlineData("<html>Welcome</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{ \"response\": { \"a\"")]
    [InlineData("""{ "response": null, "errors": [] }""")]
    [InlineData("""{ "response": "fine" }""")]
    [InlineData("""{ "errors": [] }""")]
    [InlineData("{}")]
    [InlineData("""{ "response": { }, "errors": { "errorCode": "A-1" } }""")]
    [InlineData("""{ "response": { }, "errors": "A-1" }""")]
    [InlineData("""{ "response": { "a": 1 }, "errors": [] }""", 500)]
    [InlineData("""{ "response": { "a": 1 }, "errors": [] }""", 302)]
    public void Anything_else_is_unusable(string body, int status = 200) => Read(status, body).Verdict.ShouldBe(WireVerdict.Unusable);

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    public void The_door_is_known_by_its_status_alone(int status) =>
        Read(status, """{"errors":[{"errorCode":"KER-ATH-401"}]}{"errors":[{"errorCode":"KER-ATH-401"}]}""").Verdict.ShouldBe(WireVerdict.TurnedAway);

    [Fact]
    public void A_body_that_is_too_large_is_unusable()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK);
        WireAnswer.Of(response, null, Now).Verdict.ShouldBe(WireVerdict.Unusable);
    }

    [Fact]
    public void Codes_that_are_no_codes_do_not_reach_the_log() =>
        Read(200, """{ "errors": [ { "errorCode": "4952408651 is unknown" }, { }, "text", { "errorCode": 7 } ] }""").Codes.ShouldBe(["none", "none", "none", "7"]);

    [Theory]
    [InlineData("""{ "responseTime": "2026-07-14T09:31:30.000Z", "response": {} }""")]
    [InlineData("""{ "responsetime": "2026-07-14T09:31:30", "response": {} }""")]
    [InlineData("""{ "responseTime": "2026-07-14T15:01:30.000+05:30", "errors": [ { "errorCode": "A-1" } ] }""")]
    public void The_clock_of_the_platform_is_read_from_either_spelling(string body) =>
        Read(200, body).PlatformTime.ShouldBe(new DateTimeOffset(2026, 7, 14, 9, 31, 30, TimeSpan.Zero));

    [Fact]
    public void The_most_specific_code_is_picked()
    {
        IdAuthenticationOperations.VerifyCode.MostSpecific(["IDA-MLC-007", "IDA-MPA-003"]).ShouldBe("IDA-MPA-003");
        IdAuthenticationOperations.VerifyCode.MostSpecific(["XYZ-1", "IDA-OTA-004"]).ShouldBe("IDA-OTA-004");
        IdAuthenticationOperations.VerifyCode.MostSpecific(["IDA-MLC-007", "XYZ-1"]).ShouldBe("XYZ-1");
        IdAuthenticationOperations.VerifyCode.MostSpecific(["IDA-MLC-007"]).ShouldBe("IDA-MLC-007");
    }

    private static WireAnswer Read(int status, string body)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        return WireAnswer.Of(response, Encoding.UTF8.GetBytes(body), Now);
    }
}
