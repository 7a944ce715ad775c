using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>S-75: what an operator sees of a resident on the very pages.</summary>
public sealed class SeenFieldsTests : IAsyncLifetime
{
    // What the record of Meera holds beside her name.
    private static readonly string[] NeverSeen = [Residents.Meera, Residents.MeerasPhone, Residents.MeerasEmail, "Harbour", "Kenitra", "10112"];

    private KioskHost _kiosk = default!;

    public async ValueTask InitializeAsync() => _kiosk = await KioskHost.StartAsync();

    public ValueTask DisposeAsync() => _kiosk.DisposeAsync();

    [Theory]
    [InlineData(VisitPurpose.Locks, Links.Locks)]
    [InlineData(VisitPurpose.Vids, Links.Vids)]
    [InlineData(VisitPurpose.OrderCard, Links.OrderCard)]
    [InlineData(VisitPurpose.Update, Links.Update)]
    [InlineData(VisitPurpose.Update, Links.ChooseUpdate)]
    [InlineData(VisitPurpose.PrintCard, Links.DeskVisit)]
    public async Task S_75_The_pages_of_a_purpose_show_no_other_field(VisitPurpose purpose, string path)
    {
        var visit = await _kiosk.AgreedAsync(purpose);
        var page = await _kiosk.Operator.GetAsync(path);
        page.Location.ShouldBeNull();
        visit.Text.ShouldContain("What you may see");
        foreach (var value in NeverSeen)
        {
            visit.Markup.ShouldNotContain(value);
            page.Markup.ShouldNotContain(value);
        }
    }

    [Fact]
    public async Task S_75_The_desk_sees_what_the_purpose_needs()
    {
        var visit = await _kiosk.AgreedAsync(VisitPurpose.Locks);
        visit.Text.ShouldContain("ID number (UIN)");
        visit.Text.ShouldContain("Fingerprint: Unlocked");
        visit.Text.ShouldContain("You see nothing else of the resident. That you saw this is written down.");
        visit.Text.ShouldNotContain("Phone 98");
    }

    [Fact]
    public async Task S_75_Words_of_the_residents_own_and_digits_are_not_on_the_desks_side()
    {
        using (var resident = new PortalClient(_kiosk.Portal))
        {
            await resident.SignInAsync();
            await resident.MakeVidAsync();
            var vids = await resident.GetAsync(Links.Vids);
            await resident.PostFormAsync(vids, ["label", vids.VidKeys()[0]], ("Posted.Label", "for my divorce"));
            (await resident.GetAsync(Links.Vids)).Text.ShouldContain("for my divorce");
        }

        await _kiosk.Portal.ForgetAttemptsAsync();
        await _kiosk.AgreedAsync(VisitPurpose.Vids);
        var page = await _kiosk.Operator.GetAsync(Links.Vids);
        page.Text.ShouldNotContain("for my divorce");
        page.Body.ShouldNotContain(Links.VidNumber);
        page.Text.ShouldContain("Stop");
    }
}
