using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>The platform fails while cards are made and ordered; the pages say what is true then.</summary>
public sealed class CardFaultTests : IAsyncLifetime
{
    private const string Unreachable = "We cannot reach the ID office’s computer now. Nothing was changed. Try again in a few minutes.";
    private const string NotDone = "It was not done. Nothing was changed. You can try again.";
    private const string Identity = "idrepository.identity.read";
    private const string Sign = "keymanager.pdf-sign";
    private const string Order = "credentialrequest.generate";
    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartImpatientAsync(("Cards:Protection", "KeyManager"));
        _client = new PortalClient(_portal);
        await _client.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Theory]
    [InlineData("R-01", FaultNames.Http500)]
    [InlineData("R-03", FaultNames.Html200)]
    [InlineData("R-04", FaultNames.Errors200)]
    [InlineData("R-05", FaultNames.NullResponse)]
    [InlineData("R-07", FaultNames.Hang)]
    [InlineData("R-09", FaultNames.ResetAfterSend)]
    public async Task A_card_without_a_record_or_without_a_protected_file_is_not_made_and_can_be_tried_again(string number, string fault)
    {
        number.ShouldNotBeNull();
        foreach (var operation in new[] { Identity, Sign })
        {
            _portal.Sandbox.Faults.Set(operation, fault);
            var receipt = await _client.MakeCardAsync();
            receipt.Path.ShouldStartWith("/requests/");
            receipt.Text.ShouldContain(NotDone);
            receipt.Text.ShouldContain("Make another card");
            _portal.Sandbox.Faults.Clear();
        }

        (await StatesAsync()).ShouldBe([ActState.Failed, ActState.Failed]);
        (await _client.MakeCardAsync()).Text.ShouldContain("Your card is ready");
    }

    [Fact]
    public async Task R_04_A_person_the_ID_office_does_not_know_is_told_so_on_the_receipt()
    {
        var card = await _client.GetAsync(Links.Card);
        _portal.Sandbox.Faults.Set(Identity, FaultNames.Errors200, code: "IDR-IDC-007");
        var receipt = await _client.FollowAsync(await _client.PostFormAsync(card, "card", ("Number", "masked")));
        receipt.Text.ShouldContain("The ID office said no. Nothing was changed.");
        (await StatesAsync()).ShouldBe([ActState.Refused]);
    }

    [Theory]
    [InlineData("R-01", FaultNames.Http500)]
    [InlineData("R-03", FaultNames.Html200)]
    [InlineData("R-05", FaultNames.NullResponse)]
    [InlineData("R-07", FaultNames.Hang)]
    public async Task Without_the_record_no_card_is_offered_for_the_post_and_the_page_says_why(string number, string fault)
    {
        number.ShouldNotBeNull();
        _portal.Sandbox.Faults.Set(Identity, fault);
        var page = await _client.GetAsync(Links.OrderCard);
        page.Title.ShouldStartWith("Error: ");
        page.Text.ShouldContain(Unreachable);
        page.Text.ShouldNotContain("Order the card");
    }

    [Theory]
    [InlineData("R-02", FaultNames.Http500)]
    [InlineData("R-03", FaultNames.Html200)]
    [InlineData("R-05", FaultNames.NullResponse)]
    [InlineData("R-07", FaultNames.Hang)]
    [InlineData("R-09", FaultNames.ResetAfterSend)]
    public async Task An_order_without_an_answer_is_sent_once_called_unconfirmed_and_no_second_is_taken(string number, string fault)
    {
        number.ShouldNotBeNull();
        var page = await _client.GetAsync(Links.OrderCard);
        _portal.Sandbox.Faults.Set(Order, fault, times: 1);
        var receipt = await _client.FollowAsync(await _client.PostFormAsync(page, "order", ("Number", "masked")));
        receipt.Path.ShouldStartWith("/requests/");
        receipt.Text.ShouldContain("Not confirmed yet. It may be done. We look again at ");
        receipt.Text.ShouldContain("Please do not send it again.");
        (await _client.FollowAsync(await _client.PostFormAsync(page, "order", ("Number", "masked")))).Path.ShouldBe(receipt.Path);
        (await _client.GetAsync(Links.OrderCard)).Text.ShouldContain("You already asked on ");
        (await StatesAsync()).ShouldBe([ActState.Unknown]);
        _portal.Sandbox.Calls.Count(Order).ShouldBe(1);
    }

    [Theory]
    [InlineData(FaultNames.Http403)]
    [InlineData(FaultNames.Http429)]
    public async Task An_order_that_was_not_let_in_was_not_made_and_can_be_made_again(string fault)
    {
        _portal.Sandbox.Faults.Set(Order, fault, times: 1);
        (await _client.OrderCardAsync()).Text.ShouldContain(NotDone);
        (await StatesAsync()).ShouldBe([ActState.Failed]);
        (await _client.OrderCardAsync()).Text.ShouldContain("Order taken");
    }

    [Theory]
    [InlineData("R-01", FaultNames.Http500)]
    [InlineData("R-03", FaultNames.Html200)]
    [InlineData("R-04", FaultNames.Errors200)]
    [InlineData("R-05", FaultNames.NullResponse)]
    [InlineData("R-07", FaultNames.Hang)]
    public async Task An_order_whose_stage_cannot_be_read_stands_where_it_was_seen_last(string number, string fault)
    {
        number.ShouldNotBeNull();
        var order = await _client.OrderCardAsync();
        await _portal.AgeLooksAtOrdersAsync();
        _portal.Sandbox.Faults.Set("credentialrequest.read", fault);
        var page = await _client.GetAsync(order.Path);
        page.Text.ShouldContain("Order taken");
        page.Text.ShouldContain("The ID office hands it to the printer. You need not do anything.");
        (await StatesAsync()).ShouldBe([ActState.Accepted]);
        _portal.Sandbox.Calls.Count("credentialrequest.read").ShouldBeGreaterThan(0);
    }

    private Task<List<ActState>> StatesAsync() => _portal.InDatabaseAsync(database => database.ServiceRequests.Select(row => row.State).ToListAsync());
}
