using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

public sealed class TakeReportContractTests(ApiPortal portal)
{
    private const string Open = "/proxy/audit/log";
    private const string Own = "/auth-proxy/audit/log";

    [Fact]
    public async Task A_report_is_answered_with_nothing_and_kept_as_its_codes()
    {
        var client = await portal.ClientAsync();
        var before = await CountAsync(client.Portal);

        var reply = await client.PostAsync(Open, Report("RES-SER-999"));

        (reply.Status, reply.Bytes.Length).ShouldBe((200, 0));
        (await CountAsync(client.Portal)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_resident_reports_by_another_address_with_a_sign_in_alone()
    {
        var client = await portal.ClientAsync();
        (await client.PostAsync(Own, Report("RP-001"))).Status.ShouldBe(401);
        await client.SignInAsync(client.NewResident());
        var reply = await client.PostAsync(Own, Report("RP-001"));
        (reply.Status, reply.Bytes.Length).ShouldBe((200, 0));
    }

    [Theory]
    [InlineData("auditEventId", 64)]
    [InlineData("auditEventName", 128)]
    [InlineData("auditEventType", 64)]
    [InlineData("sessionUserId", 256)]
    [InlineData("sessionUserName", 128)]
    [InlineData("moduleName", 128)]
    [InlineData("moduleId", 64)]
    [InlineData("description", 2048)]
    public async Task What_is_too_long_or_no_plain_text_is_refused_by_name(string field, int longest)
    {
        var client = await portal.ClientAsync();
        (await client.PostAsync(Open, With(field, new string('x', longest)))).Error.ShouldBeNull();
        (await client.PostAsync(Open, With(field, new string('x', longest + 1)))).Error.ShouldBe(("RES-SER-410", $"Invalid Input Parameter- {field}"));
        (await client.PostAsync(Open, With(field, "a\nb"))).Error.ShouldBe(("RES-SER-410", $"Invalid Input Parameter- {field}"));
    }

    [Fact]
    public async Task A_report_without_an_event_or_without_a_body_is_refused()
    {
        var client = await portal.ClientAsync();
        (await client.PostAsync(Open, With("auditEventId", string.Empty))).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- auditEventId"));
        (await client.PostAsync(Open, new JsonObject())).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- auditEventId"));
        (await client.PostAsync(Open, body: null)).Error.ShouldBe(("RES-SER-418", "Bad Request"));
    }

    private static JsonObject With(string field, string value)
    {
        var report = Report("RP-001");
        report[field] = value;
        return report;
    }

    private static JsonObject Report(string eventId) => new()
    {
        ["auditEventId"] = eventId, ["auditEventName"] = "Home", ["auditEventType"] = "Success", ["actionTimeStamp"] = ApiClient.Now, ["sessionUserName"] = "Meera Kaldan", ["moduleId"] = "RS-HOME", ["description"] = "Opened",
    };

    private static async Task<long> CountAsync(PortalHost portal)
    {
        await using var connection = new SqliteConnection($"Data Source={portal.DatabasePath};Mode=ReadOnly");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM AuditRows WHERE Event = 'ClientReported' AND Note = 'RES-SER-999 RS-HOME'";
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
