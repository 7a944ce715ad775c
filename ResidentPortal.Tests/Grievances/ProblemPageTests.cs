using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Grievances;

/// <summary>A problem is reported, answered and read over HTTP, and the messages about it.</summary>
public sealed class ProblemPageTests : IAsyncLifetime
{
    private const string Trouble = "The photo <b>is</b> wrong.\nPlease look.";

    private PortalHost _portal = default!;
    private PortalClient _owner = default!;
    private string _about = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        _owner = new PortalClient(_portal);
        await _owner.SignInAsync();
        _about = (await _owner.MakeVidAsync()).Path.Split('/')[^1];
    }

    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_report_leads_to_its_receipt_and_the_answer_stands_there()
    {
        (await _owner.GetAsync(Links.RequestOf(_about))).Body.ShouldContain($"href=\"{Links.ProblemOf(_about)}\"");
        var receipt = await ReportAsync(("Message", Trouble), ("Contact", "(98765) 00-009"));
        var id = receipt.Path.Split('/')[^1];
        receipt.Path.ShouldBe(Links.RequestOf(id));
        foreach (var words in new[] { "Report number", "A request", EventId.Stored(_about).Grouped, "Reported. The ID office has it.", "Answer by", "The photo <b>is</b> wrong.", "You reported it at" })
        {
            receipt.Text.ShouldContain(words);
        }

        receipt.Body.ShouldContain("&lt;b&gt;is&lt;/b&gt;");
        (await _owner.GetAsync(Links.RequestOf(_about))).Text.ShouldContain("Problems you reported with it Report of a problem");
        (await _owner.GetAsync($"{Links.Requests}?what=Other")).Text.ShouldContain("Report of a problem Reported · ");
        var paper = await _owner.PostFormAsync(receipt, Links.Acknowledgement);
        paper.Headers["Content-Type"].ShouldBe("application/pdf");

        var row = await _portal.InDatabaseAsync(database => database.Grievances.SingleAsync());
        (await _portal.Services.GetRequiredService<AnswerGrievance>().ExecuteAsync(row.Id, "We have printed it anew.", TestContext.Current.CancellationToken)).IsSuccess.ShouldBeTrue();
        var answered = await _owner.GetAsync(Links.RequestOf(id));
        answered.Text.ShouldContain("The answer We have printed it anew.");
        _portal.Log.Lines.ShouldAllBe(line => !line.Contains("photo", StringComparison.Ordinal) && !line.Contains("printed it anew", StringComparison.Ordinal) && !line.Contains("9876500009", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_leads_to_the_same_receipt()
    {
        var form = await _owner.GetAsync(Links.ProblemOf(_about));
        var first = await _owner.PostFormAsync(form, "problem", ("Message", Trouble));
        (await _owner.PostFormAsync(form, "problem", ("Message", Trouble))).Location.ShouldBe(first.Location);
    }

    [Theory]
    [InlineData("", "", "Please write what the problem is.")]
    [InlineData("It is wrong.", "12", "This is neither a phone number nor an email address. Correct it or leave it out.")]
    [InlineData("It is wrong.", "a@b", "This is neither a phone number nor an email address. Correct it or leave it out.")]
    public async Task What_is_missing_or_wrong_is_said_at_its_field_and_nothing_typed_is_lost(string message, string contact, string sentence)
    {
        var page = await _owner.PostFormAsync(await _owner.GetAsync(Links.ProblemOf(_about)), "problem", ("Message", message), ("Contact", contact));
        page.Text.ShouldContain(sentence);
        page.Markup.ShouldContain(message);
        page.Markup.ShouldContain($"value=\"{contact}\"");
        (await _portal.InDatabaseAsync(database => database.Grievances.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task S_25_S_35_S_36_No_other_resident_no_form_without_token_and_no_GET_reports_anything()
    {
        using var other = new PortalClient(_portal);
        await other.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        (await other.GetAsync(Links.ProblemOf(_about))).Status.ShouldBe(HttpStatusCode.NotFound);
        await other.PostForgedAsync(Links.ProblemOf(_about), await other.GetAsync(Links.Requests), ("_handler", "problem"), ("Message", Trouble), ("Intent", Guid.NewGuid().ToString()));
        (await _owner.PostAsync(Links.ProblemOf(_about), ("_handler", "problem"), ("Message", Trouble))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await _owner.GetAsync($"{Links.ProblemOf(_about)}?Message=x&_handler=problem");
        (await _portal.InDatabaseAsync(database => database.Grievances.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_is_new_until_its_request_is_opened_or_it_is_marked()
    {
        await ReportAsync(("Message", Trouble));
        await Eventually.TrueAsync(
            () => _portal.InDatabaseAsync(async database => !await database.Notices.AnyAsync(row => row.Sms == DeliveryState.Open || row.Email == DeliveryState.Open)), TimeSpan.FromSeconds(30), "The messages were not sent.");
        var page = await _owner.GetAsync(Links.Messages);
        page.Text.ShouldContain("New You reported a problem We have your report of a problem.");
        page.Text.ShouldContain("Sent by text message and email");
        page.Text.ShouldContain("Messages are sent to you in English.");
        var notice = await NoticeAsync(NoticeKind.ProblemReported);
        await _owner.GetAsync($"{Links.Messages}?Read={notice.Id}&_handler=messages");
        (await NoticeAsync(NoticeKind.ProblemReported)).ReadAt.ShouldBeNull();
        (await _owner.PostAsync(Links.Messages, ("_handler", "messages"), ("Read", notice.Id.ToString()))).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await _owner.PostFormAsync(page, "messages", ("Open", notice.Id.ToString()))).Location.ShouldBe(Links.RequestOf(notice.EventId!));
        (await NoticeAsync(NoticeKind.ProblemReported)).ReadAt.ShouldNotBeNull();
        page = await _owner.GetAsync(Links.Messages);
        page.Text.ShouldNotContain("New You reported a problem");
        page.Body.ShouldContain($"href=\"{Links.RequestOf(notice.EventId!)}\"");
        (await _owner.PostFormAsync(page, "messages")).Location.ShouldBe(Links.Messages);
        (await _owner.GetAsync(Links.Messages)).Text.ShouldNotContain("new message");

        _owner.Headers["Accept-Language"] = "ar";
        (await _owner.GetAsync(Links.Messages)).Text.ShouldContain("أبلغت عن مشكلة");
    }

    private Task<NoticeRow> NoticeAsync(NoticeKind kind) => _portal.InDatabaseAsync(database => database.Notices.SingleAsync(row => row.Kind == kind));

    private async Task<Answer> ReportAsync(params (string Name, string Value)[] fields)
    {
        var sent = await _owner.PostFormAsync(await _owner.GetAsync(Links.ProblemOf(_about)), "problem", fields);
        sent.Location.ShouldNotBeNull(sent.Text);
        return await _owner.FollowAsync(sent);
    }
}
