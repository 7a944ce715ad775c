using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sharing;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Sharing.SharingSteps;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Sharing;

/// <summary>Credentials that another program asks for in a resident's name.</summary>
public sealed class RequestCredentialTests : IAsyncLifetime
{
    private const string Shop = "shop-software";

    private readonly CoreWorld _world = new();
    private Guid _session;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_partner_gets_what_was_asked_for_and_the_resident_finds_it_among_what_they_shared()
    {
        var taken = (await AskAsync(Order())).Value;
        (await StandingAsync(taken)).ShouldBe(new CredentialStanding(Number(Meera), "NEW"));

        await _world.PassAsync(TimeSpan.FromSeconds(31));

        (await StandingAsync(taken)).Word.ShouldBe("ISSUED");
        _world.Platform.State.Shares().Single()["credentialSubject"]!.ToJsonString().ShouldBe("""{"dateOfBirth":"1990/05/17"}""");
        var listed = (await _world.SharesAsync(_session)).ShouldHaveSingleItem();
        (listed.PartnerName, listed.State, listed.IsByProgram, listed.Purpose).ShouldBe(("Harbour Bank", ActState.Confirmed, true, null));
        listed.Choices.ShouldBe([new DisclosureChoice("dateOfBirth")]);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith($"You shared data with Harbour Bank. It has them now. Request {taken.EventId.Value}.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_who_came_with_a_stand_in_number_is_named_to_the_partner_by_that_number_alone()
    {
        var vid = _world.Platform.VidOf(Meera);
        _session = (await _world.SignInAsync(vid, browser: "with-vid")).SessionId;

        var taken = (await AskAsync(Order())).Value;

        _world.Platform.State.Credentials.Find(taken.RequestId)!.Id.ShouldBe(vid);
        (await StandingAsync(taken)).Person.ShouldBe(Number(vid));
    }

    [Fact]
    public async Task Nobody_but_the_program_that_asked_finds_a_request()
    {
        var taken = (await AskAsync(Order())).Value;
        var shared = await _world.ShareAsync(_session, SharingSteps.Order(Clinic, new DisclosureChoice("fullName")));
        shared.IsSuccess.ShouldBeTrue();
        var ofThePages = _world.Platform.State.Credentials.All.Single(order => order.Issuer is Clinic).RequestId;

        (string Id, string Client)[] foreign =
        [
            (taken.RequestId.ToString(), "other-software"), (taken.RequestId.ToString(), string.Empty), (ofThePages.ToString(), Shop), (ofThePages.ToString(), string.Empty), (Guid.NewGuid().ToString(), Shop),
            (taken.EventId.Value, Shop), ("' OR 1=1", Shop), (string.Empty, Shop), (taken.RequestId.ToString("N"), Shop),
        ];
        foreach (var (id, client) in foreign)
        {
            (await _world.Get<ShowCredentialRequest>().ExecuteAsync(id, client)).Problem.ShouldBe(SharingProblems.UnknownRequest);
            (await _world.Get<CancelCredentialRequest>().ExecuteAsync(id, client)).Problem.ShouldBe(SharingProblems.UnknownRequest);
            (await _world.Get<FetchCredentialCard>().ExecuteAsync(id, client)).Problem.ShouldBe(SharingProblems.UnknownRequest);
        }

        (_world.Platform.CountOf(FakeMosip.FindCredential), _world.Platform.CountOf(FakeMosip.TakeBackShare), _world.Platform.CountOf(FakeMosip.FetchCredentialCard)).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task What_is_new_is_taken_back_and_the_resident_is_told_that_nothing_was_handed_over()
    {
        var taken = (await AskAsync(Order())).Value;

        (await CancelAsync(taken)).Value.ShouldBe(new CredentialStanding(Number(Meera), "NEW"));

        (await StandingAsync(taken)).Word.ShouldBe("CANCELLED");
        (await _world.ReceiptAsync(_session, taken.EventId)).State.ShouldBe(ActState.Cancelled);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("You wanted to share data with Harbour Bank. Nothing was handed over.", StringComparison.Ordinal));
        (await CancelAsync(taken)).Problem.ShouldBe(SharingProblems.TooLate);
    }

    [Fact]
    public async Task What_the_partner_has_is_not_taken_back()
    {
        var taken = (await AskAsync(Order())).Value;
        await _world.PassAsync(TimeSpan.FromSeconds(31));

        (await CancelAsync(taken)).Problem.ShouldBe(SharingProblems.TooLate);
        (await _world.ReceiptAsync(_session, taken.EventId)).State.ShouldBe(ActState.Confirmed);
    }

    [Fact]
    public async Task The_resident_withdraws_on_the_pages_what_a_program_asked_for()
    {
        var taken = (await AskAsync(Order())).Value;

        (await _world.WithdrawAsync(_session, taken.EventId)).IsSuccess.ShouldBeTrue();

        (await StandingAsync(taken)).Word.ShouldBe("CANCELLED");
    }

    [Fact]
    public async Task A_card_that_a_partner_made_is_handed_out_when_it_is_there_and_each_time_is_audited()
    {
        var taken = (await AskAsync(Order() with { PartnerId = CredentialRegister.DigitalCard, CredentialType = "PDFCard", Attributes = [] })).Value;
        (await CardAsync(taken)).Problem.ShouldBe(SharingProblems.NoCard);

        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        (await CardAsync(taken)).Value.AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue();
        (await CardAsync(taken)).IsSuccess.ShouldBeTrue();

        await using var db = _world.OpenDatabase();
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.CardDelivered && row.EventId == taken.EventId.Value, Cancellation)).ShouldBe(2);
        _world.Clock.Advance(TimeSpan.FromHours(5));
        (await CardAsync(taken)).Problem.ShouldBe(SharingProblems.NoCard);
    }

