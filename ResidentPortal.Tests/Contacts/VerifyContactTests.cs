using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Contacts;

/// <summary>Anybody with a number and its contact sees that the contact works; nobody learns whether a number exists, and nobody is signed in (S-01, S-02, S-12).</summary>
public sealed class VerifyContactTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_right_code_shows_that_the_phone_works_and_tells_its_owner()
    {
        var outcome = await VerifyAsync(OtpChannel.Phone);

        outcome.Value.ShouldBe(new VerifiedContact(OtpChannel.Phone, "••••••0001", _world.Clock.GetUtcNow()));
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.EmailsTo(Meera).Single().ShouldContain("Somebody checked with a code that this phone or email of yours works. Nothing was changed.");
        await using var db = _world.OpenDatabase();
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.ContactVerified && row.Result == AuditResult.Success)).ShouldBe(1);
        (await db.Sessions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task It_stands_in_the_owners_requests()
    {
        await VerifyAsync(OtpChannel.Email);
        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        var ticket = await _world.SignInAsync(browser: "owner");
        var act = (await _world.Get<ListRecentRequests>().ExecuteAsync(ticket.SessionId)).Value.ShouldHaveSingleItem();
        (act.Kind, act.State).ShouldBe((ActKind.VerifyContact, ActState.Confirmed));
        (await _world.ReceiptAsync(ticket.SessionId, act.EventId)).Order.ShouldBe(new VerifyContactOrder(OtpChannel.Email));
    }

    [Fact]
    public async Task Whether_a_contact_was_verified_is_told_with_the_contact_masked_and_for_that_channel_alone()
    {
        (await FindAsync(OtpChannel.Phone)).Value.ShouldBe(new ContactVerification(IsVerified: false, Masked: null));
        await VerifyAsync(OtpChannel.Phone);
        (await FindAsync(OtpChannel.Phone)).Value.ShouldBe(new ContactVerification(IsVerified: true, "••••••0001"));
        (await FindAsync(OtpChannel.Email)).Value.ShouldBe(new ContactVerification(IsVerified: false, Masked: null));
        (await _world.Get<FindContactVerification>().ExecuteAsync(Number(_world.Platform.UnknownUin), OtpChannel.Phone)).Problem.ShouldBe(ProfileProblems.UnknownPerson);
    }

    [Fact]
    public async Task A_contact_that_took_its_place_since_then_is_not_verified()
    {
        await VerifyAsync(OtpChannel.Phone);
        _world.Platform.State.Add(_world.Platform.State.Population.Find(Meera)! with { Phone = "9000000055" });
        (await FindAsync(OtpChannel.Phone)).Value.IsVerified.ShouldBeFalse();
    }

    [Fact]
    public async Task Verifying_again_renews_the_one_row()
    {
        await VerifyAsync(OtpChannel.Phone);
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await VerifyAsync(OtpChannel.Phone);
        await using var db = _world.OpenDatabase();
        (await db.VerifiedContacts.SingleAsync()).VerifiedAt.ShouldBe(_world.Clock.GetUtcNow());
    }

    [Fact]
    public async Task S_01_The_answers_are_the_same_for_every_number()
    {
        var answers = new List<string>();
        foreach (var number in (string[])[Meera, _world.Platform.DeactivatedUin, _world.Platform.UinWithoutContacts, _world.Platform.UnknownUin])
        {
            var asked = await AskAsync(number, OtpChannel.Phone, number);
            var shown = await _world.Get<ShowContactVerification>().ExecuteAsync(number);
            var wrong = await _world.Get<VerifyContact>().ExecuteAsync(number, "000000", new Visitor(number, "192.0.2"));
            answers.Add($"{asked.Value} {shown.Value} {wrong.Problem}");
        }

        answers.Distinct().ShouldHaveSingleItem().ShouldEndWith("otp.wrong");
    }

    [Fact]
    public async Task S_02_A_code_to_verify_signs_nobody_in_and_one_to_sign_in_verifies_nothing()
    {
        await AskAsync(Meera, OtpChannel.Phone, "browser");
        (await _world.EnterCodeAsync(_world.Platform.LatestCode())).Problem.ShouldBe(OtpProblems.NoneActive);
        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        await _world.AskForCodeAsync(browser: "other");
        (await _world.Get<VerifyContact>().ExecuteAsync("other", _world.Platform.LatestCode(), HomePhone)).Problem.ShouldBe(OtpProblems.NoneActive);
    }

    [Fact]
    public async Task Another_code_goes_to_the_other_contact_without_typing_the_number_again()
    {
        await AskAsync(Meera, OtpChannel.Phone, "browser");
        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        (await _world.Get<AskToVerifyContactAgain>().ExecuteAsync("browser", OtpChannel.Email, HomePhone)).Value.Channel.ShouldBe(OtpChannel.Email);
        await _world.Get<SendCodes>().ExecuteAsync();
        (await _world.Get<VerifyContact>().ExecuteAsync("browser", _world.Platform.LatestCode(), HomePhone)).Value.Masked.ShouldBe("m•••••@example.org");
    }

    [Fact]
    public async Task R_10_Where_the_record_cannot_be_read_nothing_is_said_to_be_verified()
    {
        await AskAsync(Meera, OtpChannel.Phone, "browser");
        _world.Platform.Next(FakeMosip.FindIdentity, CommonProblems.ServiceUnavailable);
        (await _world.Get<VerifyContact>().ExecuteAsync("browser", _world.Platform.LatestCode(), HomePhone)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await FindAsync(OtpChannel.Phone)).Value.IsVerified.ShouldBeFalse();
    }

    [Fact]
    public async Task S_47_Number_and_contact_stand_nowhere_in_clear()
    {
        await VerifyAsync(OtpChannel.Phone);
        var file = await _world.ReadDatabaseFileAsync();
        file.ShouldNotContain(Meera);
        file.ShouldNotContain("9876500001");
    }

    private async Task<Outcome<CodeAsked>> AskAsync(string number, OtpChannel channel, string browser)
    {
        var asked = await _world.Get<AskToVerifyContact>().ExecuteAsync(new VerifyContactWish(Number(number), channel, browser, Language.English, new Visitor(browser, "192.0.2")));
        await _world.Get<SendCodes>().ExecuteAsync();
        return asked;
    }

    private async Task<Outcome<VerifiedContact>> VerifyAsync(OtpChannel channel)
    {
        await AskAsync(Meera, channel, "browser");
        return await _world.Get<VerifyContact>().ExecuteAsync("browser", _world.Platform.LatestCode(), HomePhone);
    }

    private Task<Outcome<ContactVerification>> FindAsync(OtpChannel channel) => _world.Get<FindContactVerification>().ExecuteAsync(Number(Meera), channel);
}
