using System.Net;
using Microsoft.Data.Sqlite;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>The platform fails in each way it can, and the page says the words that are true then.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private const string Unreachable = "We cannot reach the ID office’s computer now. Nothing was changed. Try again in a few minutes.";
    private const string Update = "idrepository.authtypes.update";
    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartImpatientAsync();
        _client = new PortalClient(_portal);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Theory]
    [InlineData("R-01", FaultNames.Http500)]
    [InlineData("R-03", FaultNames.Html200)]
    [InlineData("R-05", FaultNames.NullResponse)]
    [InlineData("R-07", FaultNames.Hang)]
    [InlineData("R-08", FaultNames.SlowDrip)]
    [InlineData("R-09", FaultNames.ResetAfterSend)]
    public async Task Tracking_says_that_the_ID_office_cannot_be_reached(string number, string fault)
    {
        number.ShouldNotBeNull();
        _portal.Sandbox.Faults.Set("regproc.status", fault);
        var answer = await TrackAsync();
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldContain(Unreachable);
        answer.Title.ShouldStartWith("Error: ");
        answer.Body.ShouldContain($"value=\"{Residents.MeerasRid}\"");
    }

    [Fact]
    public async Task R_04_An_error_in_the_envelope_is_not_taken_for_a_stage()
    {
        _portal.Sandbox.Faults.Set("regproc.status", FaultNames.Errors200, code: "RPR-RGS-999");
        var answer = await TrackAsync();
        answer.Text.ShouldNotContain("Finished");
        answer.Title.ShouldStartWith("Error: ");
    }

    [Fact]
    public async Task R_01_A_platform_that_fails_once_is_asked_once_more_and_nobody_notices()
    {
        _portal.Sandbox.Faults.Set("regproc.status", FaultNames.Http500, times: 1);
        (await TrackAsync()).Text.ShouldContain("Finished");
    }

    [Fact]
    public async Task Stages_that_cannot_be_read_leave_the_answer_without_them()
    {
        _portal.Sandbox.Faults.Set("regproc.stages", FaultNames.Http500);
        (await TrackAsync()).Text.ShouldContain("Your request is finished.");
    }

    [Fact]
    public async Task R_10_A_token_that_ends_between_two_calls_is_made_anew_and_nobody_notices()
    {
        await TrackAsync();
        _portal.Sandbox.Faults.Set("regproc.status", FaultNames.TokenExpired, times: 1);
        (await TrackAsync()).Text.ShouldContain("Finished");
    }

    [Fact]
    public async Task R_11_Without_a_token_service_the_page_says_that_the_ID_office_cannot_be_reached()
    {
        _portal.Sandbox.Faults.Set("authmanager.token", FaultNames.Http500);
        (await TrackAsync()).Text.ShouldContain(Unreachable);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public async Task R_15_A_platform_whose_clock_is_wrong_by_a_minute_and_a_half_still_answers(double seconds)
    {
        _portal.Sandbox.Faults.Set("*", FaultNames.Skew, seconds: seconds);
        (await TrackAsync()).Text.ShouldContain("Finished");
    }

    [Fact]
    public async Task R_02_A_code_that_cannot_be_sent_is_told_on_the_code_page()
    {
        _portal.Sandbox.Faults.Set("ida.otp", FaultNames.Http500);
        await _client.AskForCodeAsync();
        await Eventually.TrueAsync(async () => (await _client.GetAsync(Links.SignInCode)).Text.Contains(Unreachable, StringComparison.Ordinal), TimeSpan.FromSeconds(90), "The code page never said that no code comes.");
    }

    [Theory]
    [InlineData(FaultNames.Http500)]
    [InlineData(FaultNames.Html200)]
    public async Task R_02_A_code_that_cannot_be_judged_signs_nobody_in_and_is_not_called_wrong(string fault)
    {
        var page = await _client.AskForCodeAsync();
        var code = await _portal.ReadCodeAsync();
        _portal.Sandbox.Faults.Set("ida.auth", fault, times: 1);
        var answer = await _client.PostFormAsync(page, "code", ("Code", code));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldNotContain("That code is not right");
        answer.Title.ShouldStartWith("Error: ");
        _client.Cookies.ShouldNotContainKey("__Host-session");
    }

    [Theory]
    [InlineData("R-02", FaultNames.Http500, "Not confirmed yet. It may be done. We look again at ")]
    [InlineData("R-03", FaultNames.Html200, "Not confirmed yet. It may be done. We look again at ")]
    [InlineData("R-05", FaultNames.NullResponse, "Not confirmed yet. It may be done. We look again at ")]
    [InlineData("R-06", FaultNames.IgnoredError, "Not confirmed yet. It may be done. We look again at ")]
    [InlineData("R-06", FaultNames.SuccessThenNothing, "The ID office has taken it. We still check that it is done.")]
    [InlineData("R-07", FaultNames.Hang, "Not confirmed yet. It may be done. We look again at ")]
    [InlineData("R-08", FaultNames.ApplyThenHang, "Not confirmed yet. It may be done. We look again at ")]
    [InlineData("R-12", FaultNames.Duplicate, "Not confirmed yet. It may be done. We look again at ")]
    public async Task A_lock_whose_answer_goes_astray_is_asked_for_once_and_the_receipt_says_what_was_read_back(string number, string fault, string words)
    {
        number.ShouldNotBeNull();
        await _client.SignInAsync();
        _portal.Sandbox.Faults.Set(Update, fault, times: 1);
        var receipt = await LockAsync();
        receipt.Text.ShouldContain(words);
        receipt.Text.ShouldContain("Please do not send it again. We keep looking and tell you.");
        await _client.GetAsync(Links.Locks);
        _portal.Sandbox.Calls.Count(Update).ShouldBe(1);
    }

    [Theory]
    [InlineData(FaultNames.ResetAfterSend)]
    [InlineData(FaultNames.ApplyThen500)]
    public async Task R_09_A_lock_that_was_done_but_not_answered_is_found_done_at_the_next_look(string fault)
    {
        await _client.SignInAsync();
        _portal.Sandbox.Faults.Set(Update, fault, times: 1);
        var receipt = await LockAsync();
        receipt.Text.ShouldContain("Not confirmed yet. It may be done. We look again at ");
        await Eventually.TrueAsync(async () => (await _client.GetAsync(receipt.Path)).Text.Contains("Done. We checked at ", StringComparison.Ordinal), TimeSpan.FromSeconds(90), "The receipt never said that it is done.");
        _portal.Sandbox.Calls.Count(Update).ShouldBe(1);
    }

    [Fact]
    public async Task R_04_A_lock_that_the_ID_office_refuses_is_told_as_refused()
    {
        await _client.SignInAsync();
        _portal.Sandbox.Faults.Set(Update, FaultNames.Errors200, times: 1, code: "IDR-IDC-002");
        var receipt = await LockAsync();
        receipt.Text.ShouldContain("The ID office said no. Nothing was changed.");
    }

    [Fact]
    public async Task R_01_A_lock_is_sent_also_where_its_state_cannot_be_read_and_is_called_taken_not_done()
    {
        await _client.SignInAsync();
        var locks = await _client.GetAsync(Links.Locks);
        _portal.Sandbox.Faults.Set("idrepository.authtypes.read", FaultNames.Http500);
        var asked = await _client.PostFormAsync(locks, "lock-Fingerprint");
        (await _client.GetAsync(asked.Location.ShouldNotBeNull())).Text.ShouldContain("The ID office has taken it. We still check that it is done.");
        _portal.Sandbox.Calls.Count(Update).ShouldBe(1);
    }

    [Fact]
    public async Task R_01_Locks_that_cannot_be_read_close_their_page_alone()
    {
        await _client.SignInAsync();
        _portal.Sandbox.Faults.Set("idrepository.authtypes.read", FaultNames.Http500);
        var locks = await _client.GetAsync(Links.Locks);
        locks.Text.ShouldContain("We cannot show your locks now");
        locks.Text.ShouldContain("Nothing was changed. Everything else on this portal works.");
        (await _client.GetAsync(Links.Home)).Text.ShouldContain("Hello, Meera Kaldan");
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_leaves_the_home_page_without_the_name()
    {
        await _client.SignInAsync();
        _portal.Sandbox.Faults.Set("idrepository.identity.read", FaultNames.Http500);
        var home = await _client.GetAsync(Links.Home);
        home.Status.ShouldBe(HttpStatusCode.OK);
        home.Text.ShouldContain("Your ID");
        home.Text.ShouldContain(Unreachable);
    }

    [Fact]
    public async Task R_16_A_database_that_is_locked_for_a_moment_only_makes_the_page_late()
    {
        await using var other = new SqliteConnection($"Data Source={_portal.DatabasePath}");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        var transaction = other.BeginTransaction(deferred: false);
        var page = await _client.GetAsync(Links.Track);
        var tracking = _client.PostFormAsync(page, "track", ("Number", Residents.MeerasRid));
        (await _client.GetAsync(Links.Help)).Status.ShouldBe(HttpStatusCode.OK);
        tracking.IsCompleted.ShouldBeFalse();
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        (await tracking).Text.ShouldContain("Finished");
    }

    private async Task<Answer> TrackAsync() => await _client.PostFormAsync(await _client.GetAsync(Links.Track), "track", ("Number", Residents.MeerasRid));

    private async Task<Answer> LockAsync()
    {
        var asked = await _client.PostFormAsync(await _client.GetAsync(Links.Locks), "lock-Fingerprint");
        asked.Location.ShouldNotBeNull(asked.Text);
        return await _client.GetAsync(asked.Location!);
    }
}
