using System.Globalization;
using Bunit;
using ResidentPortal.Components;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Notifications;

/// <summary>How many messages are new, beside the link to them.</summary>
public sealed class UnreadCountTests : PageContext
{
    [Fact]
    public async Task Where_there_is_nothing_new_nothing_stands_there()
    {
        await ReadAllAsync();
        Render<UnreadCount>().Markup.Trim().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", 1, "1 new message")]
    [InlineData("en", 3, "3 new messages")]
    [InlineData("fr", 3, "3 nouveaux messages")]
    [InlineData("ar", 2, "رسالتان جديدتان")]
    [InlineData("ar", 11, "11 رسالة جديدة")]
    public async Task The_number_is_seen_and_said_in_words(string language, int count, string words)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        await ReadAllAsync();
        await using (var db = World.OpenDatabase())
        {
            var uin = World.Get<Vault>().Seal(ResidentSteps.Number(ResidentSteps.Meera));
            for (var i = 0; i < count; i++)
            {
                World.Get<Notices>().Add(db, new Core.Notifications.Notice(Core.Notifications.NoticeKind.CardMade, uin, "eng", $"test {i}"));
            }

            await db.SaveChangesAsync(Xunit.TestContext.Current.CancellationToken);
        }

        var shown = Render<UnreadCount>();
        shown.WaitForElement("[aria-hidden=true]").TextContent.ShouldBe(count.ToString(CultureInfo.CurrentCulture));
        shown.Find(".hidden").TextContent.ShouldBe(words);
    }

    // What signing in told is read.
    private async Task ReadAllAsync() => await World.Get<MarkNoticesRead>().ExecuteAsync(Session, noticeId: null, Xunit.TestContext.Current.CancellationToken);
}
