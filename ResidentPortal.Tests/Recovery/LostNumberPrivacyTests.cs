using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Recovery.RecoverySteps;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Recovery;

/// <summary>What is kept of a search, in which form and for how long.</summary>
public sealed class LostNumberPrivacyTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

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
