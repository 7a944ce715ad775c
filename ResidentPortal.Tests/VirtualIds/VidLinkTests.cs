using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.VirtualIds;

/// <summary>The VID that the platform makes by itself is told masked, with a link that shows it once after a code.</summary>
public sealed partial class VidLinkTests : IAsyncLifetime
{
    private const string Browser = "a-browser-of-the-owner-somewhere-else";

    private readonly CoreWorld _world = new();
    private Guid _session;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_restored_VID_is_told_masked_and_shown_once_behind_its_link_after_a_code()
    {
        var token = await RestoreAsync();
        var restored = (await _world.VidsAsync(_session)).Vids.ShouldHaveSingleItem();
        var sent = _world.Platform.SmsTo(Meera).Single(text => text.Contains("/vids/link/", StringComparison.Ordinal));
        sent.ShouldStartWith($"In place of the number that was stopped the ID office made another (permanent). It ends in {restored.Masked[^4..]}. See it here: https://resident.example.org/vids/link/{token} The link works once, until 2026-11-25 10:00 UTC, and asks for a code. Request ");

        (await _world.Get<ShowVidLink>().ExecuteAsync(token, Browser, Cancellation)).Value.ShouldBe(new VidLinkState(new VidType("Perpetual"), _world.Clock.GetUtcNow().AddHours(24), Code: null));
        await AskAsync(token);
        var shown = (await EnterAsync(token, _world.Platform.LatestCode())).Value;
        shown.Digits.ShouldBe(_world.Platform.State.Vids.Usable(Meera).ShouldHaveSingleItem().Vid);
        shown.Type.ShouldBe(new VidType("Perpetual"));
        (await _world.Get<ShowVidLink>().ExecuteAsync(token, Browser, Cancellation)).Problem.ShouldBe(VirtualIdProblems.LinkGone);
        (await EnterAsync(token, _world.Platform.LatestCode())).Problem.ShouldBe(VirtualIdProblems.LinkGone);
    }

    [Fact]
    public async Task The_look_counts_as_any_other_and_signs_nobody_in()
    {
        var token = await RestoreAsync();
        await AskAsync(token);
        await EnterAsync(token, _world.Platform.LatestCode());
        (await _world.VidsAsync(_session)).Vids[0].TimesRevealed.ShouldBe(1);
        await using var db = _world.OpenDatabase();
        (await db.Sessions.CountAsync(Cancellation)).ShouldBe(1);
        (await db.AuditRows.CountAsync(row => row.Event == Core.Audit.AuditEvent.VidRevealed, Cancellation)).ShouldBe(1);
        (await _world.RequestsAsync(_session)).Requests.ShouldContain(request => request.Kind == Core.History.ActKind.RevealVid);
    }

