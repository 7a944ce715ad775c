using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Updates;

public sealed class UpdateDraftTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_form_of_the_country_says_what_may_be_changed_with_what_is_recorded_beside_it()
    {
        var overview = await _world.UpdateAsync(_session);
        overview.Draft.ShouldBeNull();
        overview.Fields.Select(field => field.Field.Name).ShouldBe(
            ["fullName", "dateOfBirth", "gender", "addressLine1", "addressLine2", "addressLine3", "region", "province", "city", "zone", "postalCode", "email", "phone", "preferredLang"]);
        var city = overview.Fields.Single(field => string.Equals(field.Field.Name, "city", StringComparison.Ordinal));
        city.Present.ShouldBe([new ShownText("eng", "Kenitra")]);
        city.NeedsPaper.ShouldBeTrue();
        overview.Fields.Single(field => string.Equals(field.Field.Name, "fullName", StringComparison.Ordinal)).Left.ShouldBe(5);
        overview.Fields.Single(field => string.Equals(field.Field.Name, "phone", StringComparison.Ordinal)).NeedsPaper.ShouldBeFalse();
    }

    [Fact]
    public async Task Each_answer_is_kept_and_the_tasks_say_what_is_left()
    {
        (await _world.ChooseAsync(_session, "addressLine1", "postalCode")).IsSuccess.ShouldBeTrue();
        await TasksAre("addressLine1 Answer ToDo", "postalCode Answer ToDo", "proofOfAddress Paper ToDo");

        var next = await _world.AnswerAsync(_session, "addressLine1", ("eng", "7 Cedar Street"), ("fra", "7 rue du Cèdre"), ("ara", "7 شارع الأرز"));
        next.Value.Task!.Field.Name.ShouldBe("postalCode");
        await TasksAre("addressLine1 Answer Done", "postalCode Answer ToDo", "proofOfAddress Paper ToDo");

        (await _world.AnswerAsync(_session, "postalCode", "20100")).Value.Task!.Kind.ShouldBe(UpdateTaskKind.Paper);
        (await _world.AttachAsync(_session)).Value.Task.ShouldBeNull();
        (await _world.UpdateAsync(_session)).Draft!.IsReady.ShouldBeTrue();
    }

    [Fact]
    public async Task The_old_and_the_new_stand_side_by_side_in_each_language()
    {
        await _world.ChooseAsync(_session, "addressLine1");
        await _world.AnswerAsync(_session, "addressLine1", ("eng", "7 Cedar Street"), ("fra", "7 rue du Cèdre"), ("ara", "7 شارع الأرز"));
        var question = (await _world.Get<ShowAnswer>().ExecuteAsync(_session, HomePhone, "addressLine1", Language.English)).Value;
        question.Texts.ShouldBe(
        [
            new AnswerText("eng", "12 Harbour Lane", "7 Cedar Street", IsNeeded: true),
            new AnswerText("ara", "12 زقاق الميناء", "7 شارع الأرز", IsNeeded: true),
            new AnswerText("fra", "12 allée du Port", "7 rue du Cèdre", IsNeeded: true),
        ]);
    }

    [Fact]
    public async Task On_another_device_the_answers_open_with_the_resume_code_that_was_sent_and_no_longer_where_they_were_begun()
    {
        await _world.ChooseAsync(_session, "postalCode");
        await _world.AnswerAsync(_session, "postalCode", "20100");
        await _world.Get<SendNotices>().ExecuteAsync();
        var code = (await _world.UpdateAsync(_session)).Draft!.Resume;
        code.Text.ShouldMatch("^[A-HJKMNP-Z2-9]{8}$");
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.Contains(code.Grouped, StringComparison.Ordinal));

        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        var elsewhere = (await _world.SignInAsync(browser: "other", visitor: Stranger)).SessionId;
        var seen = await _world.UpdateAsync(elsewhere, Stranger);
        seen.Draft.ShouldBeNull();
        seen.ElsewhereSince.ShouldNotBeNull();
        (await _world.Get<ShowAnswer>().ExecuteAsync(elsewhere, Stranger, "postalCode", Language.English)).Problem.ShouldBe(UpdateProblems.ResumeCodeNeeded);

        (await _world.Get<ResumeDraft>().ExecuteAsync(elsewhere, Stranger, code.Grouped.ToLowerInvariant())).IsSuccess.ShouldBeTrue();
        (await _world.Get<ShowAnswer>().ExecuteAsync(elsewhere, Stranger, "postalCode", Language.English)).Value.Texts[0].Answer.ShouldBe("20100");
        (await _world.Get<ShowAnswer>().ExecuteAsync(elsewhere, HomePhone, "postalCode", Language.English)).Problem.ShouldBe(UpdateProblems.ResumeCodeNeeded);
    }

    [Fact]
    public async Task Five_wrong_resume_codes_close_the_answers_on_other_devices_for_half_an_hour_even_for_the_right_one()
    {
        await _world.ChooseAsync(_session, "postalCode");
        var code = (await _world.UpdateAsync(_session)).Draft!.Resume.Text;
        for (var i = 0; i < 5; i++)
        {
            (await _world.Get<ResumeDraft>().ExecuteAsync(_session, Stranger, "AAAA-2222")).Problem.ShouldBe(UpdateProblems.WrongResumeCode);
        }

        var paused = (await _world.Get<ResumeDraft>().ExecuteAsync(_session, Stranger, code)).Problem.ShouldNotBeNull();
        paused.Key.ShouldBe("updates.resumePaused");
        paused.Facts["at"].ShouldBe(_world.Clock.GetUtcNow().AddMinutes(30));
    }

    [Fact]
    public async Task S_25_Nobody_else_opens_the_answers_with_the_resume_code()
    {
        await _world.ChooseAsync(_session, "postalCode");
        var code = (await _world.UpdateAsync(_session)).Draft!.Resume.Text;
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        (await _world.Get<ResumeDraft>().ExecuteAsync(other, HomePhone, code)).Problem.ShouldBe(UpdateProblems.NoDraft);
        (await _world.UpdateAsync(other)).Draft.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_chosen_may_be_changed_and_answers_that_were_given_stay()
    {
        await _world.ChooseAsync(_session, "postalCode");
        await _world.AnswerAsync(_session, "postalCode", "20100");
        await _world.ChooseAsync(_session, "postalCode", "email");
        await TasksAre("postalCode Answer Done", "email Answer ToDo", "proofOfAddress Paper ToDo");
    }

    [Fact]
    public async Task A_place_brings_the_places_below_it_along_and_a_new_one_empties_their_answers()
    {
        await _world.ChooseAsync(_session, "province");
        await TasksAre("province Answer ToDo", "city Answer ToDo", "zone Answer ToDo", "proofOfAddress Paper ToDo");
        var provinces = await ChoicesOf("province");
        var other = provinces.First(place => place.Code is not "KTA");
        (await _world.AnswerAsync(_session, "province", other.Code)).IsSuccess.ShouldBeTrue();
        var city = (await ChoicesOf("city"))[0];
        await _world.AnswerAsync(_session, "city", city.Code);
        (await ChoicesOf("zone")).ShouldNotBeEmpty();

        var third = provinces.FirstOrDefault(place => place.Code is not "KTA" && !string.Equals(place.Code, other.Code, StringComparison.Ordinal));
        await _world.AnswerAsync(_session, "province", third?.Code ?? other.Code);
        await TasksAre("province Answer Done", third is null ? "city Answer Done" : "city Answer ToDo", "zone Answer ToDo", "proofOfAddress Paper ToDo");
    }

    [Fact]
    public async Task Answers_thrown_away_are_gone_with_their_papers()
    {
        await _world.PreparePostalCodeAsync(_session);
        (await _world.Get<DiscardDraft>().ExecuteAsync(_session)).IsSuccess.ShouldBeTrue();
        (await _world.UpdateAsync(_session)).Draft.ShouldBeNull();
        await using var db = _world.OpenDatabase();
        db.UpdateDocuments.ShouldBeEmpty();
        db.UpdateDrafts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_nobody_comes_back_to_are_forgotten_after_thirty_days_with_their_papers()
    {
        await _world.PreparePostalCodeAsync(_session);
        _world.Clock.Advance(TimeSpan.FromDays(29));
        (await _world.Get<ForgetDrafts>().ExecuteAsync()).Value.ShouldBe(0);
        _world.Clock.Advance(TimeSpan.FromDays(2));
        (await _world.Get<ForgetDrafts>().ExecuteAsync()).Value.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_of_the_answers_stands_in_the_database_in_clear()
    {
        await _world.ChooseAsync(_session, "addressLine1", "email");
        await _world.AnswerAsync(_session, "addressLine1", ("eng", "7 Cedar Street"), ("fra", "7 rue du Cèdre"), ("ara", "7 شارع الأرز"));
        await _world.AnswerAsync(_session, "email", "meera.new@example.org");
        await _world.AttachAsync(_session);
        var file = await _world.ReadDatabaseFileAsync();
        foreach (var marker in new[] { "Cedar", "meera.new", (await _world.UpdateAsync(_session)).Draft!.Resume.Text, "%PDF" })
        {
            file.ShouldNotContain(marker);
        }
    }

    private async Task<IReadOnlyList<FieldChoice>> ChoicesOf(string field) => (await _world.Get<ShowAnswer>().ExecuteAsync(_session, HomePhone, field, Language.English)).Value.Choices;

    private async Task TasksAre(params string[] tasks) =>
        (await _world.UpdateAsync(_session)).Draft!.Tasks.Select(task => $"{task.Field.Name} {task.Kind} {task.State}").ShouldBe(tasks);
}
