using System.Net;
using ResidentPortal.Core.History;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Sharing;

/// <summary>Sharing over plain HTTP, without script.</summary>
public sealed class SharingPagesTests : IAsyncLifetime
{
    private static readonly string Bank = Links.ShareWith("partner-harbour-bank");
    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        _client = new PortalClient(_portal);
        await _client.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task The_year_of_birth_alone_is_chosen_checked_shared_and_listed()
    {
        (await _client.GetAsync(Links.Sharing)).Text.ShouldContain("You have shared nothing through this portal yet.");
        (await _client.GetAsync($"{Links.SharePartners}?name=harb")).Body.ShouldContain($"href=\"{Bank}\"");
        var check = await ChooseAsync(("Way.dateOfBirth", "as-YYYY"));
        check.Text.ShouldContain("This is all that Harbour Bank will see. Date of birth 1990");
        check.Body.ShouldNotContain("Kaldan");

        var receipt = await _client.FollowAsync(await _client.PostFormAsync(check, "share", ("Consent", "true")));
        receipt.Text.ShouldContain("Share data with Harbour Bank Date of birth: year only");
        receipt.Text.ShouldContain("The ID office has taken it. We still check that it is done.");

        var list = (await _client.GetAsync(Links.Sharing)).Text;
        list.ShouldContain("Harbour Bank On its way. You can still take it back for a short time.");
        list.ShouldContain("What for To open <b>an</b> account");
        _portal.Sandbox.State.Age(TimeSpan.FromSeconds(31));
        _portal.Sandbox.State.Shares().Single()["credentialSubject"]!.ToJsonString().ShouldBe("""{"dateOfBirth":"1990"}""");
    }