    [Fact]
    public async Task A_link_alone_shows_nothing_and_neither_does_a_wrong_code_or_the_code_of_another_browser()
    {
        var token = await RestoreAsync();
        (await EnterAsync(token, "123456")).Problem.ShouldBe(OtpProblems.NoneActive);
        await AskAsync(token);
        (await EnterAsync(token, _world.WrongCode())).Problem!.Key.ShouldBe(OtpProblems.Wrong.Key);
        (await _world.Get<EnterVidLinkCode>().ExecuteAsync(token, "another browser", _world.Platform.LatestCode(), Stranger, Cancellation)).Problem.ShouldBe(OtpProblems.NoneActive);
        (await _world.Get<ShowVidLink>().ExecuteAsync(token, Browser, Cancellation)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task S_02_A_code_for_something_else_does_not_open_the_link()
    {
        var token = await RestoreAsync();
        _world.Clock.Advance(TimeSpan.FromSeconds(30));
        await _world.AskForCodeAsync(browser: Browser);
        (await EnterAsync(token, _world.Platform.LatestCode())).Problem.ShouldBe(OtpProblems.NoneActive);
    }

    [Fact]
    public async Task R_21_Ten_entries_of_the_code_at_once_show_the_number_once()
    {
        var token = await RestoreAsync();
        await AskAsync(token);
        var code = _world.Platform.LatestCode();
        var entered = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => EnterAsync(token, code))));
        entered.Count(outcome => outcome.IsSuccess).ShouldBe(1);
        (await _world.VidsAsync(_session)).Vids[0].TimesRevealed.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_day_the_link_is_dead_and_forgotten()
    {
        var token = await RestoreAsync();
        _world.Clock.Advance(TimeSpan.FromHours(24));
        (await _world.Get<ShowVidLink>().ExecuteAsync(token, Browser, Cancellation)).Problem.ShouldBe(VirtualIdProblems.LinkGone);
        await _world.Get<ForgetOldRows>().ExecuteAsync(Cancellation);
        await using var db = _world.OpenDatabase();
        (await db.VidLinks.CountAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task The_link_goes_with_its_number_when_that_is_stopped_too()
    {
        var first = await RestoreAsync();
        _world.Platform.State.Outbox.Clear();
        var second = await RestoreAsync();
        (await _world.Get<ShowVidLink>().ExecuteAsync(first, Browser, Cancellation)).Problem.ShouldBe(VirtualIdProblems.LinkGone);
        (await _world.Get<ShowVidLink>().ExecuteAsync(second, Browser, Cancellation)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Where_nothing_is_restored_nothing_is_told_of_it()
    {
        await _world.GenerateVidAsync(_session, "Temporary");
        await _world.RevokeVidAsync(_session, (await _world.VidsAsync(_session)).Vids[0].Key);
        await using var db = _world.OpenDatabase();
        (await db.Notices.CountAsync(row => row.Kind == NoticeKind.VidRestored, Cancellation)).ShouldBe(0);
        (await db.VidLinks.CountAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task S_45_Token_and_number_stand_in_no_row_in_clear()
    {
        var token = await RestoreAsync();
        var number = _world.Platform.State.Vids.Usable(Meera)[0].Vid;
        var file = await _world.ReadDatabaseFileAsync();
        file.ShouldNotContain(token);
        file.ShouldNotContain(number);
        file.ShouldNotContain($"\"{number[^4..]}\"");
        (await _world.MessagesAsync(_session)).Notices.Single(notice => notice.Kind is NoticeKind.VidRestored).Text
            .ShouldStartWith("In place of the number that was stopped the ID office made another (permanent). You find it in your list. Request ");
    }

    [Fact]
    public async Task Without_an_address_of_the_portal_the_message_says_to_sign_in()
    {
        await using var world = new CoreWorld(("Portal:PublicAddress", string.Empty));
        var session = (await world.SignInAsync()).SessionId;
        await world.RevokeVidAsync(session, (await world.VidsAsync(session)).Vids[0].Key);
        await world.Get<SendNotices>().ExecuteAsync(Cancellation);
        var ending = (await world.VidsAsync(session)).Vids[0].Masked[^4..];
        world.Platform.SmsTo(Meera).ShouldContain(text => text.Contains($"made another (permanent). It ends in {ending}. Sign in to see it. Request ", StringComparison.Ordinal));
        await using var db = world.OpenDatabase();
        (await db.VidLinks.CountAsync(Cancellation)).ShouldBe(0);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_made_up_link_is_dead_like_an_old_one(string? token) =>
        (await _world.Get<ShowVidLink>().ExecuteAsync(token, Browser, Cancellation)).Problem.ShouldBe(VirtualIdProblems.LinkGone);

    private async Task<string> RestoreAsync()
    {
        (await _world.RevokeVidAsync(_session, (await _world.VidsAsync(_session)).Vids[0].Key)).IsSuccess.ShouldBeTrue();
        await _world.Get<SendNotices>().ExecuteAsync(Cancellation);
        return _world.Platform.SmsTo(Meera).Select(text => Link().Match(text)).Single(match => match.Success).Groups["token"].Value;
    }

    private async Task AskAsync(string token)
    {
        // A code was sent a moment ago, to sign in.
        _world.Clock.Advance(TimeSpan.FromSeconds(30));
        (await _world.Get<AskForVidLinkCode>().ExecuteAsync(token, Browser, OtpChannel.Phone, Language.English, Stranger, Cancellation)).IsSuccess.ShouldBeTrue();
        await _world.Get<SendCodes>().ExecuteAsync(Cancellation);
    }

    private Task<Outcome<RevealedVid>> EnterAsync(string token, string code) => _world.Get<EnterVidLinkCode>().ExecuteAsync(token, Browser, code, Stranger, Cancellation);

    [GeneratedRegex(@"/vids/link/(?<token>[\w-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
