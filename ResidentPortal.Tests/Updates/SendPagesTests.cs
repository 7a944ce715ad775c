using System.Net;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Updates;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Updates;

/// <summary>The pages of changes of data from the check to the end: sent once, followed, stopped, corrected.</summary>
public sealed class SendPagesTests : IAsyncLifetime
{
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
    public async Task The_check_shows_the_old_beside_the_new_and_what_happens_next_before_anything_is_sent()
    {
        var check = await _client.PrepareChangeAsync();
        check.Text.ShouldContain("Language of messages Now: English New: Français Change: Language of messages");
        check.Text.ShouldContain("You get a request number (RID) at once, here and by message.");
        check.Text.ShouldContain("The ID office checks your answers and papers. This takes some days.");
        check.Text.ShouldContain("I agree that the ID office checks these answers and papers and changes my record");
        var without = await _client.PostFormAsync(check, "send-update");
        without.Title.ShouldStartWith("Error: Check your changes");
        without.Body.ShouldContain("href=\"/update/check#Consent\"");
        without.Text.ShouldContain("Nothing was sent yet: your agreement is missing. Tick the box if you agree.");
        _portal.Sandbox.State.Packets.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_sent_is_followed_with_its_request_number_and_its_stages()
    {
        var sent = await _client.FollowAsync(await _client.SendChangesAsync(await _client.PrepareChangeAsync()));
        sent.Path.ShouldStartWith("/update/sent/");
        var rid = _portal.Sandbox.State.Packets.All.ShouldHaveSingleItem().Rid;
        sent.Text.ShouldContain("Your change of data Under way The ID office has it and works on it. Your record is not changed yet.");
        string.Concat(sent.Text.Where(char.IsAsciiDigit)).ShouldContain(rid);
        sent.Path.ShouldNotContain(rid);
        sent.Title.ShouldNotContain(rid);
        sent.Text.ShouldContain("Stage 1 of 5");
        sent.Text.ShouldContain("Change in the record: Language of messages");
        (await _client.GetAsync(Links.Update)).Text.ShouldContain("A change is on its way Sent on ");
        (await _client.GetAsync(Links.ChooseUpdate)).Location.ShouldBe(Links.Update);
        (await _client.GetAsync(Links.Home)).Text.ShouldContain("Change of your data");
        await Eventually.TrueAsync(
            () => _portal.Sandbox.State.Outbox.To(Residents.MeerasPhone).Any(message => message.Text.Contains("Request number (RID)", StringComparison.Ordinal)), TimeSpan.FromSeconds(90), "The request number was not sent.");
    }

    [Fact]
    public async Task R_21_Twenty_presses_at_once_hand_in_one_packet_and_lead_to_one_page()
    {
        var check = await _client.PrepareChangeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _client.SendChangesAsync(check)));
        answers.Select(answer => answer.Location).Distinct().ShouldHaveSingleItem().ShouldNotBeNull().ShouldStartWith("/update/sent/");
        _portal.Sandbox.State.Packets.All.Count.ShouldBe(1);
        (await _client.SendChangesAsync(check)).Location.ShouldBe(answers[0].Location);
    }

    [Fact]
    public async Task R_22_Answers_that_were_changed_in_another_window_are_shown_anew_and_not_sent()
    {
        var check = await _client.PrepareChangeAsync();
        (await _client.AnswerAsync("preferredLang", ("Text", "ara"))).Location.ShouldBe(Links.CheckUpdate);
        var stale = await _client.SendChangesAsync(check);
        stale.Text.ShouldContain("Your answers were changed in another window. Nothing was sent or lost.");
        stale.Text.ShouldContain("Now: English New: العربية");
        _portal.Sandbox.State.Packets.All.ShouldBeEmpty();
        (await _client.SendChangesAsync(stale)).Location.ShouldNotBeNull().ShouldStartWith("/update/sent/");
    }

    [Fact]
    public async Task R_23_Back_to_the_check_after_sending_leads_to_what_is_on_its_way()
    {
        var check = await _client.PrepareChangeAsync();
        var sent = await _client.SendChangesAsync(check);
        (await _client.GetAsync(Links.CheckUpdate)).Location.ShouldBe(Links.Update);
        (await _client.SendChangesAsync(check)).Location.ShouldBe(sent.Location);
        (await _client.GetAsync(Links.Update)).Text.ShouldContain("You can send another one when this one is finished.");
    }

    [Fact]
    public async Task S_11_With_an_old_code_a_new_one_is_asked_for_and_then_it_is_sent()
    {
        var check = await _client.PrepareChangeAsync();
        await _portal.AgeEnteredCodesAsync(TimeSpan.FromMinutes(6));
        var confirm = await _client.FollowAsync(await _client.SendChangesAsync(check));
        confirm.Path.ShouldStartWith("/confirm/");
        confirm.Text.ShouldContain("This changes what the ID office knows of you. So we ask for a new code.");
        confirm.Text.ShouldContain("Change in the record: Language of messages");
        _portal.Sandbox.State.Packets.All.ShouldBeEmpty();
        var code = await _client.FollowAsync(await _client.PostFormAsync(confirm, "send", ("Channel", "phone")));
        (await _client.PostFormAsync(code, "confirm", ("Code", await _portal.ReadCodeAsync()))).Location.ShouldNotBeNull().ShouldStartWith("/update/sent/");
        _portal.Sandbox.State.Packets.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_change_on_its_way_is_stopped_with_one_press_and_can_be_corrected_and_sent_again()
    {
        var sent = await _client.FollowAsync(await _client.SendChangesAsync(await _client.PrepareChangeAsync()));
        var overview = await _client.GetAsync(Links.Update);
        overview.Text.ShouldContain("The ID office then throws it away, and your record stays as it is.");
        var stopped = await _client.FollowAsync(await _client.PostFormAsync(overview, ["stop"]));
        stopped.Text.ShouldContain("Done. We checked at ");
        stopped.Text.ShouldContain("Stop the change that is on its way");
        (await _client.PostFormAsync(overview, ["stop"])).Location.ShouldBe(stopped.Path);
        var page = await _client.GetAsync(sent.Path);
        page.Text.ShouldContain("Stopped You stopped this change. Your record stays as it was.");
        (await _client.PostFormAsync(page, ["reopen"])).Location.ShouldBe(Links.Update);
        (await _client.GetAsync(Links.Update)).Text.ShouldContain("1 of 1 done");
        (await _client.SendChangesAsync(await _client.GetAsync(Links.CheckUpdate))).Location.ShouldNotBeNull().ShouldStartWith("/update/sent/");
    }

    [Fact]
    public async Task A_change_that_was_refused_says_what_that_means_and_opens_again_with_all_answers()
    {
        var sent = await _client.SendChangesAsync(await _client.PrepareChangeAsync());
        _portal.Sandbox.State.RejectPacket(_portal.Sandbox.State.Packets.All.Single().Rid).ShouldBeTrue();
        await AgeLooksAsync();
        var page = await _client.GetAsync(sent.Location!);
        page.Text.ShouldContain("Not accepted The ID office did not accept it. Your record stays as it was.");
        page.Text.ShouldContain("Correct and send again");
        var overview = await _client.GetAsync(Links.Update);
        overview.Text.ShouldContain("Your last change was not done");
        (await _client.PostFormAsync(overview, ["reopen"])).Location.ShouldBe(Links.Update);
        (await _client.GetAsync(Links.Update)).Text.ShouldContain("Language of messages Please look at this again: the ID office did not accept it.");
        (await _client.PostFormAsync(page, ["reopen"])).Location.ShouldBe(Links.Update);
    }

    [Fact]
    public async Task A_change_that_is_done_says_so_and_another_can_begin()
    {
        var sent = await _client.SendChangesAsync(await _client.PrepareChangeAsync());
        _portal.Sandbox.State.Age(TimeSpan.FromDays(10));
        await AgeLooksAsync();
        var page = await _client.GetAsync(sent.Location!);
        page.Text.ShouldContain("Finished Your record is changed. We checked.");
        (await _client.GetAsync(Links.Update)).Text.ShouldContain("Choose what to change");
        (await _client.GetAsync(Links.ChooseUpdate)).Text.ShouldContain("Language of messages Français");
    }

    [Fact]
    public async Task S_25_The_change_of_another_resident_is_neither_shown_nor_sent_nor_opened()
    {
        var check = await _client.PrepareChangeAsync();
        using var other = new PortalClient(_portal);
        await other.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        var page = await other.GetAsync(Links.ChooseUpdate);
        var (draft, version) = await _portal.InDatabaseAsync(async database => (await database.UpdateDrafts.SingleAsync()) is var row ? (row.Id, row.Version) : default);
        var forged = await other.PostForgedAsync(Links.CheckUpdate, page, ("_handler", "send-update"), ("Intent", Guid.NewGuid().ToString()), ("DraftId", draft.ToString()), ("Version", $"{version}"), ("Consent", "true"));
        forged.Text.ShouldContain("There are no answers to go on with here.");
        _portal.Sandbox.State.Packets.All.ShouldBeEmpty();

        var sent = await _client.SendChangesAsync(check);
        var seen = await other.FollowAsync(await other.GetAsync(sent.Location!));
        seen.Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.PostForgedAsync(Links.Update, page, ("_handler", "reopen"), ("EventId", sent.Location!.Split('/')[^1]))).Location.ShouldBe(Links.Update);
        (await _portal.InDatabaseAsync(database => database.UpdateDrafts.SingleAsync())).State.ShouldBe(DraftState.Sent);
        (await _portal.InDatabaseAsync(database => database.ServiceRequests.CountAsync(row => row.Kind == ActKind.UpdateIdentity))).ShouldBe(1);
    }

    // The page asks the platform again only some seconds later.
    private Task AgeLooksAsync() => _portal.AgeLooksAtUpdatesAsync();
}
