using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>What the portal hands over: text messages, e-mails and audit events; and the templates it writes with.</summary>
public sealed class MosipMessagesTests
{
    private const string SmsPath = "POST /v1/notifier/sms/send";
    private const string EmailPath = "POST /v1/notifier/email/send";
    private const string TemplatePath = "GET /v1/masterdata/templates/eng/lock-unlock-auth-success_SMS";
    private const string AuditPath = "POST /v1/auditmanager/audits";

    private static readonly PlatformAuditEvent Event = new(
        "RES-SER-213", "REQ_AUTH_LOCK_UNLOCK", "Success", "RS-AUTH_LOCK_UNLOCK", new DateTimeOffset(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero), new string('A', 64), "seq 7");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{ "response": { "status": "success", "message": "queued" }, "errors": [] }""", null)]
    [InlineData("""{ "response": { "status": "SUCCESS" }, "errors": null }""", null)]
    [InlineData("""{ "response": { "status": "failure" }, "errors": [] }""", "common.refused")]
    [InlineData("""{ "errors": [ { "errorCode": "KER-NOS-001" } ] }""", "common.refused")]
    [InlineData("""{ "errors": [ { "errorCode": "KER-NOS-010" } ] }""", "common.refused")]
    [InlineData("""{ "errors": [ { "errorCode": "KER-NOS-500" } ] }""", "common.serviceUnavailable")]
    [InlineData("""{ "response": { "status": { } } }""", "common.serviceUnavailable")]
    [InlineData("<html>", "common.serviceUnavailable")]
    public async Task A_text_message_is_queued_or_it_is_known_why_not(string answer, string? problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(SmsPath, answer);

        var outcome = await stub.Adapters().GetRequiredService<INotifier>().SendSmsAsync("9000000001", "Your lock is on.", Cancellation);

        outcome.Problem?.Key.ShouldBe(problem);
        outcome.IsSuccess.ShouldBe(problem is null);
        stub.Only(SmsPath).Json.GetProperty("request").ToString().ShouldBe("""{"number":"9000000001","message":"Your lock is on."}""");
    }

    [Fact]
    public async Task An_email_goes_in_parts_and_its_subject_in_one_line()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(EmailPath, """{ "response": { "status": "success" } }""");

        var outcome = await stub.Adapters().GetRequiredService<INotifier>().SendEmailAsync("meera.k@example.org", "قفل\r\nBcc: else@example.org", "<p>é</p>", Cancellation);

        outcome.IsSuccess.ShouldBeTrue();
        var request = stub.Only(EmailPath);
        var context = new DefaultHttpContext();
        context.Request.ContentType = request.Headers["Content-Type"];
        context.Request.Body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(request.Body));
        var form = await context.Request.ReadFormAsync(Cancellation);
        form.Keys.ShouldBe(["mailTo", "mailSubject", "mailContent"]);
        form["mailTo"].ToString().ShouldBe("meera.k@example.org");
        form["mailSubject"].ToString().ShouldBe("قفل  Bcc: else@example.org");
        form["mailContent"].ToString().ShouldBe("<p>é</p>");
    }

    [Theory]
    [InlineData("KER-NOE-001", "common.refused")]
    [InlineData("KER-NOE-003", "common.refused")]
    [InlineData("KER-NOE-005", "common.serviceUnavailable")]
    [InlineData("KER-NOE-500", "common.serviceUnavailable")]
    public async Task An_email_that_is_not_queued_is_known_why(string code, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(EmailPath, context => context.Error(code));

        (await stub.Adapters().GetRequiredService<INotifier>().SendEmailAsync("meera.k@example.org", "s", "c", Cancellation)).Problem!.Key.ShouldBe(problem);
        stub.CountOf(EmailPath).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{ "response": { "templates": [ { "fileText": "Dear $name", "isActive": true } ] }, "errors": [] }""", "Dear $name")]
    [InlineData("""{ "errors": [ { "errorCode": "KER-MSD-046" } ] }""", null)]
    [InlineData("""{ "response": { "templates": [] } }""", null)]
    public async Task A_template_is_kept_for_an_hour_whether_there_is_one_or_not(string answer, string? text)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 14, 9, 30, 0, TimeSpan.Zero));
        await using var stub = await PlatformStub.StartAsync();
        stub.On(TemplatePath, answer);
        var templates = stub.Adapters(clock).GetRequiredService<IMessageTemplates>();

        (await Find()).Value.Text.ShouldBe(text);
        clock.Advance(TimeSpan.FromMinutes(59));
        await Find();
        stub.CountOf(TemplatePath).ShouldBe(1);
        clock.Advance(TimeSpan.FromMinutes(1));
        await Find();
        stub.CountOf(TemplatePath).ShouldBe(2);

        Task<Outcome<MessageTemplate>> Find() => templates.FindAsync("eng", "lock-unlock-auth-success_SMS", Cancellation);
    }

    [Fact]
    public async Task A_failure_to_fetch_a_template_is_not_kept()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(TemplatePath, context => context.Error("KER-MSD-045"), context => context.Json("""{ "response": { "templates": [ { "fileText": "x" } ] } }"""));
        var templates = stub.Adapters().GetRequiredService<IMessageTemplates>();

        (await templates.FindAsync("eng", "lock-unlock-auth-success_SMS", Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await templates.FindAsync("eng", "lock-unlock-auth-success_SMS", Cancellation)).Value.Text.ShouldBe("x");
    }

    [Fact]
    public async Task A_code_with_a_blank_is_a_code()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On("GET /v1/masterdata/templates/eng/order-a-physical-card-positive purpose", """{ "response": { "templates": [ { "fileText": "x" } ] } }""");

        (await stub.Adapters().GetRequiredService<IMessageTemplates>().FindAsync("eng", "order-a-physical-card-positive purpose", Cancellation)).Value.Text.ShouldBe("x");
    }

    [Fact]
    public async Task An_audit_event_names_nobody_and_keeps_to_the_limits()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(AuditPath, """{ "response": { "status": true }, "errors": null }""");

        var outcome = await stub.Adapters().GetRequiredService<IPlatformAudit>()
            .RecordAsync(Event with { PersonToken = new string('A', 70), Description = new string('d', 3000), EventName = " " }, Cancellation);

        outcome.IsSuccess.ShouldBeTrue();
        var body = stub.Only(AuditPath).Json.GetProperty("request");
        string Text(string name) => body.GetProperty(name).GetString()!;
        (Text("eventId"), Text("eventName"), Text("eventType"), Text("moduleId")).ShouldBe(("RES-SER-213", "unknown", "Success", "RS-AUTH_LOCK_UNLOCK"));
        Text("actionTimeStamp").ShouldBe("2026-03-04T05:06:07.089Z");
        (Text("id").Length, Text("description").Length).ShouldBe((64, 2048));
        (Text("idType"), Text("sessionUserId"), Text("sessionUserName"), Text("createdBy")).ShouldBe(("PERSON_TOKEN", "resident-portal", "resident-portal", "resident-portal"));
        Text("hostName").ShouldNotBeNullOrWhiteSpace();
        Text("hostIp").ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task An_audit_event_about_nobody_says_so()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(AuditPath, """{ "response": { "status": true } }""");

        await stub.Adapters().GetRequiredService<IPlatformAudit>().RecordAsync(Event with { PersonToken = null }, Cancellation);

        var body = stub.Only(AuditPath).Json.GetProperty("request");
        (body.GetProperty("id").GetString(), body.GetProperty("idType").GetString()).ShouldBe(("NO_ID", "NO_ID_TYPE"));
    }

    [Theory]
    [InlineData("""{ "response": { "status": false } }""", "common.refused")]
    [InlineData("""{ "errors": [ { "errorCode": "KER-AUD-002" } ] }""", "common.refused")]
    [InlineData("""{ "errors": [ { "errorCode": "KER-AUD-500" } ] }""", "common.serviceUnavailable")]
    [InlineData("""{ "response": null }""", "common.serviceUnavailable")]
    public async Task An_audit_event_that_is_not_taken_is_known_why(string answer, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(AuditPath, answer);

        (await stub.Adapters().GetRequiredService<IPlatformAudit>().RecordAsync(Event, Cancellation)).Problem!.Key.ShouldBe(problem);
    }
}
