using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Security;

/// <summary>Headers, words and addresses of every answer.</summary>
public sealed partial class AnswerTests : IAsyncLifetime
{
    private const string Never =
        "Cross-Origin-Opener-Policy: same-origin|Cross-Origin-Resource-Policy: same-origin|"
        + "Permissions-Policy: accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()|"
        + "Referrer-Policy: no-referrer|Reporting-Endpoints: policy=\"/reports\"|X-Content-Type-Options: nosniff|X-Frame-Options: DENY";

    private const string Ending = "frame-ancestors 'none'; report-uri /reports; report-to policy";

    private static readonly string[] Judged =
    [
        "Cache-Control", "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy", "Referrer-Policy",
        "Reporting-Endpoints", "X-Content-Type-Options", "X-Frame-Options", "Server", "X-Powered-By", "Strict-Transport-Security",
    ];

    private PortalHost _portal = default!;
    private PortalClient _client = default!;

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

    [Theory]
    [InlineData("/", "private, no-cache", "style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'")]
    [InlineData("/help", "private, no-cache", "style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'")]
    [InlineData("/signed-out", "private, no-cache", "style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'")]
    [InlineData("/nothing-is-here", "no-cache", "style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'")]
    [InlineData("/sign-in", "no-store", "script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; form-action 'self'; base-uri 'none'")]
    [InlineData("/track", "no-store", "script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; form-action 'self'; base-uri 'none'")]
    [InlineData("/home", "no-store", "script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'self'")]
    [InlineData("/locks", "no-store", "script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'self'")]
    [InlineData("/language/fr", "no-cache", "base-uri 'none'")]
    public async Task S_33_S_34_S_53_An_answer_carries_the_approved_headers_of_its_class(string path, string cache, string policy)
    {
        await _client.SignInAsync();
        var answer = await _client.GetAsync(path);
        var expected = $"Cache-Control: {cache}|Content-Security-Policy: default-src 'none'; {policy}; {Ending}|{Never}".Split('|');
        answer.Headers.Where(header => Judged.Contains(header.Key)).Select(header => $"{header.Key}: {Ordered(header)}").Order(StringComparer.Ordinal)
            .ShouldBe(expected.Select(line => line.StartsWith("Cache-Control", StringComparison.Ordinal) ? $"Cache-Control: {Ordered(KeyValuePair.Create("Cache-Control", line[15..]))}" : line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task S_34_Over_TLS_browsers_are_told_to_stay_with_it_for_a_year()
    {
        await using var portal = await PortalHost.StartAsync(change: null, ("Portal:PublicAddress", "https://id.example"), ("Portal:Proxies:0", "127.0.0.1"));
        using var client = new PortalClient(portal);
        client.Headers["Host"] = "id.example";
        client.Headers["X-Forwarded-Proto"] = "https";
        (await client.GetAsync(Links.Welcome)).Headers["Strict-Transport-Security"].ShouldBe("max-age=31536000; includeSubDomains");
    }

    [Theory]
    [InlineData("en", "Something is wrong on our side", "If you call us, give this reference:")]
    [InlineData("fr", null, null)]
    [InlineData("ar", null, null)]
    public async Task S_29_A_fault_of_ours_is_told_with_a_reference_and_without_details(string language, string? title, string? reference)
    {
        var words = new PortalWords(language);
        await using var portal = await PortalHost.StartAsync(services => services.AddSingleton<IRegistrationStatus, BrokenTracking>());
        using var client = new PortalClient(portal);
        client.Headers["Accept-Language"] = language;
        var answer = await client.PostFormAsync(await client.GetAsync(Links.Track), "track", ("Number", Residents.MeerasRid));
        answer.Status.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Text.ShouldContain(title ?? words["Failure.Failed.Title"]);
        answer.Text.ShouldContain(reference ?? words["Failure.Reference"]);
        References().IsMatch(answer.Text).ShouldBeTrue(answer.Text);
        answer.Title.ShouldStartWith(words["Page.TitleWithError"].Replace("{title}", string.Empty, StringComparison.Ordinal).Trim());
        foreach (var detail in new[] { BrokenTracking.Detail, "Exception", "   at ", ".cs:", "ResidentPortal." })
        {
            answer.Body.ShouldNotContain(detail);
        }
    }

    [Fact]
    public async Task S_38_S_40_S_56_Pages_load_from_here_alone_and_no_address_title_or_token_tells_of_a_person()
    {
        List<Answer> answers = [await _client.SignInAsync()];
        var code = "lock-Fingerprint";
        var asked = await _client.PostFormAsync(await _client.GetAsync(Links.Locks), code);
        var receipt = asked.Location!;
        foreach (var path in new[] { Links.Welcome, Links.Help, Links.Track, Links.SignIn, Links.Locks, receipt, Links.SignedOut, Links.SignedOutAway, Links.SignedOutElsewhere, Links.NotMeOf("dead"), Links.Security, "/nothing-is-here" })
        {
            answers.Add(await _client.GetAsync(path));
        }

        answers.Add(await _client.PostFormAsync(answers.Single(answer => answer.Path is Links.Track), "track", ("Number", Residents.MeerasRid)));
        foreach (var answer in answers)
        {
            Addresses().Matches(answer.Body).Select(match => match.Groups["address"].Value).ShouldAllBe(address => address.StartsWith("tel:", StringComparison.Ordinal) || address.StartsWith("mailto:", StringComparison.Ordinal) || (!address.Contains("//", StringComparison.Ordinal) && !address.Contains(':', StringComparison.Ordinal)), answer.Path);
            foreach (var personal in new[] { Residents.Meera, Residents.MeerasPhone, Residents.MeerasEmail, Residents.MeerasRid, "4913089685701546" })
            {
                Addresses().Matches(answer.Body).Select(match => match.Groups["address"].Value).ShouldAllBe(address => !address.Contains(personal, StringComparison.Ordinal));
                answer.Title.ShouldNotContain(personal);
                (answer.Location ?? string.Empty).ShouldNotContain(personal);
                if (answer.Path is not (Links.SignIn or Links.Track))
                {
                    answer.Body.ShouldNotContain(personal);
                }
            }

            // A platform's token is a JWT, in its header or a cookie called Authorization.
            JsonWebToken().IsMatch($"{answer.Body} {string.Join(' ', answer.Headers)}").ShouldBeFalse(answer.Path);
            $"{answer.Body} {string.Join(' ', answer.Headers)}".ShouldNotContain("Authorization", Case.Insensitive, answer.Path);
        }
    }

    [Fact]
    public async Task S_63_Who_is_not_a_configured_proxy_cannot_say_who_the_client_is()
    {
        await using var portal = await PortalHost.StartAsync(change: null, ("Tracking:NetworkLookUpsPerTenMinutes", "2"));
        using var client = new PortalClient(portal);
        List<string> answers = [];
        for (var i = 0; i < 3; i++)
        {
            client.Headers["X-Forwarded-For"] = $"203.0.{i}.7";
            answers.Add((await client.PostFormAsync(await client.GetAsync(Links.Track), "track", ("Number", Residents.MeerasRid))).Text);
        }

        answers[1].ShouldContain("Finished");
        answers[2].ShouldContain("Too many requests were looked up from here. We stopped for a while to protect everyone.");
    }

    [Fact]
    public async Task S_63_A_configured_proxy_says_who_the_client_is()
    {
        await using var portal = await PortalHost.StartAsync(change: null, ("Tracking:NetworkLookUpsPerTenMinutes", "1"), ("Portal:Proxies:0", "127.0.0.1"));
        using var client = new PortalClient(portal);
        for (var i = 0; i < 2; i++)
        {
            client.Headers["X-Forwarded-For"] = $"203.0.{i}.7";
            (await client.PostFormAsync(await client.GetAsync(Links.Track), "track", ("Number", Residents.MeerasRid))).Text.ShouldContain("Finished");
        }
    }

    [Fact]
    public async Task S_25_The_request_of_another_resident_is_not_found_and_cannot_be_confirmed()
    {
        await _client.SignInAsync();
        await _portal.AgeEnteredCodesAsync(TimeSpan.FromMinutes(6));
        var draft = (await _client.PostFormAsync(await _client.GetAsync(Links.Locks), "lock-Fingerprint")).Location!.Split('/')[^1];
        using var other = new PortalClient(_portal);
        await other.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        foreach (var path in new[] { Links.RequestOf(draft), Links.ConfirmAct(draft) })
        {
            var answer = await other.GetAsync(path);
            answer.Status.ShouldBe(HttpStatusCode.NotFound);
            answer.Body.ShouldNotContain("Lock fingerprint");
            (await _client.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        }

        var nobodys = await other.GetAsync(Links.RequestOf("7999015725756916"));
        nobodys.Text.ShouldBe((await other.GetAsync(Links.RequestOf(draft))).Text);
    }

    [Fact]
    public async Task R_21_Ten_presses_at_once_make_one_request_and_show_one_reference()
    {
        await _client.SignInAsync();
        var locks = await _client.GetAsync(Links.Locks);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _client.PostFormAsync(locks, "lock-Fingerprint")));
        var receipt = answers.Select(answer => answer.Location).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        receipt.ShouldStartWith("/requests/");

        // A press that comes when the lock is long done leads to the same receipt.
        (await _client.PostFormAsync(locks, "lock-Fingerprint")).Location.ShouldBe(receipt);
        _portal.Sandbox.Calls.Count("idrepository.authtypes.update").ShouldBe(1);
        (await _client.GetAsync(receipt)).Text.ShouldContain("Done. We checked at ");
    }

    private static string Ordered(KeyValuePair<string, string> header) =>
        header.Key is "Cache-Control" ? string.Join(", ", header.Value.Split(',').Select(part => part.Trim()).Order(StringComparer.Ordinal)) : header.Value;

    [GeneratedRegex("(?:href|src|action|srcset|data|poster)=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addresses();

    // Three parts: a form's own token, which has one, begins like it now and then.
    [GeneratedRegex(@"eyJ[\w-]{10,}\.[\w-]{10,}\.", RegexOptions.None, 1000)]
    private static partial Regex JsonWebToken();

    [GeneratedRegex("[0-9A-F]{4} [0-9A-F]{4}", RegexOptions.None, 1000)]
    private static partial Regex References();

    /// <summary>Breaks where nobody expects it.</summary>
    private sealed class BrokenTracking : IRegistrationStatus
    {
        public const string Detail = "secret detail of a fault";

        public Task<Outcome<RegistrationState>> FindAsync(Rid rid, CancellationToken cancellationToken) => throw new InvalidOperationException(Detail);

        public Task<Outcome<IReadOnlyList<StageEntry>>> ListStagesAsync(Rid rid, CancellationToken cancellationToken) => throw new InvalidOperationException(Detail);
    }
}