    [Fact]
    public async Task Neither_the_key_nor_what_the_partner_is_told_beside_stands_in_the_database()
    {
        var more = System.Text.Json.JsonSerializer.SerializeToElement(new { account = "account-of-nobody-else" });
        await AskAsync(Order() with { IsEncrypted = true, EncryptionKey = "key-of-nobody-else", AdditionalData = more, Recipient = "recipient-of-nobody-else" });

        (await _world.ReadDatabaseFileAsync()).ShouldNotContain("of-nobody-else");
    }

    [Fact]
    public async Task Without_a_fresh_code_nothing_is_written_down()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(6));
        (await AskAsync(Order())).Problem.ShouldBe(CommonProblems.FreshCodeNeeded);

        await using var db = _world.OpenDatabase();
        (await db.ServiceRequests.CountAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task What_no_column_holds_is_refused_before_the_platform_is_asked()
    {
        string[][] tooMuch = [[.. Enumerable.Repeat("a", 41)], [new string('a', 801)], ["fullName", " "], ["full name"]];
        foreach (var attributes in tooMuch)
        {
            (await AskAsync(Order() with { Attributes = attributes })).Problem.ShouldBe(ProfileProblems.NotOffered);
        }

        (await AskAsync(Order() with { PartnerId = new string('p', 65) })).Problem.ShouldBe(SharingProblems.UnknownPartner);
        _world.Platform.CountOf(FakeMosip.AskForCredential).ShouldBe(0);
        await AskAsync(Order() with { Attributes = [.. Enumerable.Range(0, 40).Select(i => $"attribute-of-{i:D7}")], PartnerId = new string('p', 64) });
        await using var db = _world.OpenDatabase();
        (await db.ServiceRequests.SingleAsync(Cancellation)).Wish.Length.ShouldBeLessThanOrEqualTo(2000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task R_09_A_request_without_an_answer_is_not_sent_again_and_one_that_was_refused_is_over(bool isLost)
    {
        _world.Platform.Next(FakeMosip.AskForCredential, isLost ? CommonProblems.OutcomeUnknown : CommonProblems.Refused);
        (await AskAsync(Order())).Problem.ShouldBe(isLost ? CommonProblems.OutcomeUnknown : CommonProblems.Refused);

        await _world.PassAsync(TimeSpan.FromHours(2));

        (await _world.SharesAsync((await _world.SignInAsync(browser: "later")).SessionId)).Single().State.ShouldBe(isLost ? ActState.Unknown : ActState.Refused);
        _world.Platform.CountOf(FakeMosip.AskForCredential).ShouldBe(1);
    }

    [Fact]
    public async Task An_order_of_a_printed_card_by_a_program_has_a_number_that_program_finds_it_by()
    {
        var byProgram = (await _world.Get<OrderCard>().ExecuteAsync(_session, new OrderCardOrder(Guid.NewGuid(), IsMasked: true) { Client = Shop })).Value;
        var number = (await _world.Get<ShowCardOrderNumber>().ExecuteAsync(_session, byProgram.Value)).Value;

        (await _world.Get<ShowCredentialRequest>().ExecuteAsync(number, Shop)).Value.Word.ShouldBe("NEW");
        (await _world.Get<ShowCredentialRequest>().ExecuteAsync(number, "other-software")).Problem.ShouldBe(SharingProblems.UnknownRequest);
        var stranger = (await _world.SignInAsync(_world.Platform.UinWithPhoneOnly, "of-another", Stranger)).SessionId;
        (await _world.Get<ShowCardOrderNumber>().ExecuteAsync(stranger, byProgram.Value)).Problem.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task Types_and_policies_are_the_platforms_and_about_nobody()
    {
        (await _world.Get<ListCredentialTypes>().ExecuteAsync(Cancellation)).Value.Select(type => type.Id).ShouldBe(["idtype1", "idtype2"]);
        var policies = _world.Get<ShowCredentialPolicy>();
        (await policies.ExecuteAsync(Bank, "vercred", Cancellation)).Value.Document.GetProperty("policyId").GetString().ShouldBe($"{Bank}-policy");
        foreach (var (partner, type) in new[] { ("nobody", "vercred"), (Bank, "euin"), ("../identity", "vercred"), (Bank, ".."), (string.Empty, "vercred") })
        {
            (await policies.ExecuteAsync(partner, type, Cancellation)).Problem.ShouldBe(SharingProblems.UnknownPartner);
        }
    }

    [Fact]
    public async Task Organisations_are_listed_by_type_to_whoever_is_signed_in()
    {
        var list = _world.Get<ListPartnersOfType>();
        (await list.ExecuteAsync(_session, "Print_Partner", Cancellation)).Value.Select(partner => partner.Name).ShouldBe(["State Printing House"]);
        (await list.ExecuteAsync(_session, type: null, Cancellation)).Value.Count.ShouldBe(DemoPartners.All.Count + DemoPartners.Makers.Count);
        (await list.ExecuteAsync(_session, "Auth_Partner&x=1", Cancellation)).Value.ShouldBeEmpty();
        (await list.ExecuteAsync(Guid.NewGuid(), "Print_Partner", Cancellation)).Problem.ShouldBe(CommonProblems.SignInNeeded);
    }

    private static CredentialRequestOrder Order() => new() { IntentId = Guid.NewGuid(), Client = Shop, CredentialType = "vercred", PartnerId = Bank, Attributes = ["dateOfBirth"] };

    private Task<Outcome<TakenCredential>> AskAsync(CredentialRequestOrder order) => _world.Get<RequestCredential>().ExecuteAsync(_session, order, Cancellation);

    private async Task<CredentialStanding> StandingAsync(TakenCredential taken) => (await _world.Get<ShowCredentialRequest>().ExecuteAsync(taken.RequestId.ToString(), Shop, Cancellation)).Value;

    private Task<Outcome<CredentialStanding>> CancelAsync(TakenCredential taken) => _world.Get<CancelCredentialRequest>().ExecuteAsync(taken.RequestId.ToString(), Shop, Cancellation);

    private Task<Outcome<byte[]>> CardAsync(TakenCredential taken) => _world.Get<FetchCredentialCard>().ExecuteAsync(taken.RequestId.ToString(), Shop, Cancellation);
}
