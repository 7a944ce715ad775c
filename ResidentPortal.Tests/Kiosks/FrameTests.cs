using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>Which side of the desk gets which page, and that only the device itself presses.</summary>
public sealed class FrameTests : IAsyncLifetime
{
    // What may answer at a desk beside its own pages: what the resident agreed to, and what tells of nobody.
    private static readonly string[] OfLocks = ["/locks", "/help", "/papers", "/papers/file", "/centres", "/centres/{id}", "/centres/file", "/check-card"];

    private KioskHost _kiosk = default!;

    public async ValueTask InitializeAsync() => _kiosk = await KioskHost.StartAsync();

    public ValueTask DisposeAsync() => _kiosk.DisposeAsync();

    [Fact]
    public async Task S_74_At_the_desk_only_the_pages_of_the_agreed_purposes_answer()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Locks);
        foreach (var route in Pages())
        {
            var answer = await _kiosk.Operator.GetAsync(Filled(route));
            if (route.StartsWith("/kiosk", StringComparison.Ordinal) || route.StartsWith("/visit", StringComparison.Ordinal) || route.StartsWith("/v/", StringComparison.Ordinal))
            {
                continue;
            }

            if (OfLocks.Contains(route, StringComparer.Ordinal))
            {
                answer.Location.ShouldNotBe(Links.DeskVisit, route);
                ((int)answer.Status).ShouldBeLessThan(500, route);
            }
            else
            {
                answer.Location.ShouldBe(Links.DeskVisit, $"{route}: {answer.Text}");
            }
        }
    }

    [Fact]
    public async Task S_74_Nothing_of_a_resident_answers_before_the_resident_has_agreed()
    {
        await _kiosk.StartVisitAsync(VisitPurpose.Locks, VisitPurpose.Vids, VisitPurpose.Update, VisitPurpose.OrderCard);
        foreach (var path in new[] { Links.Locks, Links.Vids, Links.Update, Links.OrderCard, Links.Home, Links.History, Links.Security, Links.SignIn, Links.Track, Links.LostNumber, Links.Verify })
        {
            (await _kiosk.Operator.GetAsync(path)).Location.ShouldBe(Links.DeskVisit, path);
        }
    }

    [Fact]
    public async Task Without_a_visit_every_page_of_a_resident_leads_to_the_desk()
    {
        (await _kiosk.Operator.GetAsync(Links.Locks)).Location.ShouldBe(Links.Desk);
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Location.ShouldBe(Links.Desk);
        (await _kiosk.Operator.GetAsync(Links.Papers)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_sign_in_of_a_resident_counts_for_nothing_in_the_browser_of_a_kiosk()
    {
        using var resident = new PortalClient(_kiosk.Portal);
        await resident.SignInAsync();
        _kiosk.Operator.Cookies["__Host-session"] = resident.Cookies["__Host-session"];
        (await _kiosk.Operator.GetAsync(Links.Home)).Location.ShouldBe(Links.Desk);
        _kiosk.Operator.Cookies.Remove("__Host-operator");
        (await _kiosk.Operator.GetAsync(Links.Home)).Location.ShouldBe("/kiosk");
        (await resident.GetAsync(Links.Home)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task S_71_Cookies_that_were_copied_press_nothing_and_leave_a_row()
    {
        var visit = await _kiosk.AgreedAsync(VisitPurpose.Locks);
        visit.Text.ShouldContain("The resident agreed. Choose what to do.");
        using var copy = _kiosk.Copy();
        var locks = await copy.GetAsync(Links.Locks);
        var before = await RefusedAsync();
        (await copy.PostFormAsync(locks, "lock-Fingerprint")).Location.ShouldBe("/kiosk");
        (await copy.PostFormAsync(locks, "lock-Fingerprint", ("Nonce", "x"), ("Signature", "eA=="))).Location.ShouldBe("/kiosk");
        (await copy.PostFormAsync(await copy.GetAsync(Links.DeskVisit), "finish")).Location.ShouldBe("/kiosk");
        (await RefusedAsync()).ShouldBe(before + 3);
        (await _kiosk.Portal.InDatabaseAsync(db => db.ServiceRequests.CountAsync())).ShouldBe(0);
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Text.ShouldContain("The resident agreed. Choose what to do.");
    }

    [Fact]
    public async Task S_71_A_press_is_taken_once()
    {
        var desk = await _kiosk.Operator.GetAsync(Links.Desk);
        var signed = _kiosk.Signed(desk);
        (await _kiosk.Operator.PostFormAsync(desk, "ticket", signed)).Location.ShouldBe("/kiosk/ticket/A-1");
        (await _kiosk.Operator.PostFormAsync(desk, "ticket", signed)).Location.ShouldBe("/kiosk");
        (await _kiosk.PressAsync(desk, "ticket")).Location.ShouldBe("/kiosk/ticket/A-2");
    }

    [Fact]
    public async Task S_71_A_device_that_is_suspended_in_mid_visit_has_nothing_at_its_next_look()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Locks);
        (await _kiosk.Operator.GetAsync(Links.DeskVisitState)).Status.ShouldBe(HttpStatusCode.OK);
        await _kiosk.SuspendAsync();
        (await _kiosk.Operator.GetAsync(Links.DeskVisitState)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Location.ShouldBe("/kiosk");
        (await _kiosk.Operator.GetAsync(Links.Locks)).Location.ShouldBe("/kiosk");
    }

    [Fact]
    public async Task An_operator_whose_duty_is_over_reads_why_where_one_signs_in()
    {
        (await _kiosk.Operator.GetAsync(Links.KioskSignIn)).Text.ShouldNotContain("Nobody is signed in here.");
        var longAgo = DateTimeOffset.UtcNow.AddHours(-1);
        await _kiosk.Portal.InDatabaseAsync(db => db.Duties.ExecuteUpdateAsync(set => set.SetProperty(duty => duty.LastSeenAt, longAgo)));
        (await _kiosk.Operator.GetAsync(Links.Desk)).Location.ShouldBe("/kiosk");
        (await _kiosk.Operator.GetAsync(Links.KioskSignIn)).Text.ShouldContain("Nobody is signed in here. Nothing was changed. Sign in as operator or supervisor.");
        using var anybody = new PortalClient(_kiosk.Portal);
        (await anybody.GetAsync(Links.KioskSignIn)).Text.ShouldNotContain("Nobody is signed in here.");
    }

    [Fact]
    public async Task An_operator_whose_device_was_suspended_reads_so_where_one_signs_in()
    {
        await _kiosk.SuspendAsync();
        (await _kiosk.Operator.GetAsync(Links.KioskSignIn)).Text.ShouldContain("This device is out of use. Nothing can be done here any more. Ask a supervisor.");
    }

    [Fact]
    public async Task The_state_tells_a_number_that_counts_changes_and_nothing_else()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Locks);
        var first = await _kiosk.Operator.GetAsync(Links.DeskVisitState);
        first.Body.ShouldMatch("^\\{\"version\":\\d+\\}$");
        first.Headers["Cache-Control"].ShouldBe("no-store");
        (await _kiosk.Operator.GetAsync(Links.DeskVisitState)).Body.ShouldBe(first.Body);
        await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.DeskVisit), "slow");
        (await _kiosk.Operator.GetAsync(Links.DeskVisitState)).Body.ShouldNotBe(first.Body);
    }

    [Fact]
    public async Task Open_pages_stand_in_the_frame_at_a_kiosk_and_are_kept_by_nobody()
    {
        using var anybody = new PortalClient(_kiosk.Portal);
        var open = await anybody.GetAsync(Links.Help);
        var framed = await _kiosk.Operator.GetAsync(Links.Help);
        framed.Headers["Cache-Control"].ShouldBe("no-store");
        framed.Headers.ShouldNotContainKey("ETag");
        framed.Text.ShouldContain("Operator K0001");
        framed.Headers["Content-Security-Policy"].ShouldContain("script-src 'self'");
        var again = await anybody.GetAsync(Links.Help);
        again.Body.ShouldBe(open.Body);
        again.Text.ShouldNotContain("Operator");
    }

    [Fact]
    public async Task The_pages_of_a_kiosk_have_no_menu_no_counts_no_sign_out_of_residents_and_no_circuit()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Locks);
        var locks = await _kiosk.Operator.GetAsync(Links.Locks);
        locks.Status.ShouldBe(HttpStatusCode.OK, locks.Location);
        locks.Body.ShouldNotContain("blazor.web");
        locks.Body.ShouldNotContain("<!--Blazor:");
        locks.Body.ShouldNotContain("MudBlazor");
        locks.Body.ShouldNotContain(Links.SignOut + "\"");
        locks.Body.ShouldNotContain(Links.Messages);
        locks.Text.ShouldContain("Counter 1");
        locks.Text.ShouldContain("Time left About 20 minutes");
        (await _kiosk.Operator.SendAsync(HttpMethod.Post, "/_blazor/negotiate", content: null, ("Origin", _kiosk.Portal.Address.GetLeftPart(UriPartial.Authority)))).Location.ShouldBe(Links.DeskVisit);
    }

    [Fact]
    public async Task While_the_screen_is_with_the_resident_the_desk_has_nothing()
    {
        var visit = await _kiosk.StartVisitAsync(VisitPurpose.Locks);
        var handed = await _kiosk.PressAsync(visit, "hand-over");
        handed.Location.ShouldBe("/visit");
        _kiosk.Operator.Cookies.ShouldContainKey("__Host-visit");
        foreach (var path in new[] { Links.Desk, Links.DeskVisit })
        {
            (await _kiosk.Operator.GetAsync(path)).Location.ShouldBe("/visit", path);
        }

        (await _kiosk.Operator.GetAsync(Links.Locks)).Location.ShouldBe("/visit");
        (await _kiosk.Operator.GetAsync(Links.DeskVisitState)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await _kiosk.TakeBackAsync();
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private Task<int> RefusedAsync() => _kiosk.Portal.InDatabaseAsync(db => db.AuditRows.CountAsync(row => row.Event == AuditEvent.Refused));

    private IEnumerable<string> Pages() => _kiosk.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => ResidentPortal.Security.PageClass.Of(endpoint) is { IsPage: true } or { IsPersonal: true })
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')).Where(path => !path.StartsWith("/error", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

    private static string Filled(string route) => System.Text.RegularExpressions.Regex.Replace(route, "\\{[^}]*guid\\}", "0b7f0c5e-5a0e-4f6d-9a55-6d3b1f1f8f11", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) is var path
        ? System.Text.RegularExpressions.Regex.Replace(path, "\\{[^}]*\\}", "10001", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) : route;
}
