using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary>What the operations with a code answer while the platform answers 500, HTML, nothing or late, and when one code is sent twenty times: on a portal of their own.</summary>
public sealed class UnwellPlatformTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private ApiClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartImpatientAsync(("Api:Address", PortalHost.ApiListener), ("Api:OpenToAll", "true"), ("Api:PersonCallsPerMinute", "100000"));
        _client = new ApiClient(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task R_21_One_code_sent_twenty_times_at_once_makes_one_VID()
    {
        var resident = _client.NewResident();
        var (transaction, otp) = await _client.AskOtpAsync(resident);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _client.PostAsync("/vid", Making(resident, transaction, otp))));

        replies.Count(reply => reply.Error is null).ShouldBe(1);
        replies.Where(reply => reply.Error is not null).ShouldAllBe(reply => string.Equals(reply.Error!.Value.Code, "RES-SER-422", StringComparison.Ordinal));
        _portal.Sandbox.State.Outbox.Clear(); // The code to sign in with is another.
        await _client.SignInAsync(resident);
        (await _client.GetAsync("/vids")).Response!.AsArray().Count(vid => string.Equals(vid!["vidType"]!.ToString(), "TEMPORARY", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(FaultNames.Http500)]
    [InlineData(FaultNames.Html200)]
    [InlineData(FaultNames.NullResponse)]
    [InlineData(FaultNames.Hang)]
    public async Task R_01_to_R_07_A_code_that_could_not_be_sent_or_judged_says_so_and_does_nothing(string fault)
    {
        var resident = _client.NewResident();
        var (transaction, otp) = await _client.AskOtpAsync(resident);
        _portal.Sandbox.Faults.Set("ida.auth", fault);
        _portal.Sandbox.Faults.Set("ida.otp", fault);
        _portal.Sandbox.Faults.Set("regproc.status", fault);

        var made = await _client.PostAsync("/vid", Making(resident, transaction, otp));
        var asked = await _client.PostAsync("/req/otp", new JsonObject
        {
            ["transactionID"] = RandomNumberGenerator.GetString("0123456789", 10), ["requestTime"] = ApiClient.Now, ["individualId"] = resident.Uin, ["otpChannel"] = new JsonArray("PHONE"),
        });
        var status = await _client.PostAsync("/rid/check-status", ApiClient.Envelope("mosip.resident.checkstatus", "v1", new JsonObject { ["individualId"] = Residents.MeerasRid, ["individualIdType"] = "RID" }));

        (made.Status, made.Error).ShouldBe((200, ("RES-SER-411", "API resource is not available")));
        (asked.Status, asked.Error).ShouldBe((200, ("RES-SER-425", "while generating otp error is occured")));
        (status.Status, status.Error).ShouldBe((200, ("RES-SER-411", "API resource is not available")));
        _portal.Log.Lines.ShouldNotContain(line => line.Contains("A call of the face ended", StringComparison.Ordinal) || line.Contains(resident.Uin, StringComparison.Ordinal) || line.Contains(otp, StringComparison.Ordinal));
    }

    private static JsonObject Making(Resident resident, string transaction, string otp) => ApiClient.Envelope("mosip.resident.vid", "v1", new JsonObject
    {
        ["transactionID"] = transaction, ["individualId"] = resident.Uin, ["vidType"] = "Temporary", ["otp"] = otp,
    });
}
