using ResidentPortal.Core.History;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>An update of data in the resident's view: read back, a new contact proved by its own code, and a second person who looks first. No script anywhere.</summary>
public sealed class ViewUpdateTests : IAsyncLifetime
{
    private const string Contact = "/visit/contact/phone";

    private KioskHost _kiosk = default!;
    private PortalClient _resident = default!;
    private PortalClient _supervisor = default!;

    public async ValueTask InitializeAsync()
    {
        _kiosk = await KioskHost.StartAsync();
        _resident = new PortalClient(_kiosk.Portal);
        _supervisor = new PortalClient(_kiosk.Portal);
        _supervisor.Cookies["__Host-operator"] = (await _kiosk.Get<BeginDuty>().ExecuteAsync(DeviceSteps.Supervisor(), deviceToken: null, new("office", "7F0000"))).Value.Token;
    }

    public async ValueTask DisposeAsync()
    {
        _supervisor.Dispose();
        _resident.Dispose();
        await _kiosk.DisposeAsync();
    }

    [Fact]
    public async Task A_change_is_read_back_as_it_is_and_as_it_will_be_and_sent_by_its_code()
    {
        await AgreeAsync();
        await _kiosk.AnswerAsync("preferredLang", "fra");
        await _kiosk.SendUpdateAsync();
        var read = await _resident.GetAsync(Links.Visit);
        read.Text.ShouldContain("Is this right? This was prepared for you. Read it or listen to it. Nothing is sent yet.");
        read.Text.ShouldContain("Now: English New: Français");
        read.Title.ShouldNotContain("English");
        var ask = await DoAsync(read, "Right");
        ask.Text.ShouldContain("It works for this only.");
        var act = await DoAsync(ask, "Send", ("Channel", "phone"));
        var outcome = await DoAsync(act, "ActCode", ("Code", await _kiosk.Portal.ReadCodeAsync()));
        outcome.Text.ShouldContain("What happened");
        (await StateAsync()).ShouldNotBe(ActState.Draft);
    }

    [Fact]
    public async Task The_code_that_reached_a_new_contact_is_typed_in_the_residents_view_and_proves_it()
    {
        await AgreeAsync();
        await _kiosk.AnswerAsync("phone", DeskUpdateSteps.NewPhone);
        var waiting = await _resident.GetAsync(Links.Visit);
        waiting.Text.ShouldContain("Type the code sent to your new contact:");
        waiting.Body.ShouldContain($"href=\"{Contact}\"");
        var contact = await _resident.GetAsync(Contact);
        contact.Text.ShouldContain("Check your new contact");
        contact.Text.ShouldContain(DeskUpdateSteps.NewPhone);
        contact.Body.ShouldNotContain("one-time-code");
        (await _resident.PostFormAsync(contact, "send")).Location.ShouldBe(Contact);
        var sent = await _resident.GetAsync(Contact);
        sent.Text.ShouldContain("A code is on its way to this new contact.");
        (await _resident.PostFormAsync(sent, "code", ("Code", " "))).Text.ShouldContain(new PortalWords("en")["Code.Field.Empty"]);
        (await _resident.PostFormAsync(sent, "code", ("Code", "000000"))).Body.ShouldContain("aria-invalid=\"true\"");
        (await _resident.PostFormAsync(sent, "code", ("Code", await _kiosk.Portal.ReadCodeAsync(DeskUpdateSteps.NewPhone)))).Location.ShouldBe(Links.Visit);
        (await _resident.GetAsync(Links.Visit)).Body.ShouldNotContain(Contact);
        (await _resident.GetAsync(Contact)).Text.ShouldContain("This contact is yours: the code arrived and was right.");
    }

