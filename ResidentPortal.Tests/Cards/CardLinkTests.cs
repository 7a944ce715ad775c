using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Cards;

public sealed partial class CardLinkTests : IAsyncLifetime
{
    private const string Browser = "a-browser-of-the-owner-somewhere-else";

    private readonly CoreWorld _world = new();
    private Guid _session;
    private EventId _eventId = default!;

    public async ValueTask InitializeAsync()
    {
        _session = (await _world.SignInAsync()).SessionId;
        _eventId = (await _world.MakeCardAsync(_session)).Value;
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_link_and_a_code_from_the_registered_contact_hand_the_card_out_once()
    {
        var token = await SendLinkAsync();
        await AskAsync(token);
        var proof = (await _world.Get<EnterCardCode>().ExecuteAsync(token, Browser, _world.Platform.LatestCode(), Stranger)).Value.Text;
        (await _world.Get<ShowCardPassword>().ExecuteAsync(CardTicket.Of(proof))).Value.Text.ShouldBe("MEER1990");
        (await _world.Get<DeliverCard>().ExecuteAsync(CardTicket.Of(proof))).Value.Pdf.Length.ShouldBeGreaterThan(10_000);
        (await _world.Get<DeliverCard>().ExecuteAsync(CardTicket.Of(proof))).Problem.ShouldBe(CardProblems.Gone);
        (await _world.Get<ShowCardLink>().ExecuteAsync(token, Browser)).Problem.ShouldBe(CardProblems.Gone);
        (await _world.Get<DeliverCard>().ExecuteAsync(CardTicket.Of(_session, _eventId.Value))).Problem.ShouldBe(CardProblems.Gone);
    }

    [Fact]
    public async Task The_link_goes_to_the_registered_contacts_and_nowhere_else_and_stands_sealed_until_then()
    {
        var token = await SendLinkAsync();
        _world.Platform.EmailsTo(Meera).ShouldContain(text => text.Contains($"https://resident.example.org/card/link/{token}", StringComparison.Ordinal));
        await using var db = _world.OpenDatabase();
        (await db.Notices.SingleAsync(row => row.Kind == NoticeKind.CardLink, TestContext.Current.CancellationToken)).Facts.ShouldNotContain(token);
        (await db.CardFiles.SingleAsync(TestContext.Current.CancellationToken)).LinkKey.ShouldNotBeNull().ShouldNotContain(token);
    }

    [Fact]
    public async Task A_link_alone_opens_nothing_and_a_wrong_code_neither()
    {
        var token = await SendLinkAsync();
        (await _world.Get<EnterCardCode>().ExecuteAsync(token, Browser, "123456", Stranger)).Problem.ShouldBe(OtpProblems.NoneActive);
        await AskAsync(token);
        (await _world.Get<EnterCardCode>().ExecuteAsync(token, Browser, _world.WrongCode(), Stranger)).Problem!.Key.ShouldBe(OtpProblems.Wrong.Key);
        (await _world.Get<DeliverCard>().ExecuteAsync(CardTicket.Of(token))).Problem.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task S_02_The_code_of_one_browser_does_not_open_the_link_in_another()
    {
        var token = await SendLinkAsync();
        await AskAsync(token);
        (await _world.Get<EnterCardCode>().ExecuteAsync(token, "another browser with a cookie of its own", _world.Platform.LatestCode(), Stranger)).Problem.ShouldBe(OtpProblems.NoneActive);
    }

    [Fact]
    public async Task A_new_link_makes_the_one_before_it_dead_and_a_fourth_is_refused()
    {
        var first = await SendLinkAsync();
        var second = await SendLinkAsync();
        (await _world.Get<ShowCardLink>().ExecuteAsync(first, Browser)).Problem.ShouldBe(CardProblems.Gone);
        (await _world.Get<ShowCardLink>().ExecuteAsync(second, Browser)).IsSuccess.ShouldBeTrue();
        await SendLinkAsync();
        (await _world.Get<SendCardLink>().ExecuteAsync(_session, _eventId.Value)).Problem.ShouldBe(CardProblems.TooManyLinks);
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_a_link_is_dead()
    {
        var token = await SendLinkAsync();
        (await _world.Get<ShowCardLink>().ExecuteAsync(token, Browser)).Value.ExpiresAt.ShouldBe(_world.Clock.GetUtcNow().AddMinutes(15));
        _world.Clock.Advance(TimeSpan.FromMinutes(15));
        (await _world.Get<ShowCardLink>().ExecuteAsync(token, Browser)).Problem.ShouldBe(CardProblems.Gone);
    }

    [Fact]
    public async Task A_link_signs_nobody_in()
    {
        var token = await SendLinkAsync();
        await AskAsync(token);
        await _world.Get<EnterCardCode>().ExecuteAsync(token, Browser, _world.Platform.LatestCode(), Stranger);
        await using var db = _world.OpenDatabase();
        (await db.Sessions.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_made_up_link_is_dead_like_an_old_one(string? token) =>
        (await _world.Get<ShowCardLink>().ExecuteAsync(token, Browser)).Problem.ShouldBe(CardProblems.Gone);

    private async Task<string> SendLinkAsync()
    {
        _world.Platform.State.Outbox.Clear();
        (await _world.Get<SendCardLink>().ExecuteAsync(_session, _eventId.Value)).IsSuccess.ShouldBeTrue();
        await _world.Get<SendNotices>().ExecuteAsync();
        return _world.Platform.SmsTo(Meera).Select(text => Link().Match(text)).Single(match => match.Success).Groups["token"].Value;
    }

    private async Task AskAsync(string token)
    {
        // A code was sent a moment ago, to sign in.
        _world.Clock.Advance(TimeSpan.FromSeconds(30));
        (await _world.Get<AskForCardCode>().ExecuteAsync(token, Browser, OtpChannel.Phone, Language.English, Stranger)).IsSuccess.ShouldBeTrue();
        await _world.Get<SendCodes>().ExecuteAsync();
    }

    [GeneratedRegex(@"/card/link/(?<token>[\w-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
