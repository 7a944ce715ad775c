using System.Net;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>What a resident reads of a visit afterwards, from their own sign-in.</summary>
public sealed class OwnVisitPageTests : IAsyncLifetime
{
    private KioskHost _kiosk = default!;

    public async ValueTask InitializeAsync() => _kiosk = await KioskHost.StartAsync();

    public ValueTask DisposeAsync() => _kiosk.DisposeAsync();

    [Fact]
    public async Task A_resident_reads_who_helped_where_what_was_seen_and_done_and_how_it_ended()
    {
        await HelpAsync();
        using var resident = new PortalClient(_kiosk.Portal);
        await resident.SignInSoonAfterAsync();
        (await resident.GetAsync(Links.Security)).Body.ShouldContain($"href=\"{Links.Visits}\"");
        var list = await resident.GetAsync(Links.Visits);
        list.Text.ShouldContain("It was finished at the desk.");
        list.Text.ShouldContain("Lock or unlock");
        var visit = await resident.GetAsync(Links.VisitOf(await VisitIdAsync()));
        visit.Text.ShouldContain("What you agreed to Lock or unlock What the operator saw");
        visit.Text.ShouldContain("The last 4 numbers of your ID number");
        visit.Text.ShouldContain("Lock or unlock – ");
        visit.Text.ShouldContain("This record is as it was written. We checked.");
        visit.Text.ShouldContain("You confirmed it with a code.");
        visit.Body.ShouldContain("/requests/");
        visit.Body.ShouldContain("/not-me/message/");
        visit.Body.ShouldNotContain(Residents.Meera);
    }

    [Fact]
    public async Task S_25_Nobody_else_reads_it()
    {
        await HelpAsync();
        using var other = new PortalClient(_kiosk.Portal);
        await other.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        (await other.GetAsync(Links.Visits)).Text.ShouldContain("There was no visit.");
        var visit = await other.GetAsync(Links.VisitOf(await VisitIdAsync()));
        visit.Status.ShouldBe(HttpStatusCode.NotFound);
        visit.Text.ShouldNotContain("Lock or unlock");
        using var nobody = new PortalClient(_kiosk.Portal);
        (await nobody.GetAsync(Links.VisitOf(await VisitIdAsync()))).Location.ShouldBe(Links.SignIn);
    }

    private Task<Guid> VisitIdAsync() => _kiosk.Portal.InDatabaseAsync(db => Task.FromResult(db.Visits.Select(row => row.Id).Single()));

    private async Task HelpAsync()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Locks);
        await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.Locks), "lock-Fingerprint");
        await _kiosk.ConfirmActAsync();
        (await _kiosk.Get<FinishVisit>().ExecuteAsync(_kiosk.DutyId)).Problem.ShouldBeNull();
    }
}