    [Fact]
    public async Task The_check_can_be_left_to_change_the_choice_and_what_was_chosen_stands_there_again()
    {
        var check = await ChooseAsync(("Way.dateOfBirth", "as-YYYY"), ("Part.fullAddress", "city"), ("Part.fullAddress", "postalCode"));
        var again = await _client.PostFormAsync(check, "share", ("Again", "true"));
        again.Text.ShouldContain("What should it get?");
        again.Body.ShouldMatch("value=\"as-YYYY\" checked");
        again.Body.ShouldMatch("value=\"city\" checked");
        again.Body.ShouldNotMatch("value=\"region\" checked");
        again.Body.ShouldContain("To open &lt;b&gt;an&lt;/b&gt; account</textarea>");
        _portal.Sandbox.State.Credentials.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_choice_a_purpose_and_the_consent_the_page_says_what_to_do()
    {
        var page = await _client.GetAsync(Bank);
        var nothing = await _client.PostFormAsync(page, "share", ("Purpose", " "));
        nothing.Text.ShouldContain("Choose at least one thing.");
        nothing.Text.ShouldContain("Say in a few words what the data are for.");
        var unticked = await _client.PostFormAsync(await ChooseAsync(("Way.gender", "whole")), "share");
        unticked.Text.ShouldContain("Tick the box if you agree. Nothing is shared without it.");
        unticked.Text.ShouldContain("This is all that Harbour Bank will see.");
        _portal.Sandbox.State.Credentials.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Way.individualBiometrics", "whole")]
    [InlineData("Way.dateOfBirth", "as-QQ")]
    [InlineData("Way.fullName", "masked")]
    [InlineData("Part.fullAddress", "individualBiometrics")]
    [InlineData("Part.fullName", "fullName")]
    public async Task S_61_What_a_forged_form_carries_beyond_the_offer_is_refused(string name, string value)
    {
        var check = await ChooseAsync(("Way.gender", "whole"));
        var forged = await _client.PostFormAsync(check, "share", (name, value), ("Consent", "true"));
        forged.Text.ShouldContain("Something you chose is not on offer. Look at your choice and try again.");
        _portal.Sandbox.State.Credentials.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task R_05_Ten_presses_of_one_page_share_once_and_another_page_is_another_wish()
    {
        var check = await ChooseAsync(("Way.gender", "whole"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _client.PostFormAsync(check, "share", ("Consent", "true"))));
        answers.Select(answer => answer.Location).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        _portal.Sandbox.State.Credentials.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_old_code_leads_over_the_code_page_and_what_was_checked_is_what_is_shared()
    {
        await _portal.AgeEnteredCodesAsync(TimeSpan.FromMinutes(6));
        var first = await ChooseAsync(("Way.gender", "whole"));
        (await _client.PostFormAsync(first, "share", ("Consent", "true"))).Location.ShouldStartWith("/confirm/");
        var second = await ChooseAsync(("Way.dateOfBirth", "as-YYYY"));
        var confirm = await _client.PostFormAsync(second, "share", ("Consent", "true"));
        await _portal.ForgetAttemptsAsync();
        var code = await _client.FollowAsync(await _client.PostFormAsync(await _client.GetAsync(confirm.Location!), "send", ("Channel", "phone")));
        code.Text.ShouldContain("Date of birth: year only");
        await _client.PostFormAsync(code, "confirm", ("Code", await _portal.ReadCodeAsync()));
        _portal.Sandbox.State.Credentials.All.ShouldHaveSingleItem().Share!.Attributes.ShouldBe(["dateOfBirth"]);
    }

    [Fact]
    public async Task Withdrawn_in_time_the_list_says_so_and_offers_it_no_more()
    {
        await ShareAsync();
        var list = await _client.GetAsync(Links.Sharing);
        var receipt = await _client.FollowAsync(await _client.PostFormAsync(list, "withdraw"));
        receipt.Text.ShouldContain("Withdraw what was shared with Harbour Bank");
        receipt.Text.ShouldContain("It was in time: nothing was handed over.");
        var after = await _client.GetAsync(Links.Sharing);
        after.Text.ShouldContain("You took it back. Nothing was handed over. ");
        after.Text.ShouldNotContain("Withdraw this");
        _portal.Sandbox.State.Age(TimeSpan.FromMinutes(1));
        _portal.Sandbox.State.Shares().Single()["status"]!.ToString().ShouldBe("CANCELLED");
    }

    [Fact]
    public async Task Withdrawn_too_late_the_list_says_who_has_the_data_and_how_to_reach_it()
    {
        await ShareAsync();
        _portal.Sandbox.State.Age(TimeSpan.FromSeconds(31));
        await _client.PostFormAsync(await _client.GetAsync(Links.Sharing), "withdraw");
        var list = (await _client.GetAsync(Links.Sharing)).Text;
        list.ShouldContain("The organisation has the data already. Your consent has ended. Ask the organisation to delete the data.");
        list.ShouldContain("0522000101");
    }

    [Fact]
    public async Task S_40_Neither_value_nor_purpose_stands_in_a_log_an_address_or_a_title()
    {
        var check = await ChooseAsync(("Way.fullName", "whole"), ("Way.email", "whole"), ("Way.UIN", "whole"));
        check.Text.ShouldContain("All digits will be seen. Here we hide them from eyes around you.");
        check.Body.ShouldNotContain(Residents.Meera);
        var sent = await _client.PostFormAsync(check, "share", ("Consent", "true"));
        foreach (var value in (string[])["Kaldan", Residents.Meera, "open <b>an</b>", "meera"])
        {
            _portal.Log.Lines.ShouldNotContain(line => line.Contains(value, StringComparison.OrdinalIgnoreCase));
            sent.Location!.ShouldNotContain(value);
        }

        check.Body.ShouldContain("<title>What it will see ");
    }

    [Fact]
    public async Task An_organisation_that_is_none_is_not_found_and_a_list_that_cannot_be_read_is_said()
    {
        (await _client.GetAsync(Links.ShareWith("nobody"))).Status.ShouldBe(HttpStatusCode.NotFound);
        _portal.Sandbox.Faults.Set("config.share-form", ResidentPortal.Sandbox.FaultNames.Http403);
        var page = await _client.GetAsync(Bank);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("What should it get?");
        page.Text.ShouldNotContain("Look at it first");
    }

    [Fact]
    public async Task S_25_Another_residents_sharing_is_not_withdrawn()
    {
        await ShareAsync();
        var list = await _client.GetAsync(Links.Sharing);
        using var other = new PortalClient(_portal);
        await other.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        var theirs = await other.GetAsync(Links.Sharing);
        theirs.Text.ShouldContain("You have shared nothing through this portal yet.");
        var share = (await _portal.InDatabaseAsync(db => Task.FromResult(db.ServiceRequests.Single(row => row.Kind == ActKind.ShareData)))).EventId;
        var forged = await other.PostForgedAsync(Links.Sharing, await other.GetAsync(Bank), ("_handler", "withdraw"), ("Intent", Guid.NewGuid().ToString()), ("Share", share));
        forged.Location.ShouldBeNull();
        list.Text.ShouldContain("Withdraw this");
        _portal.Sandbox.Calls.Count("credentialrequest.cancel").ShouldBe(0);
    }

    private async Task<Answer> ChooseAsync(params (string Name, string Value)[] choices)
    {
        var check = await _client.PostFormAsync(await _client.GetAsync(Bank), "share", [.. choices, ("Purpose", "To open <b>an</b> account")]);
        check.Text.ShouldContain("What it will see");
        return check;
    }

    private async Task ShareAsync() => (await _client.PostFormAsync(await ChooseAsync(("Way.dateOfBirth", "as-YYYY")), "share", ("Consent", "true"))).Location.ShouldStartWith("/requests/");
}
