using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Profile;

public sealed class ShowProfileTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Number_and_contacts_are_masked() =>
        (await ProfileAsync(ResidentSteps.Meera, Language.English)).ShouldBe(new ResidentProfile("Meera Kaldan", "eng", "••••••8651", "••••••0001", "m•••••@example.org") { Phone = "9876500001", Email = "meera.k@example.org" });

    [Fact]
    public async Task The_name_is_in_the_language_of_the_page_where_the_record_has_it()
    {
        (await ProfileAsync(ResidentSteps.Meera, Language.Arabic)).Name.ShouldBe("ميرا كلدان");
        (await ProfileAsync("3741891571", Language.French)).NameLanguage.ShouldBe("ara");
    }

    [Fact]
    public async Task A_contact_that_is_not_on_record_is_not_shown() => (await ProfileAsync(_world.Platform.UinWithPhoneOnly, Language.English)).MaskedEmail.ShouldBeNull();

    [Fact]
    public async Task R_01_Without_the_platform_there_is_no_profile_and_a_problem_that_says_so()
    {
        var session = (await _world.SignInAsync()).SessionId;
        _world.Platform.Next(FakeMosip.FindIdentity, CommonProblems.ServiceUnavailable);
        (await _world.Get<ShowProfile>().ExecuteAsync(session, Language.English)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    private async Task<ResidentProfile> ProfileAsync(string uin, Language language) =>
        (await _world.Get<ShowProfile>().ExecuteAsync((await _world.SignInAsync(uin, browser: $"{uin} {language}")).SessionId, language)).Value;
}
