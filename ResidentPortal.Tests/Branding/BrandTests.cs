using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ResidentPortal.Branding;
using ResidentPortal.Core.Languages;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Branding;

public sealed class BrandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("brand-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Brand:Primary", "blue", "Brand:Primary must be a colour such as #0b5a63; it is 'blue'.")]
    [InlineData("Brand:Primary", "#f0c000", "Brand:Primary is too light: white words on #f0c000 reach 1.7:1 and need 4.5:1. Choose a darker colour.")]
    [InlineData("Brand:Accent", "#808080", "Brand:Accent cannot carry words: they reach 3.9:1 on #808080 and need 4.5:1. Choose a lighter or a darker colour.")]
    [InlineData("Brand:Name:de", "Portal", "Brand:Name takes the languages en, fr, ar, am, es, hi, kn, ta; 'de' is none of them.")]
    [InlineData("Brand:Help:Email", "nobody", "Brand:Help:Email must be an e-mail address; it is 'nobody'.")]
    [InlineData("Brand:Help:Phone", "call us", "Brand:Help:Phone must be a telephone number; it is 'call us'.")]
    [InlineData("Brand:Folder", "/nowhere", "Brand:Folder must hold a brand.json; '/nowhere' has none.")]
    [InlineData("Brand:Emblem", "emblem.svg", "Brand:Emblem must be an .svg or .png file in Brand:Folder; 'emblem.svg' is not.")]
    public void A_brand_that_will_not_do_is_refused_by_name(string key, string value, string sentence) => Judge((key, value)).ShouldBe([sentence]);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://example.org")]
    [InlineData("//example.org")]
    public void A_link_at_the_foot_leads_to_a_safe_address(string url) =>
        Judge(("Brand:FooterLinks:0:Url", url), ("Brand:FooterLinks:0:Text:en", "Privacy")).ShouldBe([$"Brand:FooterLinks takes addresses with https:// and paths of the portal; '{url}' is neither."]);

    [Fact]
    public void The_mounted_folder_fills_the_brand_and_the_configuration_wins_over_it()
    {
        File.WriteAllText(Path.Combine(_folder, "brand.json"), """{ "Name": { "en": "Elbonia ID", "ar": "هوية" }, "Primary": "#00508f", "Emblem": "emblem.svg" }""");
        File.WriteAllText(Path.Combine(_folder, "emblem.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        var brand = Make(("Brand:Folder", _folder), ("Brand:Primary", "#1d4d2b"));
        brand.Name(Language.English).ShouldBe("Elbonia ID");
        brand.Name(Language.Arabic).ShouldBe("هوية");
        brand.Name(Language.French).ShouldBe("Elbonia ID");
        brand.Tokens.Light.Primary.ShouldBe(Colour.Of("#1d4d2b"));
        brand.Emblem.ShouldSatisfyAllConditions(emblem => emblem.IsOurs.ShouldBeFalse(), emblem => emblem.ContentType.ShouldBe("image/svg+xml"));
    }

    [Fact]
    public void The_version_changes_with_the_brand()
    {
        var version = Make().Version;
        Make().Version.ShouldBe(version);
        Make(("Brand:Accent", "#ffd400")).Version.ShouldNotBe(version);
        Make(("Brand:Help:Phone", "1947")).Version.ShouldNotBe(version);
    }

    private static BrandOptions Read((string Key, string Value)[] settings)
    {
        var options = new BrandOptions();
        new BrandFolder(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build()).Configure(options);
        return options;
    }

    private static IEnumerable<string> Judge(params (string Key, string Value)[] settings) => new BrandValidation().Validate(name: null, Read(settings)).Failures ?? [];

    private static Brand Make(params (string Key, string Value)[] settings) => new(Options.Create(Read(settings)));
}
