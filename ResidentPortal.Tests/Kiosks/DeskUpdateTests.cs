using System.Net;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Updates;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>Data are changed at the desk, with what is the resident's alone left to them.</summary>
public sealed class DeskUpdateTests : IAsyncLifetime
{
    private KioskHost _kiosk = default!;

    public async ValueTask InitializeAsync() => _kiosk = await KioskHost.StartAsync();

    public ValueTask DisposeAsync() => _kiosk.DisposeAsync();

    [Fact]
    public async Task A_change_that_is_prepared_at_the_desk_is_put_before_the_resident_and_sent_by_their_code()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Update);
        await ChooseAsync("preferredLang");
        var answered = await _kiosk.PressAsync(await _kiosk.Operator.GetAsync("/update/answer/preferredLang"), "answer", ("Text", "fra"));
        answered.Location.ShouldBe(Links.CheckUpdate, answered.Text);
        var sent = await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.CheckUpdate), "send-update", ("Consent", "true"));
        sent.Location.ShouldBe(Links.DeskVisit, sent.Text);
        (await _kiosk.Portal.InDatabaseAsync(db => db.ServiceRequests.Select(row => row.State).SingleAsync())).ShouldBe(ActState.Draft);
        await _kiosk.ConfirmActAsync();
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Text.ShouldContain("The resident confirmed it.");
    }

    [Fact]
    public async Task The_resume_code_is_not_shown_to_the_operator_and_counts_in_the_residents_view_alone()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Update);
        var tasks = await ChooseAsync("preferredLang");
        tasks.Text.ShouldContain("The resident has a code by message to go on elsewhere.");
        tasks.Body.ShouldNotContain("revealed-digits");
        var (desk, view) = await IdsAsync();
        (await _kiosk.Get<ResumeDraft>().ExecuteAsync(desk, _kiosk.Device.Visitor, "AAAA-2222")).Problem.ShouldBe(SessionProblems.OutsidePurpose);
        (await _kiosk.Get<SendResumeCode>().ExecuteAsync(desk)).Problem.ShouldBe(SessionProblems.OutsidePurpose);
        (await _kiosk.Get<ResumeDraft>().ExecuteAsync(view, _kiosk.Device.Visitor, "AAAA-2222")).Problem.ShouldBe(UpdateProblems.WrongResumeCode);
    }

    [Fact]
    public async Task Both_sides_of_a_visit_have_its_draft_and_the_next_visit_has_not()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Update);
        await ChooseAsync("preferredLang");
        var (_, view) = await IdsAsync();
        (await _kiosk.Get<ShowUpdate>().ExecuteAsync(view, new Visitor("the resident's phone", "7F0000"), Language.English)).Value.Draft.ShouldNotBeNull();
        await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.DeskVisit), "finish");
        await _kiosk.Portal.ForgetAttemptsAsync();
        await _kiosk.AgreedAsync(VisitPurpose.Update);
        var update = await _kiosk.Operator.GetAsync(Links.Update);
        update.Text.ShouldContain("The resident began a change elsewhere");
        update.Body.ShouldNotContain("ResumeCode");
        var (desk, _) = await IdsAsync();
        (await _kiosk.Get<DiscardDraft>().ExecuteAsync(desk)).Problem.ShouldBe(SessionProblems.OutsidePurpose);
    }

    [Fact]
    public async Task The_code_that_reached_a_new_contact_has_no_field_at_the_desk()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Update);
        await ChooseAsync("phone");
        (await _kiosk.PressAsync(await _kiosk.Operator.GetAsync("/update/answer/phone"), "answer", ("Text", "9876577777"))).Status.ShouldBe(HttpStatusCode.Found);
        var contact = await _kiosk.PressAsync(await _kiosk.Operator.GetAsync("/update/contact/phone"), "send");
        contact.Location.ShouldBe("/update/contact/phone");
        var page = await _kiosk.Operator.GetAsync("/update/contact/phone");
        page.Text.ShouldContain("The resident enters it on their own side.");
        page.Body.ShouldNotContain("one-time-code");
        var (desk, view) = await IdsAsync();
        var code = await _kiosk.Portal.ReadCodeAsync("9876577777");
        (await _kiosk.Get<EnterNewContactCode>().ExecuteAsync(desk, _kiosk.Device.Visitor, "phone", code)).Problem.ShouldBe(SessionProblems.OutsidePurpose);
        (await _kiosk.Get<EnterNewContactCode>().ExecuteAsync(view, _kiosk.Device.Visitor, "phone", code)).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task A_paper_comes_from_a_file_or_from_the_camera_of_the_desk()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Update);
        await ChooseAsync("postalCode");
        var papers = await _kiosk.Operator.GetAsync($"{Links.UpdatePapers}/proofOfAddress");
        papers.Status.ShouldBe(HttpStatusCode.OK, papers.Location);
        papers.Body.ShouldContain("capture=\"environment\"");
        var added = await _kiosk.Operator.PostFileAsync(
            papers, "paper", new SentFile("Paper", "bill.pdf", "application/pdf", "no paper"u8.ToArray()), [.. _kiosk.Signed(papers), ("Kind", "DOC001")]);
        added.Location.ShouldNotBe("/kiosk");
        using var copy = _kiosk.Copy();
        (await copy.PostFileAsync(papers, "paper", new SentFile("Paper", "bill.pdf", "application/pdf", "no paper"u8.ToArray()), ("Kind", "DOC001"))).Location.ShouldBe("/kiosk");
    }

    private async Task<Answer> ChooseAsync(params string[] fields)
    {
        var chosen = await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.ChooseUpdate), "choose", [.. fields.Select(field => ("Chosen", field))]);
        chosen.Location.ShouldBe(Links.Update, chosen.Text);
        return await _kiosk.Operator.GetAsync(Links.Update);
    }

    private async Task<(Guid Desk, Guid View)> IdsAsync() => (
        (await _kiosk.Get<ShowDeskVisit>().ExecuteAsync(_kiosk.DutyId, withFields: false)).Value.DeskId!.Value,
        (await _kiosk.Get<ShowView>().ExecuteAsync(_kiosk.View)).Value.SessionId!.Value);
}
