using System.Net;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Security;

/// <summary>Changes of data over HTTP: nothing without a token, nothing by GET, nothing personal where it stays, only what was chosen.</summary>
public sealed class UpdateTests : IAsyncLifetime
{
    private const string NewName = "Zerlinda Quxford";
    private const string NewPhone = "9876544444";

    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        _client = new PortalClient(_portal);
        await _client.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Theory]
    [InlineData("/update", "forget")]
    [InlineData("/update", "stop")]
    [InlineData("/update", "reopen")]
    [InlineData("/update", "resume")]
    [InlineData("/update", "send-code")]
    [InlineData("/update/choose", "choose")]
    [InlineData("/update/answer/fullName", "answer")]
    [InlineData("/update/contact/phone", "send")]
    [InlineData("/update/contact/phone", "code")]
    [InlineData("/update/papers/proofOfIdentity", "paper")]
    [InlineData("/update/papers/proofOfIdentity", "remove")]
    [InlineData("/update/check", "send-update")]
    public async Task S_35_A_form_without_its_token_is_refused_and_changes_nothing(string path, string handler)
    {
        await _client.ChooseChangesAsync("fullName", "phone");
        var before = await DraftAsync();
        var answer = await _client.PostAsync(path, ("_handler", handler), ("Chosen", "dateOfBirth"), ("Text.eng", NewName), ("Text.fra", NewName), ("Text.ara", NewName), ("Consent", "true"));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await DraftAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task S_40_Nothing_personal_stands_in_an_address_or_a_title()
    {
        await _client.ChooseChangesAsync("fullName", "phone", "preferredLang");
        List<Answer> answers =
        [
            await _client.AnswerAsync("fullName", ("Text.eng", NewName), ("Text.fra", NewName), ("Text.ara", NewName)),
            await _client.AnswerAsync("phone", ("Text", NewPhone)),
            await _client.AnswerAsync("phone", ("Text", "1")),
            await _client.AnswerAsync("preferredLang", ("Text", "ara")),
        ];
        foreach (var path in new[] { Links.Update, Links.ChooseUpdate, "/update/answer/fullName", "/update/answer/phone", "/update/contact/phone", "/update/papers/proofOfIdentity" })
        {
            answers.Add(await _client.GetAsync(path));
        }

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK || answer.Status == HttpStatusCode.Found);
        foreach (var text in answers.Select(answer => $"{answer.Path} {answer.Location} {answer.Title}"))
        {
            foreach (var personal in new[] { NewName, NewPhone, "Zerlinda", "Meera", Residents.Meera, Residents.MeerasPhone, "meera.k" })
            {
                text.ShouldNotContain(personal);
            }
        }

        _portal.Log.Lines.ShouldNotContain(line => line.Contains("Zerlinda", StringComparison.Ordinal) || line.Contains(NewPhone, StringComparison.Ordinal));
    }

    [Fact]
    public async Task S_53_Pages_with_answers_are_kept_by_nobody()
    {
        await _client.ChooseChangesAsync("fullName", "phone");
        foreach (var path in new[] { Links.Update, Links.ChooseUpdate, "/update/answer/fullName" })
        {
            (await _client.GetAsync(path)).Headers["Cache-Control"].ShouldBe("no-store");
        }
    }

    [Fact]
    public async Task S_61_An_answer_to_what_was_not_chosen_or_is_not_in_the_form_is_not_taken()
    {
        await _client.ChooseChangesAsync("phone");
        var page = await _client.GetAsync("/update/answer/phone");
        var before = await DraftAsync();
        foreach (var field in new[] { "fullName", "dateOfBirth", "UIN", "individualBiometrics", "proofOfIdentity", "IDSchemaVersion" })
        {
            var answer = await _client.PostForgedAsync($"/update/answer/{field}", page, ("_handler", "answer"), ("Text", "1"), ("Text.eng", NewName), ("Text.fra", NewName), ("Text.ara", NewName));
            answer.Text.ShouldContain("This is not among what you chose, or cannot be changed here. Nothing was changed.");
        }

        (await DraftAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_sees_any_of_it()
    {
        using var stranger = new PortalClient(_portal);
        foreach (var path in new[] { Links.Update, Links.ChooseUpdate, Links.CheckUpdate, "/update/answer/fullName", "/update/contact/phone", "/update/papers/proofOfIdentity", "/update/sent/7999015725756916" })
        {
            (await stranger.GetAsync(path)).Location.ShouldBe(Links.SignIn);
        }
    }

    private Task<string> DraftAsync() => _portal.InDatabaseAsync(database =>
    {
        var row = database.UpdateDrafts.Single();
        return Task.FromResult($"{row.Version} {row.State} {row.SealedAnswers} {row.DeviceKey}");
    });
}