    [Fact]
    public async Task Nothing_is_taken_for_a_new_contact_without_the_token_of_the_page_or_without_a_visit()
    {
        await AgreeAsync();
        await _kiosk.AnswerAsync("phone", DeskUpdateSteps.NewPhone);
        (await _resident.PostAsync(Contact, ("_handler", "send"))).Status.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await _resident.GetAsync("/visit/contact/nothing")).Location.ShouldBe(Links.Visit);
        using var nobody = new PortalClient(_kiosk.Portal);
        (await nobody.FollowAsync(await nobody.GetAsync(Contact))).Path.ShouldBe(Links.VisitEnded);
        _kiosk.Portal.Sandbox.State.Outbox.To(DeskUpdateSteps.NewPhone).ShouldBeEmpty();
    }

    [Fact]
    public async Task S_77_A_new_phone_without_the_old_one_stands_on_the_supervisors_page_until_it_is_approved_there()
    {
        await PrepareNewPhoneAsync();
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Text.ShouldContain("A second person has to approve it first.");
        var second = await DoAsync(await _resident.GetAsync(Links.Visit), "Right");
        second.Text.ShouldContain("A second person looks at this first Your old phone is not at hand. So a second person at the desk has to agree.");

        // Nobody approves their own work, and whose data it is stands nowhere.
        (await _kiosk.Operator.GetAsync(Links.KioskApprovals)).Text.ShouldContain("Nothing waits.");
        var waiting = await _supervisor.GetAsync(Links.KioskApprovals);
        waiting.Text.ShouldContain("Go to the desk, speak with the resident, then answer here.");
        waiting.Text.ShouldContain($"Centre {DeviceSteps.Centre} Operator K0001 Approve this Do not approve");
        waiting.Body.ShouldNotContain(DeskUpdateSteps.NewPhone);
        waiting.Body.ShouldNotContain("Meera");
        (await _supervisor.PostFormAsync(waiting, "answer", ("Answer", "perhaps"))).Location.ShouldBeNull();
        (await _supervisor.GetAsync(Links.KioskApprovals)).Text.ShouldContain("Approve this");
        (await _supervisor.PostFormAsync(waiting, "answer", ("Answer", "yes"))).Location.ShouldBe(Links.KioskApprovals);
        (await _supervisor.GetAsync(Links.KioskApprovals)).Text.ShouldContain("Nothing waits.");

        var act = await DoAsync(await _resident.GetAsync(Links.Visit), "Send", ("Channel", "email"));
        (await DoAsync(act, "ActCode", ("Code", await _kiosk.Portal.ReadCodeAsync(Residents.MeerasEmail)))).Text.ShouldContain("What happened");
        (await StateAsync()).ShouldNotBe(ActState.Draft);
    }

    [Fact]
    public async Task S_77_What_the_second_person_does_not_approve_is_not_sent_and_both_sides_see_it()
    {
        await PrepareNewPhoneAsync();
        (await _supervisor.PostFormAsync(await _supervisor.GetAsync(Links.KioskApprovals), "answer", ("Answer", "no"))).Location.ShouldBe(Links.KioskApprovals);
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Text.ShouldContain("The second person said no.");
        (await _resident.GetAsync(Links.Visit)).Text.ShouldContain("Nothing is sent without you.");
        (await StateAsync()).ShouldBe(ActState.Draft);
    }

    // The old phone is not at hand: the code of the consent came by e-mail.
    private async Task PrepareNewPhoneAsync()
    {
        await AgreeAsync(OtpChannel.Email);
        await _kiosk.AnswerAsync("phone", DeskUpdateSteps.NewPhone);
        await _resident.PostFormAsync(await _resident.GetAsync(Contact), "send");
        await _resident.PostFormAsync(await _resident.GetAsync(Contact), "code", ("Code", await _kiosk.Portal.ReadCodeAsync(DeskUpdateSteps.NewPhone)));
        await _kiosk.SendUpdateAsync();
    }

    private async Task AgreeAsync(OtpChannel channel = OtpChannel.Phone)
    {
        await _kiosk.StartVisitAsync(VisitPurpose.Update);
        await _kiosk.OpenViewAsync();
        await _kiosk.AgreeAsync(channel: channel);
        _resident.Cookies["__Host-visit"] = _kiosk.View!;
    }

    private Task<ActState> StateAsync() => _kiosk.Portal.InDatabaseAsync(db => Task.FromResult(db.ServiceRequests.Select(row => row.State).Single()));

    private async Task<Answer> DoAsync(Answer page, string deed, params (string Name, string Value)[] fields)
    {
        var isHidden = page.Body.Contains($"<input type=\"hidden\" name=\"Deed\" value=\"{deed}\"", StringComparison.Ordinal);
        var answer = await _resident.PostFormAsync(page, ["visit", deed], [.. isHidden ? [] : new[] { ("Deed", deed) }, .. fields]);
        answer.Location.ShouldNotBeNull(answer.Text);
        return await _resident.FollowAsync(answer);
    }
}
