using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Security;

/// <summary>What the portal answers to at all, and what each answer may do.</summary>
public sealed class RouteTests : IAsyncLifetime
{
    // A route that is added is added here too, by somebody who has thought about it.
    private static readonly string[] Approved =
    [
        "/", "/brand.css", "/brand/emblem", "/brand/kiosk.css", "/brand/workspace.css", "/card", "/card/file", "/card/link/{token}", "/card/order", "/card/personal",
        "/card/order/{eventId}", "/card/ready/{eventId}", "/centres", "/centres/file", "/centres/{id}", "/check-card", "/confirm/{eventId}", "/error/{status:int}", "/help", "/history", "/history/file", "/history/reported/{eventId}", "/history/unknown/{use}", "/home",
        "/kiosk", "/kiosk/back", "/kiosk/desk", "/kiosk/enrol", "/kiosk/enrol/key", "/kiosk/join/{token}", "/kiosk/print", "/kiosk/print/wish", "/kiosk/proof", "/kiosk/proof/challenge", "/kiosk/sign-in", "/kiosk/sign-in/factor", "/kiosk/sign-in/iam", "/kiosk/sign-in/iam/back", "/kiosk/sign-in/return", "/kiosk/sign-out", "/kiosk/supervisor", "/kiosk/supervisor/alerts", "/kiosk/supervisor/approvals", "/kiosk/supervisor/devices", "/kiosk/supervisor/operators", "/kiosk/ticket/{number}", "/kiosk/visit", "/kiosk/visit/state", "/language/{tag}", "/locks", "/v/{code}", "/visit", "/visit/contact/{field}", "/visit/ended", "/visit/state", "/visit/touch", "/visits", "/visits/{id:guid}",
        "/lost-number", "/lost-number/code", "/lost-number/file", "/lost-number/link/{token}", "/messages", "/not-me/message/{noticeId:guid}", "/not-me/{token}",
        "/nothing-here", "/papers", "/papers/file", "/reports", "/requests", "/requests/acknowledgement", "/requests/csv", "/requests/pdf", "/requests/{eventId}", "/requests/{eventId}/problem", "/security", "/sharing", "/sharing/new", "/sharing/new/{partner}", "/sign-in", "/sign-in/code", "/sign-in/elsewhere", "/sign-in/elsewhere/shared", "/sign-in/return",
        "/sign-out", "/signed-out", "/signed-out/away", "/signed-out/elsewhere", "/track", "/update",
        "/update/answer/{field}", "/update/check", "/update/choose", "/update/contact/{field}", "/update/paper/{id:guid}", "/update/papers/{field}", "/update/sent/{eventId}", "/verify", "/verify/code", "/vids", "/vids/link/{token}", "/vids/number",
    ];

    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    private IEnumerable<RouteEndpoint> Routes => _portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        _client = new PortalClient(_portal);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public void S_65_The_portal_answers_to_the_approved_routes_and_no_others()
    {
        var routes = Routes.Select(Path).Where(path => !IsFile(path) && !IsFramework(path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        routes.ShouldBe(Approved.Order(StringComparer.Ordinal));
        Routes.Select(Path).Where(path => IsFramework(path) && !IsFile(path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(["/_blazor", "/_blazor/disconnect", "/_blazor/initializers", "/_blazor/negotiate", "/_framework/opaque-redirect"]);
    }

    [Fact]
    public async Task S_35_Every_form_refuses_what_comes_without_its_token_and_changes_nothing()
    {
        var home = await _client.SignInAsync();
        home.Status.ShouldBe(HttpStatusCode.OK);
        var asked = await _client.PostFormAsync(await _client.GetAsync(Links.Locks), "lock-Fingerprint");
        var eventId = asked.Location!.Split('/')[^1];
        _portal.Sandbox.Calls.Clear();
        var before = Tables();
        foreach (var route in Approved.Except(["/reports"]).Select(path => Address(path, eventId)))
        {
            if (route.Contains('{', StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
            {
                using var form = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "lock-Iris"), KeyValuePair.Create("Number", Residents.Meera), KeyValuePair.Create("Channel", "phone")]);
                var answer = await _client.SendAsync(method, route, form);
                ((int)answer.Status).ShouldBeOneOf(400, 404, 405);
            }
        }

        Tables().ShouldBe(before);
        _portal.Sandbox.Calls.Count("idrepository.authtypes.update").ShouldBe(0);
        _portal.Sandbox.Calls.Count("ida.otp").ShouldBe(0);
    }

    [Fact]
    public void S_35_Every_page_with_a_form_asks_for_its_token()
    {
        foreach (var endpoint in Routes.Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null))
        {
            endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation.ShouldBe(true, Path(endpoint));
            endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>().ShouldNotBeNull(Path(endpoint));
        }
    }

    [Fact]
    public async Task S_36_No_GET_and_no_HEAD_changes_a_row_but_for_when_somebody_was_last_seen()
    {
        await _client.SignInAsync();
        var asked = await _client.PostFormAsync(await _client.GetAsync(Links.Locks), "lock-Fingerprint");
        var eventId = asked.Location!.Split('/')[^1];
        await _client.GetAsync(Links.Home);
        _portal.Sandbox.Calls.Clear();
        var before = Tables();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            foreach (var route in Approved)
            {
                var path = Address(route, eventId).Replace("{tag}", "fr", StringComparison.Ordinal).Replace("{token}", new string('a', 43), StringComparison.Ordinal).Replace("{use}", new string('a', 22), StringComparison.Ordinal).Replace("{status:int}", "500", StringComparison.Ordinal).Replace("{id}", "10001", StringComparison.Ordinal);
                await _client.SendAsync(method, path, content: null);
            }
        }

        Tables().ShouldBe(before);
        _portal.Sandbox.Calls.Counts.Keys.ShouldAllBe(operation => operation.EndsWith(".read", StringComparison.Ordinal) || operation.EndsWith(".list", StringComparison.Ordinal) || string.Equals(operation, "regproc.lostsearch", StringComparison.Ordinal) || operation.StartsWith("config", StringComparison.Ordinal) || operation.StartsWith("authmanager", StringComparison.Ordinal) || operation.StartsWith("audit", StringComparison.Ordinal) || operation.StartsWith("notifier", StringComparison.Ordinal) || operation.StartsWith("masterdata", StringComparison.Ordinal) || string.Equals(operation, "syncdata.idschema", StringComparison.Ordinal) || string.Equals(operation, "idrepository.update-counts", StringComparison.Ordinal) || string.Equals(operation, "ida.history", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/help", "/help")]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/help\r\nSet-Cookie: a=b", "/")]
    [InlineData("", "/")]
    public async Task S_37_The_language_link_leads_only_to_pages_of_the_portal(string to, string expected)
    {
        var answer = await _client.GetAsync(Links.LanguageOf("fr", to));
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        answer.Location.ShouldBe(expected);
    }

    private static string Address(string route, string eventId) => route.Replace("{eventId}", eventId, StringComparison.Ordinal).Replace("{field}", "fullName", StringComparison.Ordinal).Replace("{partner}", "partner-harbour-bank", StringComparison.Ordinal)
        .Replace("{noticeId:guid}", "0b7f0c5e-5a0e-4f6d-9a55-6d3b1f1f8f11", StringComparison.Ordinal).Replace("{id:guid}", "0b7f0c5e-5a0e-4f6d-9a55-6d3b1f1f8f10", StringComparison.Ordinal);

    private static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    // Files of the build: their names end in a kind of file. The last is of builds that are not published.
    private static bool IsFile(string path) =>
        path is "/{**path:file}" || (path.Split('/')[^1].Contains('.', StringComparison.Ordinal) && !path.StartsWith("/brand", StringComparison.Ordinal));

    private static bool IsFramework(string path) => path.StartsWith("/_blazor", StringComparison.Ordinal) || path.StartsWith("/_framework", StringComparison.Ordinal);

    // Every table as text, without what may change by being looked at, and without what the workers do meanwhile.
    private Dictionary<string, string> Tables()
    {
        using var connection = new SqliteConnection($"Data Source={_portal.DatabasePath};Mode=ReadOnly");
        connection.Open();
        var tables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in new[] { "Sessions", "KnownDevices", "Codes", "Attempts", "ServiceRequests", "TimedUnlocks", "UpdateDrafts", "UpdateDocuments", "ContactCodes", "VerifiedContacts", "LostNumbers", "VidLinks", "Bells", "Grievances" })
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names stand above.
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2";
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            List<string> rows = [];
            while (reader.Read())
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) is not ("LastSeenAt" or "SeenAt")).Select(i => $"{reader.GetName(i)}={reader.GetValue(i)}")));
            }

            tables[table] = string.Join('\n', rows);
        }

        return tables;
    }
}
