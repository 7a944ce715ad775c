using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Notifications;

/// <summary>S-67: what people write is text in every message, never template, never markup, never a line of its own.</summary>
public sealed class SafeMessageTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("$eventId")]
    [InlineData("${status}")]
    [InlineData("$!date")]
    [InlineData("#foreach($a in [1..9])$a#end")]
    [InlineData("#set($x = 7)$x")]
    [InlineData("{eventId} {{name}}")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a & b \"c\" 'd'")]
    public async Task S_67_A_name_is_written_as_it_is_and_as_text_whatever_stands_in_it(string name)
    {
        Template("_SMS", "Dear $name, $status.");
        Template("-email-subject", "For $name");
        Template("-email-content", "<p>Dear ${name}, <b>$status</b>.</p>");
        var message = await WriteAsync(name);
        message.Sms.ShouldStartWith($"Dear {name}, success.");
        message.Subject.ShouldBe($"For {name}");
        message.Html.ShouldContain($"<p>Dear {System.Net.WebUtility.HtmlEncode(name)}, <b>success</b>.</p>");
        message.Html.ShouldNotContain("<script");
        message.Html.ShouldNotContain("<img");
    }

    [Theory]
    [InlineData("Meera\r\nBcc: everybody@example.org")]
    [InlineData("Meera\nContent-Type: text/plain\n\nother text")]
    [InlineData("Meera\u0085X-Other: 1\u2028X-More: 2")]
    public async Task S_67_A_name_adds_no_line_to_the_subject_of_an_e_mail(string name)
    {
        Template("-email-subject", "For $name");
        var subject = (await WriteAsync(name)).Subject;
        subject.ShouldStartWith("For Meera");
        subject.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029').ShouldBeFalse(subject);
    }

    [Fact]
    public async Task S_67_A_template_of_the_platform_that_is_long_or_unfinished_fills_what_it_can()
    {
        Template("_SMS", $"$name ${{name $nobody $!nobody ${string.Concat(Enumerable.Repeat("$name", 200))}");
        (await WriteAsync("Meera")).Sms.ShouldStartWith($"Meera ${{name $nobody  ${string.Concat(Enumerable.Repeat("Meera", 200))}");
    }

    [Fact]
    public async Task S_67_A_fact_of_a_notice_is_text_in_our_own_sentences_too()
    {
        var message = await WriteAsync("Meera", NoticeKind.VidGenerated, ("type", "<b>$eventId {eventId}</b>"));
        message.Sms.ShouldContain("<b>$eventId ");
        message.Html.ShouldContain("&lt;b&gt;$eventId ");
        message.Html.ShouldNotContain("<b>");
    }

    private void Template(string part, string text) => _world.Platform.Templates[("eng", $"lock-unlock-auth-success{part}")] = text;

    private async Task<NoticeMessage> WriteAsync(string name, NoticeKind kind = NoticeKind.LocksChanged, params (string Name, string Value)[] facts)
    {
        await using var db = _world.OpenDatabase();
        _world.Get<Notices>().Add(db, new Notice(kind, _world.Get<Vault>().Seal(Number(Meera)), "eng", "test", "7999015725756916")
        {
            Facts = facts.Append(("locked", "Face")).ToDictionary(fact => fact.Item1, fact => fact.Item2, StringComparer.Ordinal),
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return await _world.Get<NoticeText>().WriteAsync(await db.Notices.SingleAsync(TestContext.Current.CancellationToken), name, Language.English, TestContext.Current.CancellationToken);
    }
}
