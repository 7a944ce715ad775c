using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Playwright;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>What a first visit costs, compressed, measured in the browser over the portal as it is published.</summary>
[Collection("browser")]
public sealed partial class PageWeightTests(Browser browser, PublishedPortal portal) : IClassFixture<PublishedPortal>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/help")]
    [InlineData("/track")]
    [InlineData("/signed-out")]
    [InlineData("/signed-out/elsewhere")]
    [InlineData("/not-me/dead")]
    [InlineData("/vids/link/dead")]
    [InlineData("/check-card")]
    [InlineData("/verify")]
    [InlineData("/lost-number")]
    [InlineData("/centres")]
    [InlineData("/centres/10001")]
    [InlineData("/papers")]
    public async Task An_open_page_weighs_at_most_20_KB_and_needs_no_script(string path)
    {
        foreach (var language in new[] { "en", "ar" })
        {
            await using var visit = await browser.VisitAsync(portal.Address, language, hasScript: false);
            var weight = await WeighAsync(visit, () => visit.OpenAsync(path));
            await Assertions.Expect(visit.Heading).ToBeVisibleAsync();
            weight.ShouldBeLessThanOrEqualTo(20 * 1024, $"{path} in {language} weighs {weight} bytes.");
        }
    }

    [Fact]
    public async Task The_answer_to_a_tracked_request_weighs_at_most_15_KB()
    {
        foreach (var language in new[] { "en", "ar" })
        {
            await using var visit = await browser.VisitAsync(portal.Address, language, hasScript: false);
            await visit.OpenAsync(Links.Track);
            await visit.Field(visit.Words["Track.Number"]).FillAsync(Residents.MeerasRid);
            var weight = await WeighAsync(visit, () => visit.Button(visit.Words["Track.Show"]).ClickAsync());
            await visit.SeeAsync(visit.Words["Track.State.Done.Text"]);
            weight.ShouldBeLessThanOrEqualTo(15 * 1024, $"The answer in {language} weighs {weight} bytes.");
        }
    }

    [Fact]
    public async Task Signing_in_weighs_at_most_40_KB_a_page()
    {
        await using var visit = await browser.VisitAsync(portal.Address);
        (await WeighAsync(visit, () => visit.OpenAsync(Links.SignIn))).ShouldBeLessThanOrEqualTo(40 * 1024);
        await visit.Field("ID number (UIN) or stand-in number (VID)").FillAsync(Residents.Meera);
        (await WeighAsync(visit, async () =>
        {
            await visit.Button("Send me a code").ClickAsync();
            await visit.SeeHeadingAsync("Type the code");
        })).ShouldBeLessThanOrEqualTo(40 * 1024);
    }

    [Theory]
    [InlineData(Links.Card, "4195891024", "9876500002")]
    [InlineData(Links.OrderCard, "6537562904", "9876500006")]
    [InlineData(Links.Update, "8549370924", "9876500007")]
    [InlineData(Links.ChooseUpdate, "7063782719", "9876500008")]
    public async Task A_page_of_forms_weighs_at_most_40_KB_on_a_first_visit(string path, string number, string phone)
    {
        await using var visit = await browser.VisitAsync(portal.Address);
        await visit.OpenAsync(Links.SignIn);
        await visit.Field("ID number (UIN) or stand-in number (VID)").FillAsync(number);
        await visit.Button("Send me a code").ClickAsync();
        await visit.Field("Code").FillAsync(await portal.ReadCodeAsync(phone));
        await visit.Button("Sign in").ClickAsync();
        await visit.WaitForCircuitAsync();

        await ForgetPagesAsync(visit);
        (await WeighAsync(visit, () => visit.OpenAsync(path))).ShouldBeLessThanOrEqualTo(40 * 1024);
    }

    [Fact]
    public async Task The_workspace_weighs_at_most_160_KB_at_first_and_15_KB_after_that()
    {
        await using var visit = await browser.VisitAsync(portal.Address);
        await visit.OpenAsync(Links.SignIn);
        await visit.Field("ID number (UIN) or stand-in number (VID)").FillAsync(Residents.Priya);
        await visit.Button("Send me a code").ClickAsync();
        await visit.Field("Code").FillAsync(await portal.ReadCodeAsync(Residents.PriyasPhone));
        var first = await WeighAsync(visit, async () =>
        {
            await visit.Button("Sign in").ClickAsync();
            await visit.WaitForCircuitAsync();
        });
        first.ShouldBeLessThanOrEqualTo(160 * 1024);
        var later = await WeighAsync(visit, () => visit.OpenInteractiveAsync(Links.Locks));
        later.ShouldBeLessThanOrEqualTo(15 * 1024);
        (await WeighAsync(visit, () => visit.OpenInteractiveAsync(Links.Vids))).ShouldBeLessThanOrEqualTo(15 * 1024);
        visit.ShouldBeWithoutComplaints();
    }

    /// <summary>As for somebody who comes with nothing kept of the pages before.</summary>
    private static async Task ForgetPagesAsync(Visit visit)
    {
        var session = await visit.Context.NewCDPSessionAsync(visit.Page);
        await session.SendAsync("Network.clearBrowserCache");
        await session.DetachAsync();
    }

    /// <summary>The bytes that came over the line while something was done, headers and compressed bodies.</summary>
    private static async Task<long> WeighAsync(Visit visit, Func<Task> act)
    {
        var session = await visit.Context.NewCDPSessionAsync(visit.Page);
        await session.SendAsync("Network.enable");
        var sum = 0L;
        session.Event("Network.loadingFinished").OnEvent += (_, finished) => Interlocked.Add(ref sum, (long)finished!.Value.GetProperty("encodedDataLength").GetDouble());
        await act();
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await session.DetachAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{visit.Page.Url} {sum} bytes"));
        return Interlocked.Read(ref sum);
    }
}

