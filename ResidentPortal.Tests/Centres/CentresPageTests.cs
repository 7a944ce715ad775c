using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.Cards;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Centres;

/// <summary>Registration centres and papers as anybody reads them. The portal's clock stands at Tuesday, 24 November 2026, 10:00.</summary>
public sealed class CentresPageTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync(
            services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero))), ("Portal:TimeZone", "UTC"));
        _client = new PortalClient(_portal);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task The_list_says_where_each_centre_is_whether_it_is_open_and_how_to_call_it()
    {
        var page = await _client.GetAsync(Links.Centres);

        page.Title.ShouldBe("Registration centres – Resident Portal");
        page.Text.ShouldContain("Choose: Region Rabat Sale Kenitra Casablanca Settat");
        page.Text.ShouldContain("5 centres Casablanca Maarif Centre Open now, until 12:00. 55 Orchard Boulevard, Maarif 08:30 to 19:00, closed from 12:00 to 13:00 Phone +212 522 00 00 05");
        page.Text.ShouldContain("Sidi Kacem Centre Closed now. Opens Wednesday 25 November at 08:30.");
        WebUtility.HtmlDecode(page.Body).ShouldContain("href=\"tel:+212522000005\"");
    }

    [Fact]
    public async Task A_place_is_chosen_by_links_down_to_its_centres_and_the_address_can_be_shared()
    {
        var page = await _client.GetAsync("/centres?place=SAL");

        page.Title.ShouldBe("Registration centres in Sale – Resident Portal");
        page.Text.ShouldContain("All registration centres Rabat Sale Kenitra Rabat");
        page.Text.ShouldContain("1 centre Sale Mobile Centre");
        page.Body.ShouldContain("href=\"/centres?place=RBT\"");
        page.Body.ShouldContain("href=\"/centres?place=TBRQ\"");
        page.Body.ShouldContain("href=\"/centres/10004\"");
    }

    [Fact]
    public async Task A_name_is_searched_within_the_place()
    {
        var page = await _client.GetAsync("/centres?place=RSK&name=market");

        page.Text.ShouldContain("1 centre Sidi Kacem Centre");
        page.Body.ShouldContain("value=\"market\"");
        (await _client.GetAsync("/centres?name=nowhere")).Text.ShouldContain("0 centres No centre has this name here. Search with fewer words, or choose another place.");
    }

    [Fact]
    public async Task A_place_that_is_no_more_is_said_to_be_and_all_centres_are_shown()
    {
        var page = await _client.GetAsync("/centres?place=GONE");

        page.Title.ShouldBe("Error: Registration centres – Resident Portal");
        page.Text.ShouldContain("We do not know this place. Here are all centres.");
        page.Text.ShouldContain("5 centres");
    }

    [Fact]
    public async Task What_is_near_comes_with_a_POST_and_the_position_stands_nowhere()
    {
        var page = await _client.PostFormAsync(await _client.GetAsync(Links.Centres), "near", ("Latitude", "34.020"), ("Longitude", "-6.830"));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Title.ShouldBe("Centres near you – Resident Portal");
        page.Text.ShouldContain("The closest centre comes first. Your position was used for this list only. We do not keep it. Rabat Agdal Centre");
        page.Text.ShouldContain("2.9 kilometres away");
        page.Body.ShouldNotContain("34.02");
        page.Body.ShouldNotContain("6.83");
        _portal.Log.Lines.ShouldNotContain(line => line.Contains("34.02", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_browser_that_does_not_say_where_it_is_gets_the_list()
    {
        var page = await _client.PostFormAsync(await _client.GetAsync("/centres?place=RSK"), "near", ("Latitude", ""), ("Longitude", ""));

        page.Text.ShouldContain("Your browser did not say where you are. Choose a place from the list.");
        page.Text.ShouldContain("4 centres");
    }

    [Fact]
    public async Task Only_the_page_of_centres_may_ask_where_the_browser_is()
    {
        (await _client.GetAsync(Links.Centres)).Headers["Permissions-Policy"].ShouldContain("geolocation=(self)");
        (await _client.GetAsync("/centres/10001")).Headers["Permissions-Policy"].ShouldContain("geolocation=()");
        (await _client.GetAsync(Links.Track)).Headers["Permissions-Policy"].ShouldContain("geolocation=()");
    }

    [Fact]
    public async Task A_centre_shows_its_days_and_the_holidays_to_come()
    {
        var page = await _client.GetAsync("/centres/10001");

        page.Text.ShouldContain("Kenitra Centre Open now, until 13:00. Address 1 Harbour Square, Ben Mansour Hours 09:00 to 17:00, closed from 13:00 to 14:00 Open on");
        page.Text.ShouldContain("Monday, Tuesday, Wednesday, Thursday, Friday");
        page.Text.ShouldContain("Closed on these holidays Friday 1 January – New Year’s Day Saturday 1 May – Labour Day");
        page.Text.ShouldNotContain("Independence Day Friday");
    }

    [Theory]
    [InlineData("/centres/99999")]
    [InlineData("/centres/..%2Fx")]
    public async Task A_centre_that_is_none_is_not_found(string path)
    {
        var page = await _client.GetAsync(path);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text.ShouldContain("All registration centres");
    }

    [Theory]
    [InlineData("/centres/10001")]
    [InlineData("/papers")]
    public async Task A_page_without_a_form_has_no_cookie_and_no_script(string path)
    {
        var page = await _client.GetAsync(path);

        page.Status.ShouldBe(HttpStatusCode.OK);
        _client.CookieLines.ShouldBeEmpty();
        page.Body.ShouldNotContain("<script");
    }

    [Fact]
    public async Task Papers_stand_under_what_they_prove_in_the_readers_language()
    {
        _client.Headers["Accept-Language"] = "fr";

        var page = await _client.GetAsync(Links.Papers);

        page.Text.ShouldContain("Documents acceptés");
        page.Text.ShouldContain("Justificatif de domicile Contrat de location Facture d’électricité ou d’eau Certificat de résidence");
        page.Text.ShouldNotContain("Acte de naissance");
    }

    [Theory]
    [InlineData("en", "/centres/file?place=RSK", "Registration centres in Rabat Sale Kenitra", "1 Harbour Square, Ben Mansour")]
    [InlineData("fr", "/centres/file", "Centres d’enregistrement", "55 boulevard des Vergers, Maârif")]
    [InlineData("en", "/papers/file", "Papers that are accepted", "Electricity or water bill")]
    public async Task On_paper_stands_what_stands_on_the_page(string language, string path, string title, string line)
    {
        using var http = new HttpClient { BaseAddress = _portal.Address };
        http.DefaultRequestHeaders.Add("Accept-Language", language);

        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        using var file = new CardFile(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var text = await CardSpecimens.ReadAsync(file.Path);
        text.ShouldContain(title);
        text.ShouldContain(line);
    }

    [Fact]
    public async Task Without_the_platform_the_pages_say_so_and_there_is_no_file()
    {
        // Time has to go on here: the second try of a read waits a moment.
        await using var portal = await PortalHost.StartImpatientAsync();
        using var client = new PortalClient(portal);
        portal.Sandbox.Faults.Set("masterdata.*", FaultNames.Html200);
        var unavailable = new PortalWords("en").Problem("common.serviceUnavailable");

        (await client.GetAsync(Links.Centres)).Text.ShouldContain(unavailable);
        (await client.GetAsync("/centres/10001")).Text.ShouldContain(unavailable);
        (await client.GetAsync(Links.Papers)).Text.ShouldContain(unavailable);
        (await client.GetAsync(Links.PapersFile)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await client.GetAsync("/centres/file")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }
}
