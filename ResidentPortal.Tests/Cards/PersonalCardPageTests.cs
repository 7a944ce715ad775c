using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Cards;

/// <summary>The card of chosen data over plain HTTP, without script.</summary>
public sealed class PersonalCardPageTests : IAsyncLifetime
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
    public async Task It_is_reached_from_the_card_chosen_looked_at_made_and_fetched()
    {
        (await _client.GetAsync(Links.Card)).Body.ShouldContain($"href=\"{Links.PersonalCard}\"");
        var check = await LookAsync(("Way.dateOfBirth", "as-YYYY"), ("Qr", "true"));
        check.Text.ShouldContain("This is all of you that will be on the card. Date of birth 1990 It has a QR code with the same data.");
        var ready = await _client.FollowAsync(await _client.PostFormAsync(check, "personal"));
        ready.Text.ShouldContain("Your card");
        ready.Text.ShouldNotContain("photo");
        using var file = new CardFile((await _client.FetchCardAsync(ready)).Bytes);
        (await CardSpecimens.ReadAsync(file.Path, "MEER1990")).ShouldContain("Date of birth 1990 Made on");

        var checkPage = await _client.PostFormAsync(await _client.GetAsync(Links.CheckCard), "check", ("Text", await CardSpecimens.ReadQrAsync(file.Path, "MEER1990")));
        checkPage.Text.ShouldContain("This card is genuine");
        checkPage.Text.ShouldContain("Date of birth 1990");
        checkPage.Text.ShouldNotContain("Name");
    }

    [Fact]
    public async Task Nothing_chosen_and_what_is_not_offered_are_said_and_the_choice_can_be_changed()
    {
        (await _client.PostFormAsync(await _client.GetAsync(Links.PersonalCard), "personal")).Text.ShouldContain("Choose at least one thing.");
        var check = await LookAsync(("Way.gender", "whole"));
        check.Text.ShouldContain("It has no QR code. Nobody can check it on this portal.");
        (await _client.PostFormAsync(check, "personal", ("Way.individualBiometrics", "whole"))).Text.ShouldContain("Something you chose is not on offer.");
        (await _client.PostFormAsync(check, "personal", ("Again", "true"))).Text.ShouldContain("What should be on the card?");
    }

    [Fact]
    public async Task The_receipt_says_what_was_chosen_and_no_value()
    {
        var ready = await _client.PostFormAsync(await LookAsync(("Way.UIN", "masked"), ("Way.fullName", "whole")), "personal");
        var receipt = await _client.GetAsync(Links.RequestOf(ready.Location!.Split('/')[^1]));
        receipt.Text.ShouldContain("Card with chosen data Full name ID number (UIN): partly hidden");
        receipt.Body.ShouldNotContain("Kaldan");
    }

    private async Task<Answer> LookAsync(params (string Name, string Value)[] choices)
    {
        var check = await _client.PostFormAsync(await _client.GetAsync(Links.PersonalCard), "personal", choices);
        check.Text.ShouldContain("What the card will show");
        return check;
    }
}
