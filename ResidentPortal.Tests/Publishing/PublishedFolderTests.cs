using System.Net;
using System.Text.Json;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Publishing;

[Collection(PublishedTests.Name)]
public sealed class PublishedFolderTests(PublishedFolder published) : IDisposable
{
    private static readonly string[] SecretWords = ["secret", "password", "apikey", "connectionstring", "token"];
    private readonly string _state = Directory.CreateTempSubdirectory("portal-state-").FullName;

    public void Dispose() => Directory.Delete(_state, recursive: true);

    [Fact]
    public void R13_S_65_What_ships_holds_no_sandbox_no_tests_and_nothing_of_development()
    {
        var files = Directory.EnumerateFiles(published.Output, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(published.Output, file)).ToList();
        files.ShouldContain("ResidentPortal.dll");
        files.ShouldContain("ResidentPortal.Core.dll");
        files.ShouldContain(Path.Combine("notices", "ImageMagick.txt"));
        string[] strange = ["sandbox", "tests", "development", "launchsettings", "xunit", "lock.json", ".csproj"];
        files.Where(file => strange.Any(word => file.Contains(word, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        File.ReadAllText(Path.Combine(published.Output, "ResidentPortal.deps.json")).ShouldNotContain("Sandbox");
    }

    [Fact]
    public async Task The_published_portal_serves_with_nothing_but_environment_variables()
    {
        await using var platform = new SandboxApp(new SandboxOptions { Url = "http://127.0.0.1:0", Seed = 1 });
        await platform.StartAsync();
        await using var portal = PublishedPortal.Start(published, PublishedPortal.Settings(Path.Combine(_state, "new", "portal.db"), platform.Url));
        using var browser = new HttpClient { BaseAddress = await portal.AddressAsync() };
        foreach (var path in new[] { "/", "/sign-in", "/brand.css" })
        {
            (await browser.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task S_65_No_route_of_developers_is_there()
    {
        await using var portal = PublishedPortal.Start(published, PublishedPortal.Settings(Path.Combine(_state, "portal.db"), "http://127.0.0.1:9"));
        using var browser = new HttpClient { BaseAddress = await portal.AddressAsync() };
        foreach (var path in new[] { "/sandbox/residents", "/sandbox/outbox", "/swagger", "/openapi/v1.json", "/appsettings.json" })
        {
            (await browser.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Theory]
    [InlineData("Portal:PublicAddress", "Portal:PublicAddress is missing: set the address residents open, such as https://id.example.")]
    [InlineData("Storage:Path", "Storage:Path is missing: name the SQLite file, for example /var/lib/resident-portal/portal.db.")]
    [InlineData("Keys:Lookup:1", "Keys:Lookup:1 is missing: give it 32 random bytes in base64 (openssl rand -base64 32).")]
    [InlineData("Mosip:BaseUrl", "Mosip:IdAuthenticationUrl is missing; give it, or Mosip:BaseUrl from which it follows.")]
    public async Task Without_a_setting_the_portal_stops_and_names_it(string key, string sentence)
    {
        var settings = PublishedPortal.Settings(Path.Combine(_state, "portal.db"), "http://127.0.0.1:9");
        settings.Remove(key);
        await using var portal = PublishedPortal.Start(published, settings);
        (await portal.ExitCodeAsync()).ShouldBe(1);
        Sentences(portal).ShouldContain(sentence);
        portal.Console.ShouldNotContain("   at ", customMessage: "A missing setting is a sentence, not a stack.");
    }

    [Fact]
    public async Task Without_any_setting_the_portal_stops_with_sentences_that_begin_with_their_keys()
    {
        await using var portal = PublishedPortal.Start(published, new Dictionary<string, string>(StringComparer.Ordinal));
        (await portal.ExitCodeAsync()).ShouldBe(1);
        Sentences(portal).ShouldNotBeEmpty();
        Sentences(portal).ShouldAllBe(sentence => sentence.Contains(" is missing", StringComparison.Ordinal));
        portal.Console.ShouldNotContain("   at ");
    }

    [Fact]
    public void S_64_No_settings_file_of_the_repository_holds_a_secret()
    {
        var files = Directory.EnumerateFiles(House.Root, "*.json").Select(file => Path.GetFileName(file)!)
            .Concat(new[] { "ResidentPortal", "ResidentPortal.Core", "ResidentPortal.Tests" }.SelectMany(House.FilesUnder).Where(file => file.EndsWith(".json", StringComparison.Ordinal) && !file.EndsWith("lock.json", StringComparison.Ordinal)))
            .ToList();
        files.ShouldContain("appsettings.Development.json");
        files.SelectMany(file => Secrets(file, House.Text(file))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "Mosip": { "ClientSecret": "b7Gq0zt1" } }""")]
    [InlineData("""{ "Keys": { "Lookup": { "1": "3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=" } } }""")]
    public void S_64_catches_its_specimen(string json) => Secrets("specimen.json", json).ShouldHaveSingleItem();

    private static IEnumerable<string> Secrets(string file, string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Secrets(file, document.RootElement)];
    }

    // The one secret that may stand in a file says of itself that it is none; any text of 32 bytes in base64 may be a key.
    private static IEnumerable<string> Secrets(string path, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Secrets($"{path}:{property.Name}", property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(entry => Secrets(path, entry)),
        JsonValueKind.String when element.GetString() is not "development-only" and var text
            && (SecretWords.Any(word => path.Split(':')[^1].Contains(word, StringComparison.OrdinalIgnoreCase)) || IsKey(text!)) => [path],
        _ => [],
    };

    private static bool IsKey(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out var length) && length >= 32;

    private static List<string> Sentences(PublishedPortal portal) => [.. portal.Lines
        .Where(line => line.StartsWith('{'))
        .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
        .Where(entry => entry.TryGetProperty("Sentence", out _))
        .Select(entry => entry.GetProperty("Sentence").GetString()!)];
}
