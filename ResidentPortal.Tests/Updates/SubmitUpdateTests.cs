using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.Updates.Whole;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;
using static ResidentPortal.Tests.World.SubmissionSteps;

namespace ResidentPortal.Tests.Updates;

/// <summary>Updates that come whole, by the rules of those that were written on the pages.</summary>
public sealed class SubmitUpdateTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task It_is_handed_in_as_one_packet_with_its_paper_and_followed_like_any_other()
    {
        var eventId = (await _world.SubmitAsync(_session, Of(("postalCode", "20100")).WithPaper())).Value;
        var packet = _world.Platform.Packets.ShouldHaveSingleItem();
        packet.Uin.Reveal().ShouldBe(Meera);
        packet.Fields.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create("postalCode", FieldValue.Of("20100")));
        packet.Documents.ShouldHaveSingleItem().Type.ShouldBe("RNC");
        packet.Holder.ShouldBe(new PacketHolder("Meera Kaldan", "9876500001", "meera.k@example.org"));

        var receipt = await _world.ReceiptAsync(_session, eventId);
        receipt.State.ShouldBe(ActState.Accepted);
        ((UpdateProgress)receipt.Result!).Rid.ShouldBe(_world.LastRid());
        ((UpdateOrder)receipt.Order).Labels["fra"].ShouldBe(["Code postal"]);
        (await _world.LetPassAsync(_session, eventId)).State.ShouldBe(ActState.Confirmed);
        await using var db = _world.OpenDatabase();
        db.UpdateDocuments.ShouldBeEmpty();
        (await db.UpdateDrafts.SingleAsync()).SealedAnswers.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_resident_is_told_with_the_request_number()
    {
        await _world.SubmitAsync(_session, Of(("postalCode", "20100")).WithPaper());
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.Contains(Digits.Group(_world.LastRid()), StringComparison.Ordinal));
    }

    [Fact]
    public async Task R_21_Twenty_requests_with_one_intent_hand_in_one_packet()
    {
        var update = Of(("postalCode", "20100")).WithPaper();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.SubmitAsync(_session, update))));
        outcomes.Where(outcome => outcome.IsSuccess).Select(outcome => outcome.Value).Distinct().ShouldHaveSingleItem();
        _world.Platform.CountOf(FakeMosip.SendPacket).ShouldBe(1);
        await using var db = _world.OpenDatabase();
        db.UpdateDrafts.Count().ShouldBe(1);
        db.UpdateDocuments.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_updates_at_once_one_is_handed_in()
    {
        var updates = new[] { Of(("postalCode", "20100")).WithPaper(), Of(("preferredLang", "fra")), Of(("email", "meera.new@example.org")) };
        var outcomes = await Task.WhenAll(updates.Select(update => Task.Run(() => _world.SubmitAsync(_session, update))));
        outcomes.Count(outcome => outcome.IsSuccess).ShouldBe(1);
        outcomes.Select(outcome => outcome.Problem?.Key).OfType<string>().ShouldAllBe(key => key == "updates.pending" || key == "history.actInFlight");
        _world.Platform.CountOf(FakeMosip.SendPacket).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_of_it_can_be_read_in_the_database()
    {
        await _world.UploadAsync(_session);
        (await _world.SubmitAsync(_session, Of(("email", "meera.new@example.org")).With("addressLine1", ("eng", "7 Cedar Street"), ("fra", "7 rue du Cèdre"), ("ara", "7 شارع الأرز")).WithUploads())).IsSuccess.ShouldBeTrue();
        var file = await _world.ReadDatabaseFileAsync();
        foreach (var secret in new[] { "meera.new", Meera, _world.LastRid(), "Cedar Street", Transaction.Value, "contract.pdf" })
        {
            file.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task S_11_Without_a_fresh_code_nothing_is_sent_and_nothing_kept()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        (await _world.SubmitAsync(_session, Of(("postalCode", "20100")).WithPaper())).Problem.ShouldBe(CommonProblems.FreshCodeNeeded);
        _world.Platform.Packets.ShouldBeEmpty();
        await using var db = _world.OpenDatabase();
        db.UpdateDrafts.ShouldBeEmpty();
        db.ServiceRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task S_25_An_update_about_another_person_is_refused_before_anything_else()
    {
        Uin.TryParse("4195891024", out var other).ShouldBeTrue();
        (await _world.SubmitAsync(_session, Of(("nothing", "x")) with { Holder = other, IsConsented = false })).Problem.ShouldBe(UpdateProblems.OtherPerson);
        Uin.TryParse(Meera, out var self).ShouldBeTrue();
        (await _world.SubmitAsync(_session, Of(("postalCode", "20100")).WithPaper() with { Holder = self })).IsSuccess.ShouldBeTrue();
    }

    [Theory]
    [InlineData("UIN")]
    [InlineData("individualBiometrics")]
    [InlineData("proofOfAddress")]
    [InlineData("residenceStatus")]
    [InlineData("nothingLikeIt")]
    public async Task S_61_Only_what_the_form_has_is_taken(string field)
    {
        (await _world.SubmitAsync(_session, Of(("postalCode", "20100"), (field, "x")).WithPaper())).Problem.ShouldBe(UpdateProblems.UnknownField);
        _world.Platform.Packets.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("postalCode", "", "updates.empty")]
    [InlineData("postalCode", "2010", "updates.notAllowed")]
    [InlineData("dateOfBirth", "1990/02/30", "updates.noSuchDay")]
    [InlineData("gender", "XXX", "updates.notAllowed")]
    [InlineData("email", "not an address", "contact.notAnEmail")]
    [InlineData("phone", "12", "contact.notAPhone")]
    public async Task Each_value_is_judged_by_the_rules_of_the_pages(string field, string typed, string problem)
    {
        var refusal = (await _world.SubmitAsync(_session, Of((field, typed)))).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe(problem);
        refusal.Facts["field"].ShouldBe(field);
    }

    [Fact]
    public async Task Nothing_and_no_agreement_are_refused()
    {
        (await _world.SubmitAsync(_session, Of())).Problem.ShouldBe(UpdateProblems.NothingChosen);
        (await _world.SubmitAsync(_session, Of(("postalCode", "20100")).WithPaper() with { IsConsented = false })).Problem.ShouldBe(UpdateProblems.NoConsent);
    }

    [Fact]
    public async Task What_the_record_says_already_is_named_by_its_fields()
    {
        var refusal = (await _world.SubmitAsync(_session, Of(("email", "MEERA.K@example.org"), ("postalCode", "14022"), ("phone", "9876511111")))).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe("updates.sameValue");
        refusal.Facts["fields"].ShouldBe("postalCode,email");
    }

    [Fact]
    public async Task A_text_in_a_language_that_the_country_does_not_record_is_refused_and_not_dropped()
    {
        var update = Of().With("addressLine1", ("eng", "7 Cedar Street"), ("fra", "7 rue du Cèdre"), ("ara", "7 شارع الأرز"), ("xxx", "something")).WithPaper();
        (await _world.SubmitAsync(_session, update)).Problem!.Key.ShouldBe("updates.notAllowed");
        (await _world.SubmitAsync(_session, Of(("addressLine1", "7 Cedar Street")).WithPaper())).Problem!.Key.ShouldBe("updates.notAllowed");
    }

    [Fact]
    public async Task A_choice_comes_as_its_code_or_in_words_and_has_to_be_the_same_in_all_languages()
    {
        var papers = Of().WithPaper("proofOfIdentity", "DOC004");
        (await _world.SubmitAsync(_session, papers.With("gender", ("eng", "Male"), ("fra", "Féminin")))).Problem!.Key.ShouldBe("updates.notAChoice");
        (await _world.SubmitAsync(_session, papers.With("gender", ("eng", "Female")))).Problem!.Key.ShouldBe("updates.sameValue");
        (await _world.SubmitAsync(_session, papers.With("gender", ("eng", "Male")))).IsSuccess.ShouldBeTrue();
        _world.Platform.Packets[^1].Fields["gender"].Texts.Select(text => $"{text.Language} {text.Text}").ShouldBe(["eng MLE", "ara MLE", "fra MLE"]);
    }

    [Fact]
    public async Task A_place_brings_along_the_places_below_it()
    {
        var region = Of().With("region", ("eng", "CST")).WithPaper();
        (await _world.SubmitAsync(_session, region)).Problem!.Facts["field"].ShouldBe("province");
        (await _world.SubmitAsync(_session, region.With("zone", ("eng", "ANFA")).With("city", ("eng", "CSB")).With("province", ("eng", "RBT")))).Problem!.Key.ShouldBe("updates.notAChoice");
        (await _world.SubmitAsync(_session, region.With("zone", ("eng", "ANFA")).With("city", ("eng", "CSB")).With("province", ("eng", "CAS")))).IsSuccess.ShouldBeTrue();
        _world.Platform.Packets[^1].Fields.Keys.ShouldBe(["region", "province", "city", "zone"], ignoreOrder: true);
    }

    [Fact]
    public async Task While_one_is_on_its_way_there_is_no_other_and_it_says_whether_it_can_be_discarded()
    {
        var first = (await _world.SubmitAsync(_session, Of(("postalCode", "20100")).WithPaper())).Value;
        var refusal = (await _world.SubmitAsync(_session, Of(("preferredLang", "fra")))).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe("updates.pending");
        refusal.Facts["eventId"].ShouldBe(first.Value);
        refusal.Facts["mayDiscard"].ShouldBe(true);
        (await _world.UpdateAsync(_session)).Pending.ShouldHaveSingleItem().EventId.ShouldBe(first);
    }

    [Fact]
    public async Task An_attribute_whose_changes_are_used_up_is_named()
    {
        foreach (var gender in new[] { "MLE", "FLE" })
        {
            var session = (await _world.SignInAsync(browser: gender)).SessionId;
            var eventId = (await _world.SubmitAsync(session, Of().With("gender", ("eng", gender)).WithPaper("proofOfIdentity", "DOC004"))).Value;
            await _world.LetPassAsync(session, eventId);
        }

        var last = (await _world.SignInAsync(browser: "last")).SessionId;
        var refusal = (await _world.SubmitAsync(last, Of().With("gender", ("eng", "MLE")).WithPaper("proofOfIdentity", "DOC004"))).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe("updates.noChangesLeft");
        refusal.Facts["fields"].ShouldBe("gender");
    }

    [Fact]
    public async Task Papers_are_judged_by_the_rules_of_the_pages()
    {
        var update = Of(("postalCode", "20100"));
        (await _world.SubmitAsync(_session, update)).Problem!.Key.ShouldBe("updates.noFile");
        (await _world.SubmitAsync(_session, update.WithPaper(type: "DOC004"))).Problem!.Key.ShouldBe("updates.noPaperType");
        (await _world.SubmitAsync(_session, update.WithPaper(file: Contract with { FileName = "contract.png" }))).Problem!.Key.ShouldBe("documents.nameDiffers");
        (await _world.SubmitAsync(_session, update.WithPaper(file: Contract with { File = [1, 2, 3] }))).Problem!.Key.ShouldBe("documents.otherKind");
        (await _world.SubmitAsync(_session, update.WithPaper().WithPaper("proofOfIdentity", "DOC004"))).Problem.ShouldBe(UpdateProblems.UnknownField);
        _world.Platform.Packets.ShouldBeEmpty();
    }

    [Fact]
    public async Task Papers_that_were_sent_ahead_go_along_and_leave_their_shelf()
    {
        await _world.UploadAsync(_session, type: "COR");
        await _world.UploadAsync(_session, type: "UTB");
        await _world.UploadAsync(_session, "POI", "DOC004");
        (await _world.SubmitAsync(_session, Of(("postalCode", "20100")).WithUploads())).IsSuccess.ShouldBeTrue();
        _world.Platform.Packets[^1].Documents.ShouldHaveSingleItem().Type.ShouldBe("UTB");
        await using var db = _world.OpenDatabase();
        (await db.Uploads.Select(row => row.Type).Order().ToListAsync()).ShouldBe(["COR", "DOC004"]);
    }

    [Fact]
    public async Task S_25_Papers_of_another_person_do_not_go_along()
    {
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        await _world.UploadAsync(other);
        (await _world.SubmitAsync(_session, Of(("postalCode", "20100")).WithUploads())).Problem!.Key.ShouldBe("updates.noFile");
    }

    [Fact]
    public async Task R_02_What_was_never_received_is_not_opened_on_the_pages_and_can_be_sent_again()
    {
        _world.Platform.Next(FakeMosip.SendPacket, CommonProblems.ServiceUnavailable);
        var eventId = (await _world.SubmitAsync(_session, Of(("postalCode", "20100")).WithPaper())).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Failed);
        var overview = await _world.UpdateAsync(_session);
        overview.Draft.ShouldBeNull();
        overview.Returned.ShouldBe(eventId);
        (await _world.SubmitAsync(_session, Of(("postalCode", "20100")).WithPaper())).IsSuccess.ShouldBeTrue();
        _world.Platform.Packets.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Answers_that_are_being_written_on_the_pages_stay_as_they_are()
    {
        await _world.ChooseAsync(_session, "postalCode");
        await _world.AnswerAsync(_session, "postalCode", "20300");
        (await _world.SubmitAsync(_session, Of(("preferredLang", "fra")))).IsSuccess.ShouldBeTrue();
        (await _world.UpdateAsync(_session)).Draft!.Chosen.ShouldBe(["postalCode"]);
    }

    [Fact]
    public async Task A_refused_one_can_be_corrected_on_the_pages()
    {
        var eventId = (await _world.SubmitAsync(_session, Of(("postalCode", "20100")).WithPaper())).Value;
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        _world.Platform.State.RejectPacket(_world.LastRid()).ShouldBeTrue();
        (await _world.Get<ShowUpdateProgress>().ExecuteAsync(_session, eventId.Value)).Value.State.ShouldBe(ActState.Refused);
        (await _world.Get<ReopenUpdate>().ExecuteAsync(_session, HomePhone, eventId.Value)).IsSuccess.ShouldBeTrue();
        (await _world.UpdateAsync(_session)).Draft!.Tasks.Select(task => $"{task.Field.Name} {task.State}").ShouldBe(["postalCode Done", "proofOfAddress Again"]);
    }

    [Fact]
    public async Task S_12_A_new_contact_goes_without_a_code_and_the_old_contacts_and_the_new_one_are_told()
    {
        (await _world.SubmitAsync(_session, Of(("email", "meera.new@example.org")))).IsSuccess.ShouldBeTrue();
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.State.Outbox.Messages.Where(message => message.Text.Contains("asked to change the registered phone or e-mail address", StringComparison.Ordinal))
            .Select(message => message.To).ShouldBe(["9876500001", "meera.k@example.org", "meera.new@example.org"], ignoreOrder: true);
    }

    [Fact]
    public async Task R_19_Stopped_between_the_platforms_answer_and_ours_it_is_found_by_its_RID()
    {
        _world.Platform.AfterPacket = () => throw new OperationCanceledException("The process ends here.");
        await Should.ThrowAsync<OperationCanceledException>(() => _world.SubmitAsync(_session, Of(("postalCode", "20100")).WithPaper()));
        _world.Platform.AfterPacket = null;
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.Get<LookAgainAtActs>().ExecuteAsync();
        (await _world.UpdateAsync(_session)).Pending.ShouldHaveSingleItem().EventId.ShouldNotBeNull();
        _world.Platform.CountOf(FakeMosip.SendPacket).ShouldBe(1);
    }
}
