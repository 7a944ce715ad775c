using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Cards;

/// <summary>Cards as files that another program gets with a code of the resident's: the password takes another way than the file.</summary>
public sealed class ProgramCardTests
{
    [Theory]
    [InlineData("Rule")]
    [InlineData("Random")]
    public async Task The_resident_is_told_where_the_password_is_to_be_seen_and_sees_it_after_a_sign_in(string rule)
    {
        await using var world = new CoreWorld(("Cards:Password", rule));
        var session = (await world.SignInAsync()).SessionId;
        var eventId = await MakeAsync(world, session, isForProgram: true);
        (await world.FetchCardAsync(session, eventId)).ShouldNotBeEmpty();
        await world.Get<SendNotices>().ExecuteAsync();

        world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith(
            $"A program that had a code of yours got your card as a file. To see its password, sign in within 24 hours and open this request. Request {eventId.Value}.", StringComparison.Ordinal));
        var later = (await world.SignInAsync(browser: "at-home")).SessionId;
        var password = (await world.Get<ShowCardPassword>().ExecuteAsync(CardTicket.Of(later, eventId.Value))).Value.Text;
        password.Length.ShouldBeGreaterThanOrEqualTo(8);
        world.Platform.SmsTo(Meera).ShouldAllBe(text => !text.Contains(password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_makes_a_card_on_the_pages_is_told_nothing_of_programs()
    {
        await using var world = new CoreWorld();
        var session = (await world.SignInAsync()).SessionId;
        var eventId = await MakeAsync(world, session, isForProgram: false);
        await world.Get<SendNotices>().ExecuteAsync();

        world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith($"Someone who is signed in with your ID number made your card as a file. Request {eventId.Value}.", StringComparison.Ordinal));
    }

    private static async Task<EventId> MakeAsync(CoreWorld world, Guid session, bool isForProgram) =>
        (await world.Get<MakeCard>().ExecuteAsync(session, new MakeCardOrder(Guid.NewGuid(), CardChoice.Uin, VidKey: null, "eng") { IsForProgram = isForProgram })).Value;
}
