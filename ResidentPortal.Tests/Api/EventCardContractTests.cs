using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary><c>GET /request-card/vid/{vid}</c> and <c>GET /download-card/event/{eventId}</c>.</summary>
public sealed class EventCardContractTests(ApiPortal portal)
{
    private const string Request = "/request-card/vid/";
    private const string Fetch = "/download-card/event/";

    private static readonly (string Code, string Message) NotReady = ("RES-SER-509", "The card is not ready for download.");
    private static readonly (string Code, string Message) UnknownEvent = ("RES-SER-459", "EID not available in database");
    private static readonly (string Code, string Message) WrongEvent = ("RES-SER-473", "Invalid Request Type. Please input eventId only for VID_CARD_DOWNLOAD,UPDATE_MY_UIN");

    [Fact]
    public async Task The_card_of_a_VID_is_made_and_handed_out_once()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);

        var asked = await client.GetAsync(Request + resident.Vid);

        asked.Error.ShouldBeNull(asked.Text);
        (asked.Status, asked.Response!.ToJsonString()).ShouldBe((200, """{"status":"Success"}"""));
        var eventId = asked.Headers["eventId"];
        var card = await client.GetAsync(Fetch + eventId);
        (card.Status, card.Headers["eventId"]).ShouldBe((200, eventId));
        card.Headers["Content-Disposition"].ShouldStartWith($"attachment; filename=\"VID_{eventId}_");
        var words = await client.OpenCardAsync(resident, card, eventId);
        words.ShouldContain(CardReplies.Printed(resident.Vid));
        words.Replace(" ", string.Empty, StringComparison.Ordinal).ShouldNotContain(resident.Uin);

        var again = await client.GetAsync(Fetch + eventId);
        (again.Status, again.Error, again.Headers["eventId"]).ShouldBe((400, NotReady, eventId));
    }

    [Theory]
    [InlineData("123", "RES-SER-410", "Invalid Input Parameter- VID")]
    [InlineData("4913089685701547", "RES-SER-410", "Invalid Input Parameter- VID")]
    [InlineData("4952408651", "RES-SER-410", "Invalid Input Parameter- VID")]
    [InlineData("5329487524103783", "RES-SER-474", "Individual ID is invalid.")]
    [InlineData("4913089685701546", "RES-SER-454", "Provided VID does not belong to the logged in user.")]
    public async Task What_is_no_VID_nobodys_or_anothers_is_told_so(string vid, string code, string message)
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());

        var reply = await client.GetAsync(Request + vid);

        (reply.Status, reply.Error, reply.Headers["eventId"]).ShouldBe((200, (code, message), "NA"));
    }

    [Fact]
    public async Task Nobody_has_the_card_of_anothers_VID_made_or_fetches_anothers_card()
    {
        var client = await portal.ClientAsync();
        var (owner, other) = (client.NewResident(), client.NewResident());
        await client.SignInAsync(owner);
        var eventId = (await client.GetAsync(Request + owner.Vid)).Headers["eventId"];
        var stranger = new ApiClient(client.Portal);
        await stranger.SignInAsync(other);

        (await stranger.GetAsync(Request + owner.Vid)).Error.ShouldBe(("RES-SER-454", "Provided VID does not belong to the logged in user."));
        var fetched = await stranger.GetAsync(Fetch + eventId);
        (fetched.Status, fetched.Error).ShouldBe((400, UnknownEvent));
        (await client.GetAsync(Fetch + eventId)).Type.ShouldBe("application/pdf");
    }

    [Theory]
    [InlineData("123")]
    [InlineData("82436170958421600")]
    [InlineData("824361709584216x")]
    public async Task What_is_no_event_id_is_invalid(string eventId)
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());

        var reply = await client.GetAsync(Fetch + eventId);
        (reply.Status, reply.Error).ShouldBe((400, ("RES-SER-410", "Invalid Input Parameter- eventId")));
    }

    [Theory]
    [InlineData(ActKind.GenerateVid, ActState.Confirmed, "wrong")]
    [InlineData(ActKind.MakeCard, ActState.Confirmed, "wrong")]
    [InlineData(ActKind.MakeVidCard, ActState.Failed, "not ready")]
    [InlineData(ActKind.UpdateIdentity, ActState.Accepted, "not ready")]
    [InlineData(ActKind.UpdateIdentity, ActState.Confirmed, "a card")]
    public async Task An_event_brings_a_card_or_says_why_not(ActKind kind, ActState state, string answer)
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        var eventId = await NoteAsync(client, kind, state);

        var reply = await client.GetAsync(Fetch + eventId);

        if (answer is "a card")
        {
            reply.Headers["Content-Disposition"].ShouldStartWith("attachment; filename=\"UIN_");
            (await client.OpenCardAsync(resident, reply, reply.Headers["eventId"])).ShouldContain(CardReplies.Printed(resident.Uin));
        }
        else
        {
            (reply.Status, reply.Error, reply.Headers["eventId"]).ShouldBe((400, answer is "wrong" ? WrongEvent : NotReady, eventId));
        }
    }

    [Fact]
    public async Task An_event_that_nobody_has_is_unknown()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());

        (await client.GetAsync(Fetch + "8243617095842160")).Error.ShouldBe(UnknownEvent);
    }

    [Fact]
    public async Task Without_a_sign_in_there_is_no_card()
    {
        var client = await portal.ClientAsync();

        foreach (var path in new[] { Request + "4913089685701546", Fetch + "8243617095842160" })
        {
            var reply = await client.GetAsync(path);
            (reply.Status, reply.Error).ShouldBe((401, ("KER-ATH-401", "Authentication Failed")));
        }
    }

    [Fact]
    public async Task Without_a_fresh_code_the_resident_has_to_sign_in_again()
    {
        await using var own = await PortalHost.StartAsync(change: null, ("Api:Address", PortalHost.ApiListener), ("Api:OpenToAll", "true"));
        var client = new ApiClient(own);
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        await own.AgeEnteredCodesAsync(TimeSpan.FromMinutes(10));

        var reply = await client.GetAsync(Request + resident.Vid);
        (reply.Status, reply.Error, reply.Headers["eventId"]).ShouldBe((401, ("KER-ATH-401", "Authentication Failed"), "NA"));
    }

    private static async Task<string> NoteAsync(ApiClient client, ActKind kind, ActState state)
    {
        var services = client.Portal.Services;
        var session = (await services.GetRequiredService<ResumeSession>().ExecuteAsync(client.Token!, TestContext.Current.CancellationToken)).Value.Id;
        var person = (await services.GetRequiredService<LiveSessions>().FindAsync(session, isSeen: false, TestContext.Current.CancellationToken)).Value;
        return await client.Portal.InDatabaseAsync(async (PortalDbContext db) =>
        {
            var wish = kind switch
            {
                ActKind.GenerateVid => """{"IntentId":"5f1c0a6e-7d3b-4d0e-9d53-0d9f0e0a8b11","Type":{"Name":"Temporary"},"AcceptsReplacement":false}""",
                ActKind.UpdateIdentity => new Core.Updates.UpdateOrder(Guid.NewGuid(), Guid.NewGuid(), Version: 1, ["fullName"], IsConsented: true).ToWish(),
                _ => new Core.Cards.MakeCardOrder(Guid.NewGuid(), Core.Cards.CardChoice.Uin, VidKey: null, "eng").ToWish(),
            };
            var eventId = services.GetRequiredService<ServiceLedger>().Note(db, person, kind, wish);
            await db.SaveChangesAsync();
            (await db.ServiceRequests.FindAsync(eventId.Value))!.State = state;
            await db.SaveChangesAsync();
            return eventId.Value;
        });
    }
}
