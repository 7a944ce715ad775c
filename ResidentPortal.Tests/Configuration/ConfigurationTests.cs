using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ResidentPortal.Tests.Architecture;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Configuration;

/// <summary>The document and the options say the same, and a start that lacks something says what.</summary>
public sealed class ConfigurationTests
{
    private const string Document = "docs/configuration.md";
    private const string NoClient = "Mosip:ClientSecret is missing: the platform hands out no token without it.";

    private static readonly Lazy<List<string[]>> Rows = new(() => [.. House.Lines(Document)
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains(':', StringComparison.Ordinal))
        .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
        .Where(cells => cells.Length == 4)]);

    [Fact]
    public void Every_setting_has_a_row_and_every_row_a_setting()
    {
        DocumentedOptions.All.Count.ShouldBeGreaterThan(50);
        Rows.Value.Select(row => row[0]).ShouldBe(DocumentedOptions.All.Select(setting => setting.Key), ignoreOrder: true);
    }

    [Fact]
    public void Every_option_class_of_portal_and_core_is_looked_at() =>
        new[] { typeof(PortalServices), typeof(ResidentPortal.Core.CoreServices) }
            .SelectMany(inside => inside.Assembly.GetTypes())
            .Where(type => type.GetField("Section", System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static) is { IsLiteral: true } && type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Except(DocumentedOptions.Sections.Select(section => section.Options.GetType()))
            .ShouldBeEmpty();

    [Fact]
    public void Every_default_and_every_range_in_the_document_is_the_programs()
    {
        var rows = Rows.Value.ToDictionary(row => row[0], StringComparer.Ordinal);
        foreach (var setting in DocumentedOptions.All)
        {
            rows[setting.Key][1].ShouldBe(setting.Default, setting.Key);
            rows[setting.Key][2].Length.ShouldBeGreaterThan(5, setting.Key);
            if (setting.Range is not null)
            {
                rows[setting.Key][3].ShouldBe(setting.Range, setting.Key);
            }
        }
    }

    [Fact]
    public void The_ends_of_every_range_of_time_are_accepted_and_what_lies_beyond_is_refused()
    {
        var judged = 0;
        foreach (var row in Rows.Value.Where(row => row[0].StartsWith("Mosip:", StringComparison.Ordinal) && row[3].Contains(" to ", StringComparison.Ordinal) && row[0] is not ("Mosip:PlatformVersion" or "Mosip:ReadBudget")))
        {
            var ends = row[3].Split(" to ");
            // The budget of a read holds a whole try, whatever that is set to.
            (string, string)[] roomy = row[0] is "Mosip:ReadTimeout" ? [("Mosip:ReadBudget", "00:02:00")] : [];
            Sentences([(row[0], ends[0]), .. roomy]).ShouldBeEmpty(row[0]);
            Sentences([(row[0], ends[1]), .. roomy]).ShouldBeEmpty(row[0]);
            Sentences([(row[0], Beyond(ends[1])), .. roomy]).ShouldHaveSingleItem().ShouldStartWith($"{row[0]} has to lie between ");
            judged++;
        }

        judged.ShouldBeGreaterThan(8);
    }

    [Theory]
    [InlineData("Portal:PublicAddress", "Portal:PublicAddress is missing: set the address residents open, such as https://id.example.")]
    [InlineData("Storage:Path", "Storage:Path is missing: name the SQLite file, for example /var/lib/resident-portal/portal.db.")]
    [InlineData("Keys:Lookup:1", "Keys:Lookup:1 is missing: give it 32 random bytes in base64 (openssl rand -base64 32).")]
    [InlineData("Keys:Wrapping:1", "Keys:Wrapping:1 is missing: give it 32 random bytes in base64 (openssl rand -base64 32).")]
    [InlineData("CardKeys:Signing", "CardKeys:Signing is missing: give it a private key (openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256), or the path of its file.")]
    [InlineData("Mosip:ClientSecret", NoClient)]
    public void A_start_that_lacks_a_setting_says_which(string key, string sentence) => Sentences((key, null)).ShouldBe([sentence]);

    [Fact]
    public void A_start_without_the_platforms_address_names_every_service_it_cannot_find()
    {
        string[] services = ["IdAuthenticationUrl", "IdRepositoryIdentityUrl", "IdRepositoryVidUrl", "VidPolicyUrl", "RegistrationStatusUrl", "RegistrationTransactionUrl", "NotifierUrl", "MasterDataUrl", "AuditManagerUrl", "KeyManagerUrl", "CredentialRequestUrl", "CredentialServiceUrl", "DataShareUrl", "OtpManagerUrl", "RidGeneratorUrl", "PacketReceiverUrl", "SyncDataUrl", "UpdateFormUrl", "ShareFormUrl", "CardFormUrl", "IdentityMappingUrl", "PartnerManagerUrl", "AuthManagerUrl"];
        Sentences(("Mosip:BaseUrl", null)).ShouldBe(services.Select(service => $"Mosip:{service} is missing; give it, or Mosip:BaseUrl from which it follows."));
    }

    [Theory]
    [InlineData("Portal:PublicAddress", "http://id.example", "Portal:PublicAddress must begin with https:// (http:// only for this machine itself); it is 'http://id.example'.")]
    [InlineData("Keys:Lookup:1", "c2hvcnQ=", "Keys:Lookup:1 is not 32 bytes in base64.")]
    [InlineData("Keys:CurrentLookup", "2", "Keys:Lookup:2 is missing: give it 32 random bytes in base64 (openssl rand -base64 32).")]
    [InlineData("CardKeys:Signing", "no-such-file.pem", "CardKeys:Signing is not a private key on the curve P-256 in PEM (PRIVATE KEY), nor the path of a file that holds one.")]
    [InlineData("CardKeys:Retired:0", "no-such-file.pem", "CardKeys:Retired:0 is not a public key on the curve P-256 in PEM (PUBLIC KEY), nor the path of a file that holds one.")]
    [InlineData("CardKeys:ValidYears", "21", "CardKeys:ValidYears must be between 1 and 20 years.")]
    [InlineData("Otp:TriesPerCode", "5", "Otp:TriesPerCode must be between 1 and 4: the platform freezes the person at the fifth wrong try.")]
    [InlineData("Sessions:IdleMinutes", "60", "Sessions:IdleMinutes must be between 2 and 15 minutes.")]
    [InlineData("Documents:Scanner", "clamd:3310", "Documents:Scanner must be tcp://host:port or unix:///path.")]
    [InlineData("Mosip:BaseUrl", "mosip.example", "Mosip:BaseUrl has to be a whole address, with https:// in front.")]
    [InlineData("Mosip:NotifierUrl", "http://notifier.example", "Mosip:NotifierUrl has to begin with https://, or its host has to stand in Mosip:InternalHttpHosts.")]
    public void A_value_that_is_refused_is_named_with_what_would_be_right(string key, string value, string sentence) => Sentences((key, value)).ShouldBe([sentence]);

    [Fact]
    public void A_whole_configuration_starts() => Sentences().ShouldBeEmpty();

    private static string Beyond(string end) => int.TryParse(end, System.Globalization.CultureInfo.InvariantCulture, out var count)
        ? (count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)
        : (TimeSpan.Parse(end, System.Globalization.CultureInfo.InvariantCulture) + TimeSpan.FromSeconds(1)).ToString("c", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What a start in Production would be refused for, with a whole configuration but for these settings; null takes one away.</summary>
    private static IReadOnlyList<string> Sentences(params (string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Portal:PublicAddress"] = "https://id.example",
            ["Storage:Path"] = Path.Combine(Path.GetTempPath(), "never-opened.db"),
            ["Keys:Lookup:1"] = Convert.ToBase64String(new byte[32]),
            ["Keys:Wrapping:1"] = Convert.ToBase64String(new byte[32]),
            ["CardKeys:Signing"] = CardPem.Any,
            ["Mosip:BaseUrl"] = "https://mosip.example",
            ["Mosip:ClientSecret"] = "given",
        };
        foreach (var (key, value) in changes)
        {
            settings[key] = value;
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ApplicationName = "ResidentPortal" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings.Where(setting => setting.Value is not null));
        builder.AddPortal();
        using var services = builder.Services.BuildServiceProvider();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException refusal)
        {
            return [.. refusal.Failures];
        }
        catch (AggregateException refusals)
        {
            return [.. refusals.InnerExceptions.Cast<OptionsValidationException>().SelectMany(refusal => refusal.Failures)];
        }
    }
}
