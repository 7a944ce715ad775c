using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Recovery.RecoverySteps;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Recovery;

/// <summary>A lost number goes to the registered contact and nowhere else, and there are no secret questions (S-15).</summary>
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
}
