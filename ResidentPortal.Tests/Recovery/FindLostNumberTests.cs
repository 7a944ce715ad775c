using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Recovery.RecoverySteps;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Recovery;

/// <summary>
/// A lost number goes to the registered contact and nowhere else, and there are no secret questions (S-15). The answers are the same whatever there is (S-01), and come before
/// the platform is asked; limits hold without anybody else's puzzles (S-16).
/// </summary>
public sealed class FindLostNumberTests : IAsyncLifetime
{
    private const string Nobody = "9000000099";
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task S_15_A_lost_UIN_comes_as_a_link_to_every_registered_contact_and_stands_in_the_owners_requests()
    {
        await _world.TakeAsync();
        await _world.SearchAsync();

        var text = _world.MessagesTo(Phone).ShouldHaveSingleItem();
        text.ShouldStartWith("You asked for a lost number. Fetch it here: https://resident.example.org/lost-number/link/");
        text.ShouldContain("It works once, until 2026-11-25 10:00 UTC. Do not pass it on.");
        text.ShouldNotContain(Meera);
        _world.MessagesTo("meera.k@example.org").ShouldHaveSingleItem();
        var ticket = await _world.SignInAsync();
        (await _world.Get<ListRecentRequests>().ExecuteAsync(ticket.SessionId)).Value.Select(one => (one.Kind, one.State)).ShouldBe([(ActKind.FindLostNumber, ActState.Confirmed)]);
        await using var db = _world.OpenDatabase();
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.LostNumberSought && row.Result == AuditResult.Success)).ShouldBe(1);
    }

    [Theory]
    [InlineData("meera  kaldan", "9876500001", "14022")]
    [InlineData("MEERA KALDAN", "98765 00001", " 14 022 ")]
    [InlineData("Meera Kaldan", "٩٨٧٦٥٠٠٠٠١", "١٤٠٢٢")]
    [InlineData("Meera Kaldan", "meera.k@example.org", "14-022")]
    public async Task It_is_found_however_the_same_is_written(string name, string contact, string postalCode)
    {
        await _world.TakeAsync(name: name, contact: contact, postalCode: postalCode);
        await _world.SearchAsync();
        _world.MessagesTo(Phone).ShouldHaveSingleItem().ShouldContain("/lost-number/link/");
    }

    [Theory]
    [InlineData("Somebody Else", "9876500001", "14022")]
    [InlineData("Meera Kaldan", "9876500001", "99999")]
    [InlineData("Lucien Marchetti", "9876500016", "14022")]
    [InlineData("Jonas Weber", "9876500032", "14022")]
    public async Task What_does_not_fit_or_is_out_of_use_gives_nothing_but_word_of_it_to_the_proved_contact(string name, string contact, string postalCode)
    {
        await _world.TakeAsync(name: name, contact: contact, postalCode: postalCode);
        await _world.SearchAsync();
        _world.MessagesTo(contact).ShouldHaveSingleItem().ShouldStartWith("You asked for a lost number. We could not find one with these details. A centre can help you.");
        await using var db = _world.OpenDatabase();
        (await db.ServiceRequests.CountAsync()).ShouldBe(0);
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.LostNumberSought && row.Result == AuditResult.Failure)).ShouldBe(1);
    }

    [Fact]
    public async Task S_15_A_contact_that_is_not_the_registered_one_gets_no_number_though_the_registration_was_announced_with_it()
    {
        var resident = _world.Platform.State.Population.Find(Meera)!;
        _world.Platform.State.Add(resident with { Phone = "9000000055" });
        _world.Platform.State.Registrations.Put(Sandbox.Registration.Done(resident.Rid, Meera) with { Announcement = new Sandbox.Announcement(Name, Phone, Email: null) });

        await _world.TakeAsync();
        await _world.SearchAsync();

        _world.MessagesTo(Phone).ShouldHaveSingleItem().ShouldContain("We could not find one");
        _world.MessagesTo("9000000055").ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_people_who_share_name_contact_and_postal_code_are_told_apart_by_nobody()
    {
        var father = _world.Platform.State.Population.Find(Meera)!;
        _world.Platform.State.Add(father with { Uin = _world.Platform.UnknownUin, Rid = "10001101010100020240103080000", Vid = "9830872690593682" });
        await _world.TakeAsync();
        await _world.SearchAsync();
        _world.MessagesTo(Phone).ShouldHaveSingleItem().ShouldContain("We could not find one");
    }

    [Fact]
    public async Task Two_registrations_of_one_person_are_one_person()
    {
        _world.Platform.State.Registrations.Put(Sandbox.Registration.Done("10001101010100020260103080000", Meera) with { Announcement = new Sandbox.Announcement(Name, Phone, Email: null) });
        await _world.TakeAsync();
        await _world.SearchAsync();
        _world.MessagesTo(Phone).ShouldHaveSingleItem().ShouldContain("/lost-number/link/");
    }

    [Fact]
    public async Task A_lost_RID_whose_identity_does_not_exist_yet_goes_to_the_contact_that_was_proved()
    {
        await _world.TakeAsync(LostNumberKind.Rid, "Hana Lindqvist", "9876500031", "whatever");
        await _world.SearchAsync();
        _world.MessagesTo("9876500031").ShouldHaveSingleItem().ShouldContain("/lost-number/link/");
        await using var db = _world.OpenDatabase();
        (await db.ServiceRequests.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Two_registrations_without_identities_may_be_two_people_and_give_nothing()
    {
        await _world.TakeAsync(LostNumberKind.Rid, "Jonas Weber", "9876500032");
        await _world.SearchAsync();
        _world.MessagesTo("9876500032").ShouldHaveSingleItem().ShouldContain("We could not find one");
    }

    [Fact]
    public async Task Five_registrations_are_more_than_the_platform_lists_and_give_nothing()
    {
        for (var i = 0; i < 5; i++)
        {
            _world.Platform.State.Registrations.Put(
                Sandbox.Registration.At($"1000110010002{i}020260518081500", "PACKET_RECEIVER", "SUCCESS", "PROCESSING", "one of five") with { Announcement = new Sandbox.Announcement("Anna Five", Nobody, Email: null) });
        }

        await _world.TakeAsync(LostNumberKind.Rid, "Anna Five", Nobody);
        await _world.SearchAsync();
        _world.MessagesTo(Nobody).ShouldHaveSingleItem().ShouldContain("We could not find one");
    }

    [Fact]
    public async Task S_01_The_answers_are_the_same_for_found_not_found_and_several_and_come_before_the_platform_is_asked()
    {
        var asked = new List<CodeAsked>();
        var calls = new List<string>();
        foreach (var (name, contact) in new[] { (Name, Phone), ("Somebody Else", Nobody), ("Jonas Weber", "9876500032") })
        {
            _world.Platform.Calls.Clear();
            asked.Add((await _world.AskAsync(name: name, contact: contact, browser: name)).Value);
            _world.Platform.Calls.ShouldBeEmpty();
            await _world.Get<SendContactCodes>().ExecuteAsync();
            asked.Add((await _world.Get<ShowLostNumberCode>().ExecuteAsync(name)).Value);
            _world.Platform.Calls.Clear();
            (await _world.EnterAsync(_world.Platform.LatestCode(), name)).Value.Password.Length.ShouldBe(8);
            calls.Add(string.Join(' ', _world.Platform.Calls));
        }

        asked.Distinct().ShouldHaveSingleItem();
        calls.Distinct().ShouldHaveSingleItem().ShouldBe(FakeMosip.ValidateOtp);
    }

    [Fact]
    public async Task S_02_The_code_works_only_in_the_browser_that_asked_and_starts_one_search_in_parallel_too()
    {
        await _world.AskAsync();
        await _world.Get<SendContactCodes>().ExecuteAsync();
        var code = _world.Platform.LatestCode();
        (await _world.EnterAsync(code, "another browser")).Problem.ShouldBe(OtpProblems.NoneActive);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _world.EnterAsync(code)));
        outcomes.Count(outcome => outcome.IsSuccess).ShouldBe(1);
        await _world.Get<FindLostNumbers>().ExecuteAsync();
        _world.Platform.CountOf(FakeMosip.SearchLost).ShouldBe(1);
    }

    [Fact]
    public async Task S_05_Four_wrong_codes_are_too_many_and_nothing_is_searched()
    {
        await _world.AskAsync();
        await _world.Get<SendContactCodes>().ExecuteAsync();
        for (var i = 0; i < 4; i++)
        {
            await _world.EnterAsync(_world.WrongCode());
        }

        (await _world.EnterAsync(_world.Platform.LatestCode())).Problem.ShouldBe(OtpProblems.NewCodeNeeded);
        await _world.SearchAsync();
        _world.Platform.CountOf(FakeMosip.SearchLost).ShouldBe(0);
    }

    [Fact]
    public async Task S_16_A_machine_is_stopped_by_limits_alike_for_contacts_that_are_registered_and_not()
    {
        foreach (var contact in (string[])[Phone, Nobody])
        {
            for (var i = 0; i < 5; i++)
            {
                (await _world.AskAsync(contact: contact, visitor: new Visitor($"{contact} {i}", $"{contact} {i}"))).IsSuccess.ShouldBeTrue();
                _world.Clock.Advance(TimeSpan.FromMinutes(11));
            }

            (await _world.AskAsync(contact: contact, visitor: Stranger)).Problem!.Key.ShouldBe(OtpProblems.TooSoon.Key);
        }
    }

    [Fact]
    public async Task Another_code_goes_to_the_same_contact_without_typing_it_again()
    {
        await _world.AskAsync(contact: "meera.k@example.org");
        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        (await _world.Get<AskToFindLostNumberAgain>().ExecuteAsync("browser", HomePhone)).Value.Channel.ShouldBe(OtpChannel.Email);
        await _world.Get<SendContactCodes>().ExecuteAsync();
        (await _world.EnterAsync(_world.Platform.LatestCode())).IsSuccess.ShouldBeTrue();
        (await _world.Get<AskToFindLostNumberAgain>().ExecuteAsync("another browser", HomePhone)).Problem.ShouldBe(OtpProblems.NoneActive);
    }

    [Theory]
    [InlineData("12345", "contact.notAPhone")]
    [InlineData("someone@somewhere", "contact.notAnEmail")]
    public async Task A_contact_that_cannot_be_one_is_told_at_once(string contact, string problem)
    {
        (await _world.AskAsync(contact: contact)).Problem!.Key.ShouldBe(problem);
        _world.Platform.State.Outbox.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_without_an_end_is_refused() => (await _world.AskAsync(name: new string('a', 161))).Problem.ShouldBe(RecoveryProblems.TooLong);

    [Fact]
    public async Task Where_the_platform_does_not_let_the_portal_search_nothing_is_sent()
    {
        _world.Platform.MaySearch = false;
        (await _world.Get<ShowLostNumberSearch>().ExecuteAsync()).Problem.ShouldBe(RecoveryProblems.NotAllowed);
        (await _world.AskAsync()).Problem.ShouldBe(RecoveryProblems.NotAllowed);
        await _world.Get<SendContactCodes>().ExecuteAsync();
        _world.Platform.State.Outbox.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FakeMosip.SearchLost)]
    [InlineData(FakeMosip.FindLostPerson)]
    public async Task R_10_A_platform_that_is_down_is_asked_later_and_the_number_comes_then(string operation)
    {
        await _world.TakeAsync();
        _world.Platform.Next(operation, CommonProblems.ServiceUnavailable);
        await _world.SearchAsync();
        _world.MessagesTo(Phone).ShouldBeEmpty();
        _world.Clock.Advance(TimeSpan.FromSeconds(59));
        await _world.SearchAsync();
        _world.MessagesTo(Phone).ShouldBeEmpty();
        _world.Clock.Advance(TimeSpan.FromSeconds(2));
        await _world.SearchAsync();
        _world.MessagesTo(Phone).ShouldHaveSingleItem().ShouldContain("/lost-number/link/");
    }

    [Fact]
    public async Task R_10_After_a_day_without_the_platform_the_visitor_is_told_that_nothing_was_found()
    {
        await _world.TakeAsync();
        _world.Platform.Next(FakeMosip.SearchLost, RecoveryProblems.NotAllowed, times: 20);
        for (var i = 0; i < 30; i++)
        {
            await _world.SearchAsync();
            _world.Clock.Advance(TimeSpan.FromHours(1));
        }

        _world.Platform.CountOf(FakeMosip.SearchLost).ShouldBe(8);
        _world.MessagesTo(Phone).ShouldHaveSingleItem().ShouldContain("We could not find one");
    }

    [Fact]
    public async Task R_20_A_search_that_a_dead_worker_had_taken_is_done_when_its_lease_is_over_and_once()
    {
        await _world.TakeAsync();
        await using (var db = _world.OpenDatabase())
        {
            var lease = _world.Clock.GetUtcNow().AddMinutes(2);
            await db.LostNumbers.ExecuteUpdateAsync(update => update.SetProperty(row => row.State, LostNumberState.Searching).SetProperty(row => row.NextTryAt, lease).SetProperty(row => row.Tries, 1));
        }

        await _world.SearchAsync();
        _world.MessagesTo(Phone).ShouldBeEmpty();
        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(_world.SearchAsync(), _world.SearchAsync());
        await _world.SearchAsync();
        _world.MessagesTo(Phone).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task S_47_Nothing_of_the_person_stands_in_the_database_in_clear()
    {
        var password = await _world.TakeAsync();
        await _world.SearchAsync();
        var file = await _world.ReadDatabaseFileAsync();
        foreach (var value in (string[])[Name, Phone, "meera.k@example.org", Meera, password, _world.TokenTo(Phone)])
        {
            file.ShouldNotContain(value);
        }
    }

    [Fact]
    public async Task S_49_What_was_typed_is_forgotten_after_an_hour_without_a_code_and_all_of_it_a_day_after_the_end()
    {
        await _world.AskAsync(browser: "left");
        await _world.Get<ForgetLostNumbers>().ExecuteAsync();
        _world.Clock.Advance(TimeSpan.FromHours(1));
        (await _world.Get<ForgetLostNumbers>().ExecuteAsync()).Value.ShouldBe(1);
        await _world.TakeAsync();
        await _world.SearchAsync();
        (await _world.Get<ForgetLostNumbers>().ExecuteAsync()).Value.ShouldBe(0);
        _world.Clock.Advance(TimeSpan.FromHours(24));
        (await _world.Get<ForgetLostNumbers>().ExecuteAsync()).Value.ShouldBe(1);
    }

    [Fact]
    public async Task S_50_Neither_wish_nor_search_tells_anything_of_the_person_when_printed()
    {
        new LostNumberWish(LostNumberKind.Uin, Name, Phone, PostalCode, "browser", Language.English, HomePhone).ToString().ShouldBe(nameof(LostNumberWish));
        new LostSearch(Name, Phone, Email: null).ToString().ShouldBe(nameof(LostSearch));
        new LostNumberTaken("ABCDEFGH", 24).ToString().ShouldBe(nameof(LostNumberTaken));
        await Task.CompletedTask;
    }
}
