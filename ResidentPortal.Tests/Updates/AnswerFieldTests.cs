using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Updates;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Updates;

public sealed class AnswerFieldTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("UIN")]
    [InlineData("individualBiometrics")]
    [InlineData("proofOfAddress")]
    [InlineData("nothingLikeIt")]
    public async Task S_61_Only_what_the_form_has_can_be_chosen(string field) =>
        (await _world.ChooseAsync(_session, "postalCode", field)).Problem.ShouldBe(UpdateProblems.UnknownField);

    [Fact]
    public async Task S_61_Only_what_was_chosen_can_be_answered()
    {
        await _world.ChooseAsync(_session, "postalCode");
        (await _world.AnswerAsync(_session, "fullName", ("eng", "Somebody Else"))).Problem.ShouldBe(UpdateProblems.UnknownField);
        (await _world.AnswerAsync(_session, "UIN", "4195891024")).Problem.ShouldBe(UpdateProblems.UnknownField);
    }

    [Fact]
    public async Task S_61_Languages_the_country_does_not_record_are_not_taken()
    {
        await _world.ChooseAsync(_session, "addressLine1");
        await _world.AnswerAsync(_session, "addressLine1", ("eng", "7 Cedar Street"), ("fra", "7 rue du Cèdre"), ("ara", "7 شارع الأرز"), ("xxx", "something"), (string.Empty, "something"));
        (await _world.Get<ShowAnswer>().ExecuteAsync(_session, HomePhone, "addressLine1", Language.English)).Value.Texts.Select(text => text.Language).ShouldBe(["eng", "ara", "fra"]);
    }

    [Theory]
    [InlineData("postalCode", "", "updates.empty")]
    [InlineData("postalCode", "2010", "updates.notAllowed")]
    [InlineData("postalCode", "14022", "updates.sameValue")]
    [InlineData("dateOfBirth", "1990/02/30", "updates.noSuchDay")]
    [InlineData("dateOfBirth", "2031/01/01", "updates.noSuchDay")]
    [InlineData("dateOfBirth", "1990/5/17", "updates.sameValue")]
    [InlineData("dateOfBirth", "May 1990", "updates.noSuchDay")]
    [InlineData("gender", "XXX", "updates.notAChoice")]
    [InlineData("gender", "FLE", "updates.sameValue")]
    [InlineData("email", "meera.k@example.org", "updates.sameValue")]
    [InlineData("email", "not an address", "contact.notAnEmail")]
    [InlineData("phone", "12", "contact.notAPhone")]
    public async Task What_the_countrys_rules_do_not_allow_is_refused_with_its_own_problem(string field, string typed, string problem)
    {
        await _world.ChooseAsync(_session, field);
        (await _world.AnswerAsync(_session, field, typed)).Problem!.Key.ShouldBe(problem);
    }

    [Theory]
    [InlineData("dateOfBirth", "1990/6/7", "1990/06/07")]
    [InlineData("dateOfBirth", "١٩٩٠/٦/٧", "1990/06/07")]
    [InlineData("phone", "98765-11111", "9876511111")]
    [InlineData("postalCode", "  20100 ", "20100")]
    public async Task What_people_type_is_brought_to_the_form_of_the_record(string field, string typed, string recorded)
    {
        await _world.ChooseAsync(_session, field);
        (await _world.AnswerAsync(_session, field, typed)).IsSuccess.ShouldBeTrue();
        (await _world.Get<ShowAnswer>().ExecuteAsync(_session, HomePhone, field, Language.English)).Value.Texts[0].Answer.ShouldBe(recorded);
    }

    [Fact]
    public async Task A_text_that_is_missing_is_named_by_its_language()
    {
        await _world.ChooseAsync(_session, "fullName");
        var refusal = (await _world.AnswerAsync(_session, "fullName", ("eng", "Meera Kaldan-Roy"), ("ara", "ميرا كلدان روي"))).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe("updates.empty");
        refusal.Facts["language"].ShouldBe("fra");
    }

    [Fact]
    public async Task Who_is_recorded_in_Arabic_alone_needs_the_countrys_language_and_Arabic_and_may_leave_out_the_rest()
    {
        var session = (await _world.SignInAsync("3741891571", browser: "other")).SessionId;
        await _world.ChooseAsync(session, "addressLine1");
        (await _world.AnswerAsync(session, "addressLine1", ("ara", "7 شارع الأرز"))).Problem!.Facts["language"].ShouldBe("eng");
        (await _world.AnswerAsync(session, "addressLine1", ("ara", "7 شارع الأرز"), ("eng", "7 Cedar Street"))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task An_attribute_whose_changes_are_used_up_cannot_be_chosen()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var gender in new[] { "MLE", "FLE" })
        {
            var session = (await _world.SignInAsync(browser: gender)).SessionId;
            await _world.ChooseAsync(session, "gender");
            await _world.AnswerAsync(session, "gender", gender);
            await _world.AttachAsync(session, "proofOfIdentity", "DOC004");
            await _world.LetPassAsync(session, (await _world.SendUpdateAsync(session)).Value);
        }

        var last = (await _world.SignInAsync(browser: "last")).SessionId;
        (await _world.ChooseAsync(last, "gender")).Problem.ShouldBe(UpdateProblems.NoChangesLeft);
    }

    [Fact]
    public async Task A_choice_is_recorded_as_a_code_where_the_record_has_codes_and_in_words_where_it_has_words()
    {
        await _world.ChooseAsync(_session, "gender");
        await _world.AnswerAsync(_session, "gender", "MLE");
        await _world.AttachAsync(_session, "proofOfIdentity", "DOC004");
        await _world.SendUpdateAsync(_session);
        _world.Platform.Packets[^1].Fields["gender"].Texts.Select(text => $"{text.Language} {text.Text}").ShouldBe(["eng MLE", "ara MLE", "fra MLE"]);

        var words = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        await _world.ChooseAsync(words, "gender");
        await _world.AnswerAsync(words, "gender", "MLE");
        await _world.AttachAsync(words, "proofOfIdentity", "DOC004");
        await _world.SendUpdateAsync(words);
        _world.Platform.Packets[^1].Fields["gender"].In("fra").ShouldBe("Masculin");
    }
}
