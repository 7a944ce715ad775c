using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>The platform fails while stand-in numbers are read, made and stopped; the pages say what is true then.</summary>
public sealed class VidFaultTests : IAsyncLifetime
{
    private const string Unreachable = "We cannot reach the ID office’s computer now. Nothing was changed. Try again in a few minutes.";
    private const string Unknown = "Not confirmed yet. It may be done. We look again at ";
    private const string Create = "idrepository.vid.create";
    private const string Update = "idrepository.vid.update";
    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartImpatientAsync();
        _client = new PortalClient(_portal);
        await _client.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Theory]
    [InlineData("R-02", FaultNames.Http500, Unknown, ActState.Unknown)]
    [InlineData("R-03", FaultNames.Html200, Unknown, ActState.Unknown)]
    [InlineData("R-05", FaultNames.NullResponse, Unknown, ActState.Unknown)]
    [InlineData("R-06", FaultNames.IgnoredError, Unknown, ActState.Unknown)]
    [InlineData("R-06", FaultNames.SuccessThenNothing, "The ID office has taken it. We still check that it is done.", ActState.Accepted)]
    [InlineData("R-07", FaultNames.Hang, Unknown, ActState.Unknown)]
    public async Task A_number_made_and_one_stopped_without_an_answer_are_asked_for_once_and_called_unconfirmed(string number, string fault, string words, ActState state)
    {
        number.ShouldNotBeNull();
        await LabelAsync();
        _portal.Sandbox.Faults.Set(Create, fault, times: 1);
        _portal.Sandbox.Faults.Set(Update, fault, times: 1);
        foreach (var receipt in new[] { await _client.StopVidAsync(), await _client.MakeVidAsync() })
        {
            receipt.Text.ShouldContain(words);
            receipt.Text.ShouldContain("Please do not send it again. We keep looking and tell you.");
        }

        (await StatesAsync()).ShouldBe([state, state]);
        var vids = await _client.GetAsync(Links.Vids);
        vids.Text.ShouldContain("An earlier request on your numbers is not confirmed yet.");
        vids.Text.ShouldContain("Bank");
        (_portal.Sandbox.Calls.Count(Create), _portal.Sandbox.Calls.Count(Update)).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData(FaultNames.ResetAfterSend)]
    [InlineData(FaultNames.ApplyThen500)]
    public async Task R_09_What_was_done_but_not_answered_is_found_done_at_the_next_look_and_names_what_took_its_place(string fault)
    {
        _portal.Sandbox.Faults.Set(Create, fault, times: 1);
        _portal.Sandbox.Faults.Set(Update, fault, times: 1);
        Answer[] receipts = [await _client.StopVidAsync(), await _client.MakeVidAsync()];
        receipts.ShouldAllBe(receipt => receipt.Text.Contains(Unknown, StringComparison.Ordinal));
        await Eventually.TrueAsync(async () => (await StatesAsync()).All(state => state is ActState.Confirmed), TimeSpan.FromSeconds(90), "The acts never came to be known as done.");
        (await _client.GetAsync(receipts[0].Path)).Text.ShouldContain("1546 has stopped. The ID office made a new one in its place: ");
        (await _client.GetAsync(receipts[1].Path)).Text.ShouldContain("is made. We checked.");
        (_portal.Sandbox.Calls.Count(Create), _portal.Sandbox.Calls.Count(Update)).ShouldBe((1, 1));
        _portal.Sandbox.State.Vids.Usable(Residents.Meera).Count.ShouldBe(2);
    }

    [Fact]
    public async Task R_04_What_the_ID_office_refuses_is_told_as_refused_with_its_reason()
    {
        _portal.Sandbox.Faults.Set(Create, FaultNames.Errors200, times: 1, code: "IDR-VID-003");
        var receipt = await _client.MakeVidAsync();
        receipt.Text.ShouldContain("The ID office said no. Nothing was changed.");
        receipt.Text.ShouldContain("You already have the most numbers of this kind.");
        (await StatesAsync()).ShouldBe([ActState.Refused]);
    }

    [Theory]
    [InlineData("R-01", FaultNames.Http500)]
    [InlineData("R-03", FaultNames.Html200)]
    [InlineData("R-04", FaultNames.Errors200)]
    [InlineData("R-05", FaultNames.NullResponse)]
    public async Task A_list_that_cannot_be_read_closes_its_page_alone_and_nothing_is_sent_from_an_old_one(string number, string fault)
    {
        number.ShouldNotBeNull();
        var before = await _client.GetAsync(Links.Vids);
        _portal.Sandbox.Faults.Set("idrepository.vid.list", fault);
        var vids = await _client.GetAsync(Links.Vids);
        vids.Title.ShouldStartWith("Error: ");
        vids.Text.ShouldContain(Unreachable);
        foreach (var (handler, about) in new[] { ("make", "Temporary"), ("stop", before.VidKeys()[0]), ("show", before.VidKeys()[0]), ("label", before.VidKeys()[0]) })
        {
            (await _client.PostFormAsync(before, [handler, about])).Text.ShouldContain(Unreachable);
        }

        (await _client.GetAsync(Links.Card)).Text.ShouldContain("Masked ID number: ••••••8651");
        (await _client.GetAsync(Links.Home)).Text.ShouldContain("Hello, Meera Kaldan");
        (_portal.Sandbox.Calls.Count(Create), _portal.Sandbox.Calls.Count(Update)).ShouldBe((0, 0));
        (await StatesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task R_07_A_list_that_does_not_come_is_not_waited_for_long()
    {
        _portal.Sandbox.Faults.Set("idrepository.vid.list", FaultNames.Hang);
        (await _client.GetAsync(Links.Vids)).Text.ShouldContain(Unreachable);
    }

    [Theory]
    [InlineData("R-01", FaultNames.Http500)]
    [InlineData("R-03", FaultNames.Html200)]
    [InlineData("R-05", FaultNames.NullResponse)]
    public async Task Rules_that_cannot_be_read_leave_the_numbers_to_be_seen_and_stopped(string number, string fault)
    {
        number.ShouldNotBeNull();
        _portal.Sandbox.Faults.Set("config.vid-policy", fault);
        var vids = await _client.GetAsync(Links.Vids);
        vids.Text.ShouldContain("We cannot read the rules for new numbers now. Your numbers work as before.");
        vids.Text.ShouldNotContain("Make: ");
        (await _client.PostForgedAsync(Links.Vids, vids, ("_handler", "make"), ("Posted.Type", "Temporary"), ("Posted.Intent", Guid.NewGuid().ToString()))).Text.ShouldContain(Unreachable);
        (await _client.StopVidAsync()).Text.ShouldContain("Done. We checked at ");
        _portal.Sandbox.Calls.Count(Create).ShouldBe(0);
    }

    private async Task LabelAsync()
    {
        var vids = await _client.GetAsync(Links.Vids);
        (await _client.PostFormAsync(vids, ["label", vids.VidKeys()[0]], ("Posted.Label", "Bank"))).Location.ShouldBe(Links.Vids);
    }

    private Task<List<ActState>> StatesAsync() => _portal.InDatabaseAsync(database => database.ServiceRequests.Select(row => row.State).ToListAsync());
}
