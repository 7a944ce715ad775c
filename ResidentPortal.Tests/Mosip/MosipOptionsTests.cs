using System.Globalization;
using ResidentPortal.Core.Mosip;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>A setting that is missing or unsafe stops the start with one sentence that names it.</summary>
public sealed class MosipOptionsTests
{
    [Fact]
    public void One_address_and_the_secret_are_enough()
    {
        var options = Sound();

        Faults(options).ShouldBeEmpty();
        options.IdRepositoryIdentity.ShouldBe(new Uri("https://mosip.example.org/idrepository/v1/identity"));
        options.CertificateSource.ShouldBe(new Uri("https://mosip.example.org/idauthentication/v1/internal"));
        options.VidPolicy.ShouldBe(new Uri("https://mosip.example.org/config/mosip-vid-policy.json"));
        options.KeyManager.ShouldBe(new Uri("https://mosip.example.org/v1/keymanager"));
        options.CredentialRequest.ShouldBe(new Uri("https://mosip.example.org/v1/credentialrequest"));
    }

    [Fact]
    public void Each_missing_address_is_named()
    {
        var options = Sound();
        options.BaseUrl = null;
        options.NotifierUrl = new Uri("https://notifier.example.org/v1/notifier");

        var faults = Faults(options);

        faults.Count.ShouldBe(22);
        faults.ShouldContain("Mosip:AuthManagerUrl is missing; give it, or Mosip:BaseUrl from which it follows.", StringComparer.Ordinal);
        faults.ShouldNotContain(fault => fault.Contains("NotifierUrl", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ClientSecret", "", "Mosip:ClientSecret is missing: the platform hands out no token without it.")]
    [InlineData("ClientId", " ", "Mosip:ClientId is missing: the platform hands out no token without it.")]
    [InlineData("PlatformVersion", "1.1.5", "Mosip:PlatformVersion has to be a version from 1.2.0.1 to 1.3.")]
    [InlineData("PlatformVersion", "1.4", "Mosip:PlatformVersion has to be a version from 1.2.0.1 to 1.3.")]
    [InlineData("PlatformVersion", "newest", "Mosip:PlatformVersion has to be a version from 1.2.0.1 to 1.3.")]
    [InlineData("ReadTimeout", "00:05:00", "Mosip:ReadTimeout has to lie between 00:00:00.0100000 and 00:01:00.")]
    [InlineData("ReadBudget", "00:00:01", "Mosip:ReadBudget has to lie between 00:00:08 and 00:02:00.")]
    [InlineData("MaxResponseBytes", "0", "Mosip:MaxResponseBytes has to lie between 1024 and 67108864.")]
    [InlineData("BaseUrl", "http://mosip.example.org", "Mosip:IdAuthenticationUrl has to begin with https://, or its host has to stand in Mosip:InternalHttpHosts.")]
    [InlineData("BaseUrl", "mosip.example.org", "Mosip:BaseUrl has to be a whole address, with https:// in front.")]
    [InlineData("NotifierUrl", "ftp://mosip.example.org", "Mosip:NotifierUrl has to be a whole address, with https:// in front.")]
    [InlineData("NotifierUrl", "https://user:word@mosip.example.org/", "Mosip:NotifierUrl may hold nothing but host and path: no query, no fragment, no user.")]
    [InlineData("CertificateServiceUrl", "http://mosip.example.org/x", "Mosip:CertificateServiceUrl has to begin with https://, or its host has to stand in Mosip:InternalHttpHosts.")]
    [InlineData("TokenSource", "OpenIdConnect", "Mosip:TokenUrl is missing.")]
    [InlineData("Languages", "", "Mosip:Languages has to be codes of three small letters with commas between them, each once, such as eng,ara,fra.")]
    [InlineData("Languages", "eng,en", "Mosip:Languages has to be codes of three small letters with commas between them, each once, such as eng,ara,fra.")]
    [InlineData("Languages", "eng,eng", "Mosip:Languages has to be codes of three small letters with commas between them, each once, such as eng,ara,fra.")]
    [InlineData("LocationRoot", "", "Mosip:LocationRoot has to be the code of a place: letters, digits, hyphens and underscores, 36 at most.")]
    [InlineData("LocationRoot", "../x", "Mosip:LocationRoot has to be the code of a place: letters, digits, hyphens and underscores, 36 at most.")]
    [InlineData("UpdateDocuments", "proofOfIdentity", "Mosip:UpdateDocuments has to be attributes with the codes of their categories, each once, such as proofOfIdentity:POI,proofOfAddress:POA.")]
    [InlineData("UpdateDocuments", "a:POI,a:POA", "Mosip:UpdateDocuments has to be attributes with the codes of their categories, each once, such as proofOfIdentity:POI,proofOfAddress:POA.")]
    [InlineData("FormLifetime", "2.00:00:00", "Mosip:FormLifetime has to lie between 00:00:01 and 1.00:00:00.")]
    public void A_fault_is_a_sentence(string key, string value, string sentence)
    {
        var options = Sound();
        var property = typeof(MosipOptions).GetProperty(key)!;
        property.SetValue(options, property.PropertyType switch
        {
            var type when type == typeof(Uri) => new Uri(value, UriKind.RelativeOrAbsolute),
            var type when type == typeof(TimeSpan) => TimeSpan.Parse(value, CultureInfo.InvariantCulture),
            var type when type == typeof(int) => int.Parse(value, CultureInfo.InvariantCulture),
            var type when type.IsEnum => Enum.Parse(type, value),
            _ => value,
        });

        Faults(options).ShouldContain(sentence, StringComparer.Ordinal);
    }

    [Fact]
    public void A_signature_without_a_place_and_a_printer_without_a_name_are_named()
    {
        var options = Sound();
        (options.Signing.LowerLeftX, options.Signing.UpperRightY) = (-1, 20);
        (options.Print.Partner, options.IdAuthenticationClientId) = (" ", string.Empty);

        Faults(options).ShouldBe(
        [
            "Mosip:IdAuthenticationClientId is blank; leave it out to have MOSIP's own name.",
            "Mosip:Print:Partner is blank; leave it out to have MOSIP's own name.",
            "Mosip:Signing:UpperRightX has to be more than Mosip:Signing:LowerLeftX, and that not below 0.",
            "Mosip:Signing:UpperRightY has to be more than Mosip:Signing:LowerLeftY, and that not below 0.",
        ]);
    }

    [Fact]
    public void A_centre_that_is_none_and_a_packet_without_a_size_are_named()
    {
        var options = Sound();
        (options.Packets.CentreId, options.Packets.ZoneCode, options.Packets.MaxMegabytes) = ("1000", " ", 0);

        Faults(options).ShouldBe(
        [
            "Mosip:Packets:ZoneCode is blank; leave it out to have MOSIP's own name.",
            "Mosip:Packets:CentreId has to be the five digits of a registration centre.",
            "Mosip:Packets:MaxMegabytes has to lie between 1 and 20.",
        ]);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9080")]
    [InlineData("http://localhost:9080")]
    [InlineData("http://identity.idrepo")]
    public void S_60_Http_is_for_this_machine_and_for_hosts_that_are_listed(string address)
    {
        var options = Sound();
        options.BaseUrl = new Uri(address);
        options.InternalHttpHosts.Add("identity.idrepo");

        Faults(options).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1.2.0.1", false)]
    [InlineData("1.2.1", false)]
    [InlineData("1.2.2", true)]
    [InlineData("1.3", true)]
    [InlineData("1.3.0-beta.1", true)]
    public void The_version_tells_whether_an_identity_can_be_asked_for_without_its_number_in_the_address(string version, bool mayPost) =>
        new MosipOptions { PlatformVersion = version }.MayPostIdentity.ShouldBe(mayPost);

    [Fact]
    public async Task The_start_stops_at_a_missing_secret()
    {
        await using var stub = await PlatformStub.StartAsync();
        var adapters = stub.Adapters(settings: ("ClientSecret", string.Empty));

        Should.Throw<Microsoft.Extensions.Options.OptionsValidationException>(() =>
                Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Microsoft.Extensions.Options.IStartupValidator>(adapters).Validate())
            .Message.ShouldBe("Mosip:ClientSecret is missing: the platform hands out no token without it.");
    }

    private static MosipOptions Sound() => new() { BaseUrl = new Uri("https://mosip.example.org/"), ClientSecret = "secret" };

    private static List<string> Faults(MosipOptions options) => [.. new MosipOptionsCheck().Validate(null, options).Failures ?? []];
}
