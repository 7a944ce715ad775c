using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sharing;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Sharing.SharingSteps;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Sharing;

public sealed class ShareWithPartnerTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_year_of_birth_and_nothing_else_reaches_the_organisation()
    {
        var eventId = await _world.ShareAsync(_session);
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Accepted);
        await _world.PassAsync(TimeSpan.FromSeconds(31));
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Confirmed);
        var share = _world.Platform.State.Shares().ShouldHaveSingleItem();
        (share["partnerId"]!.ToString(), share["credentialSubject"]!.ToJsonString()).ShouldBe((Bank, """{"dateOfBirth":"1990"}"""));
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith($"You shared data with Harbour Bank. It has them now. Request {eventId.Value}.", StringComparison.Ordinal));
        await using var db = _world.OpenDatabase();
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.DataShared && row.Result == AuditResult.Success, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_shown_before_is_what_the_organisation_gets_whole_masked_formatted_or_in_parts()
    {
        DisclosureChoice[] choices =
        [
            new("fullName"), new("dateOfBirth", "DD/MMM/YYYY"), new("UIN", IsMasked: true), new("phone", IsMasked: true), new("email", IsMasked: true), new("fullAddress", "city,postalCode"), new("gender"),
        ];
        var offer = (await _world.Get<ShowShareOffer>().ExecuteAsync(_session, Bank)).Value;
        var shown = offer.Of(choices).Value.SelectMany(field => field.Values).ToDictionary(value => value.Attribute, Text, StringComparer.Ordinal);
        (await _world.ShareAsync(_session, Order(Bank, choices))).IsSuccess.ShouldBeTrue();
        await _world.PassAsync(TimeSpan.FromSeconds(31));
        var got = _world.Platform.State.Shares().Single()["credentialSubject"]!.AsObject().ToDictionary(
            pair => pair.Key,
            pair => pair.Value is System.Text.Json.Nodes.JsonArray texts ? string.Join('|', texts.Select(text => $"{text!["language"]}:{text["value"]}")) : pair.Value!.ToString(),
            StringComparer.Ordinal);
        shown.ShouldBe(got, ignoreOrder: true);
        (got["dateOfBirth"], got["UIN"], got.ContainsKey("addressLine1")).ShouldBe(("17/May/1990", "XXXXXX8651", false));

        static string Text(DisclosedValue value) => string.Join('|', value.Value.Texts.Select(text => text.Language is null ? text.Text : $"{text.Language}:{text.Text}"));
    }

    [Theory]
    [InlineData("email", null, false)]
    [InlineData("individualBiometrics", null, false)]
    [InlineData("perpetualVID", null, false)]
    [InlineData("dateOfBirth", "MM", false)]
    [InlineData("dateOfBirth", "YYYY", true)]
    [InlineData("fullName", null, true)]
    [InlineData("gender", "x", false)]
    public async Task S_61_What_country_record_or_policy_do_not_offer_is_refused_before_the_platform_is_asked(string name, string? format, bool isMasked)
    {
        var refused = await _world.ShareAsync(_session, Order(Clinic, new DisclosureChoice("fullName", IsMasked: name is "fullName" && isMasked), new DisclosureChoice(name is "fullName" ? "gender" : name, format, isMasked && name is not "fullName")));
        refused.Problem.ShouldBe(ProfileProblems.NotOffered);
        _world.Platform.CountOf(FakeMosip.AskToShare).ShouldBe(0);
        await using var db = _world.OpenDatabase();
        (await db.ServiceRequests.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task Where_the_policy_may_not_be_read_the_platform_alone_judges()
    {
        _world.Platform.TellsPolicies = false;
        var eventId = (await _world.ShareAsync(_session, Order(Clinic, new DisclosureChoice("email")))).Value;
        await _world.PassAsync(TimeSpan.FromSeconds(31));
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Failed);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("You wanted to share data with Palm Street Clinic. Nothing was handed over.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_shared_without_consent_purpose_choice_or_a_known_organisation()
    {
        (await _world.ShareAsync(_session, Order(Bank, YearOfBirth) with { IsConsented = false })).Problem.ShouldBe(SharingProblems.NoConsent);
        (await _world.ShareAsync(_session, Order(Bank, YearOfBirth) with { Purpose = " \n " })).Problem.ShouldBe(SharingProblems.NoPurpose);
        (await _world.ShareAsync(_session, Order(Bank, YearOfBirth) with { Purpose = new string('a', 1025) })).Problem!.Key.ShouldBe("sharing.badPurpose");
        (await _world.ShareAsync(_session, Order(Bank))).Problem.ShouldBe(ProfileProblems.NothingChosen);
        (await _world.ShareAsync(_session, Order("partner-old-library", YearOfBirth))).Problem.ShouldBe(SharingProblems.UnknownPartner);
        (await _world.ShareAsync(_session, Order("../identity", YearOfBirth))).Problem.ShouldBe(SharingProblems.UnknownPartner);
        _world.Platform.CountOf(FakeMosip.AskToShare).ShouldBe(0);
    }

    [Fact]
    public async Task A_purpose_in_any_letters_is_kept_sealed_and_not_sent()
    {
        const string Arabic = "لفتح حساب مصرفي";
        var order = Order(Bank, YearOfBirth) with { Purpose = Arabic };
        await _world.ShareAsync(_session, order);
        (await _world.SharesAsync(_session)).Single().Purpose.ShouldBe(Arabic);
        await using var db = _world.OpenDatabase();
        var wish = (await db.ServiceRequests.SingleAsync(TestContext.Current.CancellationToken)).Wish;
        System.Text.RegularExpressions.Regex.Unescape(wish).ShouldNotContain(Arabic);
        wish.Length.ShouldBeLessThan(2000);
    }

    [Fact]
    public async Task The_longest_purpose_and_the_largest_choice_still_fit_into_their_column()
    {
        DisclosureChoice[] all = [new("fullName"), new("dateOfBirth", "DD/MMM/YYYY"), new("UIN"), new("phone"), new("email"), new("fullAddress"), new("gender"), new("photo")];
        (await _world.ShareAsync(_session, Order(Bank, all) with { Purpose = new string('م', 1024) })).IsSuccess.ShouldBeTrue();
        await using var db = _world.OpenDatabase();
        (await db.ServiceRequests.SingleAsync(TestContext.Current.CancellationToken)).Wish.Length.ShouldBeLessThanOrEqualTo(10_000);
    }

    [Fact]
    public async Task R_05_Twenty_presses_at_once_ask_the_platform_once()
    {
        var order = Order(Bank, YearOfBirth);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.ShareAsync(_session, order))));
        outcomes.Select(outcome => outcome.Value).Distinct().ShouldHaveSingleItem();
        _world.Platform.CountOf(FakeMosip.AskToShare).ShouldBe(1);
    }

    [Fact]
    public async Task R_09_A_request_without_an_answer_is_never_sent_again_and_stays_unknown()
    {
        _world.Platform.Next(FakeMosip.AskToShare, CommonProblems.OutcomeUnknown, takesEffect: true);
        var eventId = await _world.ShareAsync(_session);
        foreach (var seconds in (int[])[5, 5, 30, 120, 600, 3600])
        {
            await _world.PassAsync(TimeSpan.FromSeconds(seconds));
        }

        await using var db = _world.OpenDatabase();
        var row = await db.ServiceRequests.SingleAsync(one => one.EventId == eventId.Value, TestContext.Current.CancellationToken);
        (row.State, row.NextLookAt).ShouldBe((ActState.Unknown, null));
        (await db.Notices.CountAsync(notice => notice.Kind == NoticeKind.DataShareUnknown, TestContext.Current.CancellationToken)).ShouldBe(1);
        _world.Platform.CountOf(FakeMosip.AskToShare).ShouldBe(1);
    }

    [Fact]
    public async Task R_02_A_refusal_ends_the_act_and_is_told()
    {
        _world.Platform.Next(FakeMosip.AskToShare, CommonProblems.Refused);
        var eventId = await _world.ShareAsync(_session);
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Refused);
        await using var db = _world.OpenDatabase();
        (await db.Notices.CountAsync(notice => notice.Kind == NoticeKind.DataNotShared, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task R_04_An_answer_that_a_crash_kept_from_being_written_down_is_not_asked_for_again()
    {
        _world.Platform.AfterShare = () => throw new InvalidOperationException("The process ends here.");
        await Should.ThrowAsync<InvalidOperationException>(() => _world.ShareAsync(_session, Order(Bank, YearOfBirth)));
        await _world.PassAsync(TimeSpan.FromSeconds(46));
        await using var db = _world.OpenDatabase();
        (await db.ServiceRequests.SingleAsync(TestContext.Current.CancellationToken)).State.ShouldBe(ActState.Unknown);
        _world.Platform.CountOf(FakeMosip.AskToShare).ShouldBe(1);
    }

    [Fact]
    public async Task S_11_Without_a_fresh_code_nothing_is_shared_and_with_one_what_was_written_down()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var waiting = (await _world.ShareAsync(_session, Order(Bank, YearOfBirth))).Problem.ShouldNotBeNull();
        waiting.Key.ShouldBe(CommonProblems.FreshCodeNeeded.Key);
        _world.Platform.CountOf(FakeMosip.AskToShare).ShouldBe(0);
        (await _world.SharesAsync(_session)).ShouldBeEmpty();
        await _world.ProveAgainAsync(_session);
        (await _world.Get<ContinueAct>().ExecuteAsync(_session, (string)waiting.Facts["eventId"])).IsSuccess.ShouldBeTrue();
        _world.Platform.State.Credentials.All.ShouldHaveSingleItem().Share!.Attributes.ShouldBe(["dateOfBirth"]);
    }

    [Fact]
    public async Task S_25_Another_resident_sees_nothing_of_it()
    {
        var eventId = await _world.ShareAsync(_session);
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        (await _world.SharesAsync(other)).ShouldBeEmpty();
        (await _world.Get<ShowAct>().ExecuteAsync(other, eventId.Value)).Problem.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task The_database_holds_no_value_that_was_shared()
    {
        await _world.ShareAsync(_session);
        await _world.PassAsync(TimeSpan.FromSeconds(31));
        await _world.ShareAsync(_session, Order(Bank, new DisclosureChoice("fullName"), new DisclosureChoice("email"), new DisclosureChoice("UIN")) with { Purpose = "For the harbour loan" });
        await _world.PassAsync(TimeSpan.FromSeconds(31));
        var file = await _world.ReadDatabaseFileAsync();

        // The year with what would stand around it in the answers: four digits alone stand somewhere among the hashes, now and then.
        foreach (var value in (string[])["Kaldan", Meera, "harbour loan", "1990/05/17", "\"1990\"", "dateOfBirth\":"])
        {
            file.ShouldNotContain(value);
        }
    }

    [Fact]
    public async Task Organisations_are_found_by_letters_of_their_names()
    {
        (await _world.Get<ListPartners>().ExecuteAsync(_session, " BANK ")).Value.ShouldHaveSingleItem().Id.ShouldBe(Bank);
        (await _world.Get<ListPartners>().ExecuteAsync(_session, null)).Value.Select(partner => partner.Name).ShouldBe(["Cedar School", "Harbour Bank", "Palm Street Clinic"]);
    }
}
