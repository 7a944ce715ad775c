using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Tests.World;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Cards;

public sealed class MakeCardTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_masked_card_opens_with_the_password_of_the_rule_and_shows_only_the_last_digits()
    {
        var eventId = (await _world.MakeCardAsync(_session)).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Confirmed);
        var password = (await _world.Get<ShowCardPassword>().ExecuteAsync(CardTicket.Of(_session, eventId.Value))).Value;
        (password.Text, password.Origin).ShouldBe(("MEER1990", CardPasswordOrigin.Rule));

        var text = TextOf(await _world.FetchCardAsync(_session, eventId), password.Text);
        text.ShouldContain("Meera Kaldan");
        text.ShouldContain("•••• ••86 51");
        text.ShouldNotContain("4952 4086 51");
    }

    [Fact]
    public async Task A_whole_card_shows_every_digit()
    {
        var eventId = (await _world.MakeCardAsync(_session, CardChoice.Uin)).Value;
        TextOf(await _world.FetchCardAsync(_session, eventId), "MEER1990").ShouldContain("4952 4086 51");
    }

    [Fact]
    public async Task A_card_of_a_VID_shows_the_VID_and_no_digit_of_the_UIN()
    {
        var vid = (await _world.VidsAsync(_session)).Vids[0];
        var eventId = (await _world.MakeCardAsync(_session, CardChoice.Vid, vid.Key)).Value;
        (await _world.ReceiptAsync(_session, eventId)).Kind.ShouldBe(ActKind.MakeVidCard);
        var text = TextOf(await _world.FetchCardAsync(_session, eventId), "MEER1990");
        text.ShouldContain("4913 0896 8570 1546");
        text.ShouldNotContain("86 51");
    }

    [Fact]
    public async Task S_25_A_card_of_another_residents_VID_is_not_made()
    {
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        var theirs = (await _world.VidsAsync(other)).Vids[0].Key;
        (await _world.MakeCardAsync(_session, CardChoice.Vid, theirs)).Problem.ShouldBe(VirtualIdProblems.UnknownVid);
        _world.Platform.CountOf(FakeMosip.FindHolder).ShouldBe(0);
    }

    [Fact]
    public async Task S_25_Another_residents_card_is_neither_seen_nor_fetched_nor_opened()
    {
        var eventId = (await _world.MakeCardAsync(_session)).Value;
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        var ticket = CardTicket.Of(other, eventId.Value);
        (await _world.Get<ShowCardFile>().ExecuteAsync(ticket)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<ShowCardPassword>().ExecuteAsync(ticket)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<DeliverCard>().ExecuteAsync(ticket)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<SendCardLink>().ExecuteAsync(other, eventId.Value)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<ShowCardFile>().ExecuteAsync(CardTicket.Of(_session, eventId.Value))).Value.IsThere.ShouldBeTrue();
    }

    [Fact]
    public async Task The_file_is_handed_out_once_also_to_twenty_at_a_time_and_nothing_of_it_is_kept()
    {
        var eventId = (await _world.MakeCardAsync(_session)).Value;
        var deliveries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.Get<DeliverCard>().ExecuteAsync(CardTicket.Of(_session, eventId.Value)))));
        deliveries.Count(delivery => delivery.IsSuccess).ShouldBe(1);
        deliveries.Where(delivery => !delivery.IsSuccess).ShouldAllBe(delivery => delivery.Problem == CardProblems.Gone);
        await using var db = _world.OpenDatabase();
        var row = await db.CardFiles.SingleAsync(TestContext.Current.CancellationToken);
        (row.SealedFile, row.DeliveredAt).ShouldBe((null, _world.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task R_21_Twenty_presses_at_once_make_one_card()
    {
        var order = new MakeCardOrder(Guid.NewGuid(), CardChoice.MaskedUin, VidKey: null, "eng");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.Get<MakeCard>().ExecuteAsync(_session, order))));
        outcomes.Select(outcome => outcome.Value).Distinct().ShouldHaveSingleItem();
        _world.Platform.CountOf(FakeMosip.FindHolder).ShouldBe(1);
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_nothing_of_an_unfetched_card_is_kept_and_a_day_later_not_even_its_password()
    {
        var eventId = (await _world.MakeCardAsync(_session)).Value;
        _world.Clock.Advance(TimeSpan.FromMinutes(15));
        var again = (await _world.SignInAsync(browser: "later")).SessionId;
        var ticket = CardTicket.Of(again, eventId.Value);
        (await _world.Get<DeliverCard>().ExecuteAsync(ticket)).Problem.ShouldBe(CardProblems.Gone);
        await _world.Get<ForgetCards>().ExecuteAsync();
        await using (var db = _world.OpenDatabase())
        {
            (await db.CardFiles.SingleAsync(TestContext.Current.CancellationToken)).SealedFile.ShouldBeNull();
        }

        (await _world.Get<ShowCardPassword>().ExecuteAsync(ticket)).Value.Text.ShouldBe("MEER1990");
        _world.Clock.Advance(TimeSpan.FromHours(24));
        await _world.Get<ForgetCards>().ExecuteAsync();
        await using var later = _world.OpenDatabase();
        (await later.CardFiles.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task An_Arabic_name_gets_a_random_password_and_the_page_can_say_why()
    {
        var session = (await _world.SignInAsync("3741891571", browser: "abd")).SessionId;
        var eventId = (await _world.MakeCardAsync(session)).Value;
        var password = (await _world.Get<ShowCardPassword>().ExecuteAsync(CardTicket.Of(session, eventId.Value))).Value;
        password.Origin.ShouldBe(CardPasswordOrigin.RuleGaveIllegal);
        password.Text.ShouldMatch("^[A-Z2-9]{10}$");
        TextOf(await _world.FetchCardAsync(session, eventId), password.Text).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("3805391087", PhotoState.NoneEnrolled)]
    [InlineData("6874698067", PhotoState.Unreadable)]
    [InlineData("4952408651", PhotoState.Ready)]
    public async Task A_card_without_a_photo_is_made_and_says_so(string uin, PhotoState state)
    {
        var session = (await _world.SignInAsync(uin, browser: "photo")).SessionId;
        var eventId = (await _world.MakeCardAsync(session)).Value;
        (await _world.Get<ShowCardFile>().ExecuteAsync(CardTicket.Of(session, eventId.Value))).Value.Photo.ShouldBe(state);
        await using var db = _world.OpenDatabase();
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.PhotoUnreadable, TestContext.Current.CancellationToken)).ShouldBe(state is PhotoState.Unreadable ? 1 : 0);
    }

    [Fact]
    public async Task S_11_Without_a_fresh_code_the_wish_waits_and_a_code_runs_it()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var refusal = (await _world.MakeCardAsync(_session)).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe(CommonProblems.FreshCodeNeeded.Key);
        _world.Platform.CountOf(FakeMosip.FindHolder).ShouldBe(0);
        await _world.ProveAgainAsync(_session);
        var eventId = (await _world.Get<ContinueAct>().ExecuteAsync(_session, (string)refusal.Facts["eventId"])).Value;
        (await _world.Get<ShowCardFile>().ExecuteAsync(CardTicket.Of(_session, eventId.Value))).Value.IsThere.ShouldBeTrue();
    }

    [Fact]
    public async Task R_01_Without_the_record_no_card_is_made_and_the_resident_is_told()
    {
        _world.Platform.Next(FakeMosip.FindHolder, CommonProblems.ServiceUnavailable);
        var eventId = (await _world.MakeCardAsync(_session)).Value;
        var receipt = await _world.ReceiptAsync(_session, eventId);
        (receipt.State, receipt.Problem).ShouldBe((ActState.Failed, CommonProblems.ServiceUnavailable.Key));
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("You asked for your card as a file. It could not be made. Request ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_UIN_that_was_blocked_after_the_sign_in_gets_no_card()
    {
        _world.Platform.BendHolder = holder => holder with { Status = Core.Profile.IdentityStatus.Blocked };
        var eventId = (await _world.MakeCardAsync(_session)).Value;
        var receipt = await _world.ReceiptAsync(_session, eventId);
        (receipt.State, receipt.Problem).ShouldBe((ActState.Refused, CardProblems.NotActive.Key));
    }

    [Fact]
    public async Task R_19_A_crash_while_a_card_is_made_ends_as_not_made()
    {
        _world.Platform.BendHolder = _ => throw new InvalidOperationException("The process was killed here.");
        var order = new MakeCardOrder(Guid.NewGuid(), CardChoice.MaskedUin, VidKey: null, "eng");
        await Should.ThrowAsync<InvalidOperationException>(() => _world.Get<MakeCard>().ExecuteAsync(_session, order));
        _world.Clock.Advance(TimeSpan.FromSeconds(46));
        await _world.Get<LookAgainAtActs>().ExecuteAsync();
        (await _world.ReceiptAsync(_session, (await _world.Get<MakeCard>().ExecuteAsync(_session, order)).Value)).State.ShouldBe(ActState.Failed);
    }

    [Fact]
    public async Task S_12_The_resident_is_told_that_a_card_was_made_without_number_or_password()
    {
        await _world.MakeCardAsync(_session);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("Someone who is signed in with your ID number made your card as a file. Request ", StringComparison.Ordinal));
        _world.Platform.State.Outbox.Messages.ShouldAllBe(message => !message.Text.Contains(Meera, StringComparison.Ordinal) && !message.Text.Contains("MEER1990", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_the_file_nor_its_password_stands_in_the_database_in_clear()
    {
        await _world.MakeCardAsync(_session);
        await using var db = _world.OpenDatabase();
        var row = await db.CardFiles.SingleAsync(TestContext.Current.CancellationToken);
        row.SealedPassword.ShouldNotContain("MEER1990");
        row.SealedFile!.ShouldNotStartWith("JVBERi");
    }

    [Fact]
    public async Task What_was_handed_out_is_wiped_from_the_database_file_as_well()
    {
        var eventId = (await _world.MakeCardAsync(_session)).Value;
        string sealedFile;
        await using (var db = _world.OpenDatabase())
        {
            sealedFile = (await db.CardFiles.SingleAsync(TestContext.Current.CancellationToken)).SealedFile!;
        }

        var piece = sealedFile[1000..1200];
        (await _world.ReadDatabaseFileAsync()).ShouldContain(piece);
        await _world.FetchCardAsync(_session, eventId);
        (await _world.ReadDatabaseFileAsync()).ShouldNotContain(piece);
    }

    private static string TextOf(byte[] pdf, string password)
    {
        Should.Throw<Exception>(() => PdfDocument.Open(pdf)).GetType().Name.ShouldBe("PdfDocumentEncryptedException");
        using var document = PdfDocument.Open(pdf, new ParsingOptions { Password = password });
        return string.Join(' ', document.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
    }
}
