using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Notifications;

/// <summary>The messages of a resident as they read them in the portal.</summary>
public sealed class ListNoticesTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_message_is_listed_whole_with_its_way_and_its_request_in_the_language_of_the_reader()
    {
        var eventId = (await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint))).Value;
        (await NewestAsync()).Way.ShouldBe(NoticeWay.Waiting);
        await _world.Get<SendNotices>().ExecuteAsync(Cancellation);
        var listed = await NewestAsync();
        (listed.Subject, listed.Text, listed.Way, listed.IsRead).ShouldBe(("Your locks were changed", $"Now locked: fingerprint. We checked. Request {eventId}.", NoticeWay.Both, false));
        listed.EventId.ShouldBe(eventId);
        (await NewestAsync(Language.Arabic)).Text.ShouldStartWith("مقفل الآن: بصمة الإصبع.");
        (await NewestAsync(Language.French)).Text.ShouldStartWith("Verrouillé maintenant : empreinte digitale.");
    }

    [Fact]
    public async Task What_could_not_be_delivered_is_told_so()
    {
        await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint));
        _world.Platform.Next(FakeMosip.SendSms, CommonProblems.Refused, times: 9);
        _world.Platform.Next(FakeMosip.SendEmail, CommonProblems.Refused, times: 9);
        await _world.Get<SendNotices>().ExecuteAsync(Cancellation);
        (await NewestAsync()).Way.ShouldBe(NoticeWay.None);
    }

    [Fact]
    public async Task What_was_secret_in_a_message_is_not_listed()
    {
        var card = (await _world.MakeCardAsync(_session)).Value;
        (await _world.Get<SendCardLink>().ExecuteAsync(_session, card.Value, Cancellation)).IsSuccess.ShouldBeTrue();
        await _world.Get<SendNotices>().ExecuteAsync(Cancellation);
        var link = _world.Platform.SmsTo(Meera).Single(text => text.Contains("/card/link/", StringComparison.Ordinal));
        link.ShouldContain("resident.example.org/card/link/");
        var messages = await _world.MessagesAsync(_session);
        messages.Notices.ShouldAllBe(notice => !notice.Text.Contains("/card/link/", StringComparison.Ordinal));
        messages.Notices.Single(notice => notice.Kind is NoticeKind.CardLink).Text.ShouldBe("You asked for the link to your card, and we sent it to you.");
    }

    [Fact]
    public async Task Messages_are_read_one_by_one_or_all_at_once_and_stay_read()
    {
        await AddNoticesAsync(5);
        (await _world.MessagesAsync(_session)).Unread.ShouldBe(5);
        var one = (await NewestAsync()).Id;
        (await MarkAsync(_session, one)).Value.Count.ShouldBe(1);
        (await MarkAsync(_session, one)).Value.Count.ShouldBe(0);
        (await CountAsync(_session)).ShouldBe(4);
        var at = await ReadAtAsync(one);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await MarkAsync(_session, id: null)).Value.Count.ShouldBe(4);
        (await CountAsync(_session)).ShouldBe(0);
        (await ReadAtAsync(one)).ShouldBe(at);
    }

    [Fact]
    public async Task Twenty_stand_on_a_page_the_newest_first()
    {
        await AddNoticesAsync(43);
        var last = await _world.MessagesAsync(_session, page: 9);
        (last.Page, last.Pages, last.Total, last.Notices.Count).ShouldBe((3, 3, 43, 3));
        var times = (await _world.MessagesAsync(_session)).Notices.Select(notice => notice.CreatedAt).ToList();
        times.ShouldBe(times.OrderDescending());
    }

    [Fact]
    public async Task S_25_The_messages_of_another_resident_are_neither_listed_nor_counted_nor_marked()
    {
        await AddNoticesAsync(2);
        var id = (await NewestAsync()).Id;
        var other = (await _world.SignInAsync(Residents.Priya, "another-browser", Stranger)).SessionId;
        (await _world.MessagesAsync(other)).Notices.ShouldAllBe(notice => notice.Kind == NoticeKind.NewSignIn);
        (await MarkAsync(other, id)).Problem.ShouldBe(CommonProblems.NotFound);
        (await MarkAsync(other, id: null)).IsSuccess.ShouldBeTrue();
        (await CountAsync(_session)).ShouldBe(2);
        (await MarkAsync(Guid.NewGuid(), id: null)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<ListNotices>().ExecuteAsync(Guid.NewGuid(), Language.English, 1, Cancellation)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<CountUnreadNotices>().ExecuteAsync(Guid.NewGuid(), Cancellation)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<ShowNoticeLanguage>().ExecuteAsync(Guid.NewGuid(), Cancellation)).Problem.ShouldBe(CommonProblems.SignInNeeded);
    }

    [Theory]
    [InlineData("3741891571", "ara")]
    [InlineData("4195891024", "fra")]
    public async Task The_language_of_messages_is_that_of_the_record(string uin, string language) =>
        (await _world.Get<ShowNoticeLanguage>().ExecuteAsync((await _world.SignInAsync(uin, "another-browser", Stranger)).SessionId, Cancellation)).Value.Code.ShouldBe(language);

    private Task<Outcome<NoticesRead>> MarkAsync(Guid session, Guid? id) => _world.Get<MarkNoticesRead>().ExecuteAsync(session, id, Cancellation);

    private async Task<int> CountAsync(Guid session) => (await _world.Get<CountUnreadNotices>().ExecuteAsync(session, Cancellation)).Value;

    private async Task<ListedNotice> NewestAsync(Language? language = null) => (await _world.MessagesAsync(_session, language)).Notices[0];

    private async Task<DateTimeOffset?> ReadAtAsync(Guid id)
    {
        await using var db = _world.OpenDatabase();
        return (await db.Notices.SingleAsync(row => row.Id == id, Cancellation)).ReadAt;
    }

    // Nothing else of the world stands in the list: what signing in told is taken away.
    private async Task AddNoticesAsync(int count)
    {
        await using var db = _world.OpenDatabase();
        await db.Notices.ExecuteDeleteAsync(Cancellation);
        var sealedUin = _world.Get<Core.Storage.Vault>().Seal(Number(Meera));
        for (var i = 0; i < count; i++)
        {
            _world.Get<Notices>().Add(db, new Notice(NoticeKind.CardMade, sealedUin, "eng", $"test {i}", EventId: "7999015725756916"));
            await db.SaveChangesAsync(Cancellation);
            _world.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
