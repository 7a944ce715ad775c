using ResidentPortal.Core.Notifications;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Sessions;

/// <summary>S-14: a sign-in that may be somebody else's is told by both channels, in the language on record, with the one press that helps.</summary>
public sealed class NewSignInTests : IAsyncLifetime
{
    private const string French = "4195891024";
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task S_14_A_new_device_is_told_by_phone_and_e_mail_with_its_browser_and_the_link()
    {
        await _world.SignInAsync(visitor: HomePhone with { Browser = "Chrome", System = "Android" });
        var token = await _world.AlarmTokenAsync();
        var expected = $"A sign-in with your ID number at 2026-11-24 10:00 UTC, on a device that is new to us. It was Chrome on Android. If it was you, all is well. Was this not you? Open https://resident.example.org/not-me/{token}";
        _world.Platform.SmsTo(Meera).ShouldContain(expected);
        _world.Platform.EmailsTo(Meera).ShouldContain(text => text.Contains($"Was this not you? Open https://resident.example.org/not-me/{token}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S_14_A_device_that_names_nothing_known_is_told_without()
    {
        await _world.SignInAsync();
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("A sign-in with your ID number at 2026-11-24 10:00 UTC, on a device that is new to us. If it was you, all is well. Was this not you? Open https://", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S_14_A_known_device_is_not_told_but_after_wrong_codes_it_is()
    {
        await _world.SignInAsync();
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Clock.Advance(TimeSpan.FromDays(1));
        _world.Platform.State.Outbox.Clear();
        await _world.SignInAsync(browser: "again");
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldNotContain(text => text.StartsWith("A sign-in", StringComparison.Ordinal));

        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        await _world.AskForCodeAsync(browser: "third");
        for (var i = 0; i < 3; i++)
        {
            await _world.EnterCodeAsync(_world.WrongCode(), "third");
        }

        (await _world.EnterCodeAsync(_world.Platform.LatestCode(), "third")).IsSuccess.ShouldBeTrue();
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("A sign-in with your ID number at 2026-11-25 10:00 UTC, after several wrong codes. If it was you, all is well. Was this not you? Open https://", StringComparison.Ordinal));
        _world.Platform.EmailsTo(Meera).ShouldContain(text => text.Contains("after several wrong codes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S_14_It_is_told_in_the_language_on_record_whatever_the_page_was_in()
    {
        await _world.SignInAsync(French, visitor: HomePhone with { Browser = "Firefox", System = "Windows" });
        var token = await _world.AlarmTokenAsync(French);
        _world.Platform.SmsTo(French).ShouldContain(text => text.EndsWith($"C’était Firefox sous Windows. Si c’était vous, tout va bien. Ce n’était pas vous ? Ouvrez https://resident.example.org/not-me/{token}", StringComparison.Ordinal));
    }
}
