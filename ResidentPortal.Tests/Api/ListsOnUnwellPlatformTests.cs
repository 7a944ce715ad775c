using System.Text.Json.Nodes;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary>What the face answers while the platform does not, and what it writes down of lost numbers: on a portal of their own, since they spoil its platform.</summary>
public sealed class ListsOnUnwellPlatformTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private ApiClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync(change: null, ("Api:Address", PortalHost.ApiListener), ("Api:OpenToAll", "true"));
        _client = new ApiClient(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Each_operation_says_in_its_own_code_that_the_platform_does_not_answer()
    {
        await _client.SignInAsync(_client.NewResident());
        foreach (var service in (string[])["masterdata.*", "config.*", "regproc.*"])
        {
            _portal.Sandbox.Faults.Set(service, FaultNames.Http500);
        }

        await AnswersAsync("/proxy/masterdata/validdocuments/eng", "RES-SER-412", "Unable to access API resource");
        await AnswersAsync("/proxy/masterdata/gendercode/Female/eng", "RES-SER-412", "Unable to access API resource");
        await AnswersAsync("/auth-proxy/config/identity-mapping", "RES-SER-412", "Unable to access API resource");
        await AnswersAsync("/auth-proxy/masterdata/templates/eng/receive-otp", "RES-SER-415", "Template exception");
        await AnswersAsync("/vid/policy", "RES-SER-426", "while retrieving policy details error is occured");
        await AnswersAsync("/download/supporting-documents?langcode=eng", "RES-SER-412", "Unable to access API resource");
        await AnswersAsync("/download/registration-centers-list?langcode=eng&hierarchylevel=1&name=Rabat", "RES-SER-412", "Unable to access API resource");
        await AnswersAsync($"/aid-stage/{Residents.MeerasRid}", "RES-SER-411", "API resource is not available");
        (await _client.GetAsync("/proxy/config/ui-properties")).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Where_the_platform_does_not_let_the_portal_search_lost_numbers_are_not_to_be_had()
    {
        _portal.Sandbox.Faults.Set("regproc.lostsearch", FaultNames.Http403);
        (await _client.PostAsync("/req/uin/otp", Search("9000000077"))).Error.ShouldBe(("RES-SER-411", "API resource is not available"));
        _portal.Sandbox.State.Outbox.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task S_09_Nothing_of_whom_a_program_looks_for_stands_in_a_log_or_a_table()
    {
        const string Phone = "9000000088";
        (await _client.PostAsync("/req/uin/otp", Search(Phone))).Error.ShouldBeNull();
        var body = Search(Phone);
        var otp = await _portal.ReadCodeAsync(Phone);
        ContractTable.Set(body, "otp", otp);
        var found = await _client.PostAsync("/req/uin", body);
        found.Error.ShouldBeNull(found.Text);

        var logged = string.Join('\n', _portal.Log.Lines);
        string[] secrets = [Phone, "Zebulon Quist", "1029384756", found.Response!["password"]!.ToString()];
        var written = logged + await DatabaseAsync();
        secrets.Where(secret => written.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
        logged.ShouldNotContain(otp);
        _portal.Log.Lines.ShouldContain(line => line.Contains("/resident/v1/req/uin/otp answered 200", StringComparison.Ordinal));
    }

    private async Task AnswersAsync(string path, string code, string message) => (await _client.GetAsync(path)).Error.ShouldBe((code, message), path);

    private async Task<string> DatabaseAsync()
    {
        var text = string.Empty;
        foreach (var file in (string[])[_portal.DatabasePath, $"{_portal.DatabasePath}-wal"])
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
            text += System.Text.Encoding.Latin1.GetString(copy.ToArray());
        }

        return text;
    }

    private static JsonObject Search(string phone) => ApiClient.Envelope("mosip.resident.uin", "v1", new JsonObject
    {
        ["transactionID"] = "1029384756",
        ["individualIdType"] = "demo",
        ["demographics"] = new JsonObject { ["name"] = "Zebulon Quist", ["postalCode"] = "14022", ["phone"] = phone },
    });
}
