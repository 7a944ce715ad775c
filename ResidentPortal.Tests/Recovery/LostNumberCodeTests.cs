using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Recovery.RecoverySteps;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Recovery;

/// <summary>
/// Whoever seeks a lost number proves the contact by a code. The answers are the same whatever there is (S-01), and come before the platform is asked; limits hold without
/// anybody else's puzzles (S-16).
/// </summary>
public sealed class LostNumberCodeTests : IAsyncLifetime
{
    private const string Nobody = "9000000099";
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

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
}
