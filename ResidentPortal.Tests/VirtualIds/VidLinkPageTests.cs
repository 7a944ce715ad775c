using System.Net;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.VirtualIds;

/// <summary>The page of a link to a restored VID over plain HTTP: open, without script, once.</summary>
public sealed class VidLinkPageTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private PortalClient _owner = default!;
    private PortalClient _elsewhere = default!;
    private string _link = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        (_owner, _elsewhere) = (new PortalClient(_portal), new PortalClient(_portal));
        await _owner.SignInAsync();
        var vids = await _owner.GetAsync(Links.Vids);
        (await _owner.PostFormAsync(vids, ["stop", vids.VidKeys()[0]])).Status.ShouldBe(HttpStatusCode.Found);
        _link = await _portal.ReadLinkAsync("/vids/link/");
    }

    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        _elsewhere.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task The_number_is_shown_once_after_a_code_and_goes_away_by_itself()
    {
        var page = await _elsewhere.GetAsync(_link);
        page.Text.ShouldContain("Your new stand-in number");
        page.Text.ShouldContain("It is shown once, after a code to the registered phone or email.");
        var number = _portal.Sandbox.State.Vids.Usable(Residents.Meera).ShouldHaveSingleItem().Vid;
        page.Markup.ShouldNotContain(number[^4..]);

        await _portal.ForgetAttemptsAsync();
        var asked = await _elsewhere.PostFormAsync(page, "send", ("Channel", "phone"));
        asked.Location.ShouldBe(_link);
        var form = await _elsewhere.GetAsync(_link);
        var wrong = await _elsewhere.PostFormAsync(form, "code", ("Code", string.Empty));
        wrong.Text.ShouldContain("Your new stand-in number");
        var shown = await _elsewhere.PostFormAsync(form, "code", ("Code", await _portal.ReadCodeAsync()));
        shown.Text.ShouldContain(string.Join(' ', number.Chunk(4).Select(part => new string(part))));
        shown.Text.ShouldContain("This link is used up now.");
        shown.Headers["Refresh"].ShouldBe($"30; url={_link}");
        (await _elsewhere.GetAsync(_link)).Text.ShouldContain("There is nothing behind this link any more. It works once, and only for a time. Sign in to see your numbers.");
        (await _elsewhere.PostFormAsync(form, "code", ("Code", "123456"))).Text.ShouldContain("There is nothing behind this link any more.");
        (await _elsewhere.GetAsync(Links.Home)).Location.ShouldBe(Links.SignIn);
    }

    [Theory]
    [InlineData("/vids/link/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/vids/link/x")]
    [InlineData("/vids/link/%3Cscript%3E")]
    public async Task S_01_What_was_never_a_link_reads_like_one_that_is_used_up(string path)
    {
        var never = await _elsewhere.GetAsync(path);
        never.Status.ShouldBe(HttpStatusCode.OK);
        never.Text.ShouldContain("There is nothing behind this link any more.");
    }

    [Fact]
    public async Task S_09_S_36_Looking_changes_nothing_and_the_token_stands_in_no_log_and_no_table()
    {
        var before = _portal.Sandbox.State.Outbox.To(Residents.MeerasPhone).Count(sent => sent.Code is not null);
        await _elsewhere.GetAsync(_link);
        await _elsewhere.GetAsync(_link);
        (await _elsewhere.GetAsync(_link)).Text.ShouldContain("It is shown once, after a code to the registered phone or email.");
        _portal.Sandbox.State.Outbox.To(Residents.MeerasPhone).Count(sent => sent.Code is not null).ShouldBe(before);
        var token = _link.Split('/')[^1];
        _portal.Log.Lines.Where(line => !line.StartsWith("Information Request ", StringComparison.Ordinal)).ShouldAllBe(line => !line.Contains(token, StringComparison.Ordinal));
        Privacy.Markers.FoundInDatabase(_portal.DatabasePath, [token]).ShouldBeEmpty();
    }
}