/// <summary>The portal as it is published, run as a process of its own before a sandbox. Published once for the class.</summary>
public sealed class PublishedPortal : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("published-").FullName;
    private readonly SandboxApp _sandbox = new(new SandboxOptions { Url = "http://127.0.0.1:0", Seed = 1 });
    private Dictionary<string, string> _settings = [];
    private Process? _process;

    public Uri Address { get; private set; } = new("http://localhost/");

    public async ValueTask InitializeAsync()
    {
        await _sandbox.StartAsync();
        await RunToEndAsync("dotnet", "publish", Path.Combine(Root(), "ResidentPortal"), "-c", "Release", "--artifacts-path", _folder, "-v", "q");
        var published = Directory.EnumerateFiles(Path.Combine(_folder, "publish"), "ResidentPortal.dll", SearchOption.AllDirectories).Single();
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{FreePort()}/"));
        var start = new ProcessStartInfo("dotnet", [published]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(published) };
        _settings = Settings();
        foreach (var (key, value) in _settings)
        {
            start.Environment[key] = value;
        }

        start.Environment.Remove("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES");
        _process = Process.Start(start) ?? throw new InvalidOperationException("The published portal cannot be started.");
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        var errors = _process.StandardError.ReadToEndAsync();
        using var client = new HttpClient { BaseAddress = Address };
        await Eventually.TrueAsync(
            async () =>
            {
                if (_process.HasExited)
                {
                    throw new InvalidOperationException($"The published portal ended: {await errors}");
                }

                try
                {
                    using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
                    return answer.StatusCode is HttpStatusCode.OK;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            TimeSpan.FromSeconds(60),
            "The published portal does not answer.");
    }

    /// <summary>The core over the same database, keys and platform, to do what pages are not measured for.</summary>
    public CoreBeside OpenCore() => new(_settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)));

    /// <summary>Waits for the code sent to a contact.</summary>
    public async Task<string> ReadCodeAsync(string contact)
    {
        await Eventually.TrueAsync(() => _sandbox.State.Outbox.LatestCode(contact) is not null, TimeSpan.FromSeconds(90), $"No code came to {contact}.");
        return _sandbox.State.Outbox.LatestCode(contact)!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync();
            }

            _process.Dispose();
        }

        await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ResidentPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run from inside the repository: there is nothing to publish.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunToEndAsync(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command} cannot be started.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{output} {await errors}");
    }

    private Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Address.Port}",
        ["Portal__PublicAddress"] = Address.AbsoluteUri.TrimEnd('/'),
        ["Storage__Path"] = Path.Combine(_folder, "portal.db"),
        ["Keys__Lookup__1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["Keys__Wrapping__1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["CardKeys__Signing"] = CardPem.Any,
        ["Mosip__BaseUrl"] = _sandbox.Url,
        ["Mosip__ClientSecret"] = "tests-only",
        ["Kiosks__Enabled"] = "true",
    };
}
