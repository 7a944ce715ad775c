using System.Text.Json.Nodes;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary>The platform's lists as clients read them through the portal: its own document under the envelope, its own code in the message.</summary>
public sealed class ListsContractTests(ApiPortal portal)
{
    [Theory]
    [InlineData("/proxy/masterdata/validdocuments/fra", "Certificat de résidence")]
    [InlineData("/proxy/masterdata/documenttypes/POA/eng", "Rental contract")]
    [InlineData("/proxy/masterdata/applicanttype/000/languages?languages=eng", "\"documentCategories\"")]
    [InlineData("/proxy/masterdata/applicanttype/000/languages?languages=eng&languages=fra", "\"documentCategories\"")]
    [InlineData("/proxy/masterdata/locationHierarchyLevels/fra", "Région")]
    [InlineData("/proxy/masterdata/locationHierarchyLevels", "الجهة")]
    [InlineData("/proxy/masterdata/locationHierarchyLevels?lastUpdated=", "الجهة")]
    [InlineData("/proxy/masterdata/locationHierarchyLevels?lastUpdated=2026-01-01T00:00:00.000Z", "Région")]
    [InlineData("/proxy/masterdata/locations/immediatechildren/MOR/eng", "Casablanca Settat")]
    [InlineData("/proxy/masterdata/locations/info/RBT/ara", "الرباط")]
    [InlineData("/proxy/masterdata/getcoordinatespecificregistrationcenters/eng/-6.8468/33.9975/500", "Rabat Agdal Centre")]
    [InlineData("/proxy/masterdata/registrationcenters/eng/1/names?name=Casablanca%20Settat&name=Rabat%20Sale%20Kenitra", "Casablanca Maarif Centre")]
    [InlineData("/proxy/masterdata/registrationcenters/page/fra/3/Sal%C3%A9?pageNumber=0&pageSize=10&sortBy=name&orderBy=asc", "Centre mobile de Salé")]
    [InlineData("/proxy/masterdata/registrationcenters/page/eng/1/Rabat%20Sale%20Kenitra", "\"totalItems\":4")]
    [InlineData("/proxy/masterdata/workingdays/10001/eng", "\"workingdays\"")]
    [InlineData("/proxy/masterdata/idschema/latest", "\"schemaJson\"")]
    [InlineData("/proxy/masterdata/idschema/latest?schemaVersion=0&domain=registration-client&type=schema", "\"schemaJson\"")]
    [InlineData("/proxy/masterdata/gendercode/Female/eng", "\"genderCode\":\"FLE\"")]
    [InlineData("/proxy/masterdata/gendercode/Masculin/fra", "\"genderCode\":\"MLE\"")]
    [InlineData("/proxy/masterdata/dynamicfields/gender", "\"fieldVal\"")]
    public async Task A_list_is_the_platforms_document_under_the_envelope(string path, string word)
    {
        var reply = await (await portal.ClientAsync()).GetAsync(path);

        reply.Status.ShouldBe(200);
        reply.Error.ShouldBeNull(reply.Text);
        reply.Json.AsObject().Select(member => member.Key).ShouldBe(["id", "version", "responsetime", "metadata", "response", "errors"]);
        reply.Text.ShouldContain(word);
    }

    [Theory]
    [InlineData("/proxy/masterdata/locations/info/XXX/eng", "KER-MSD-026")]
    [InlineData("/proxy/masterdata/documenttypes/XXX/eng", "KER-MSD-118")]
    [InlineData("/proxy/masterdata/validdocuments/xyz", "KER-MSD-016")]
    [InlineData("/proxy/masterdata/dynamicfields/nosuch", "KER-SCH-003")]
    [InlineData("/proxy/masterdata/workingdays/99999/eng", "KER-MSD-215")]
    [InlineData("/proxy/masterdata/getcoordinatespecificregistrationcenters/eng/0/0/10", "KER-MSD-215")]
    [InlineData("/proxy/masterdata/registrationcenters/eng/1/names?name=Atlantis", "KER-MSD-215")]
    [InlineData("/proxy/masterdata/gendercode/Other/eng", "KER-SCH-021")]
    [InlineData("/proxy/masterdata/idschema/latest?schemaVersion=7.5", "KER-SCH-007")]
    public async Task What_the_platform_does_not_have_comes_with_its_code(string path, string code) =>
        (await (await portal.ClientAsync()).GetAsync(path)).Error.ShouldBe(("RES-SER-418", $"{code} --> Bad Request"));

    [Theory]
    [InlineData("/proxy/masterdata/getcoordinatespecificregistrationcenters/eng/east/33.9/500")]
    [InlineData("/proxy/masterdata/getcoordinatespecificregistrationcenters/eng/-6.8/NaN/500")]
    [InlineData("/proxy/masterdata/getcoordinatespecificregistrationcenters/eng/-6.8/33.9/1.5")]
    [InlineData("/proxy/masterdata/getcoordinatespecificregistrationcenters/eng/-6.8/91/500")]
    [InlineData("/proxy/masterdata/registrationcenters/eng/one/names?name=Rabat")]
    [InlineData("/proxy/masterdata/registrationcenters/eng/1/names")]
    [InlineData("/proxy/masterdata/registrationcenters/page/eng/one/Rabat")]
    [InlineData("/proxy/masterdata/registrationcenters/page/eng/1/Rabat?pageNumber=x")]
    [InlineData("/proxy/masterdata/registrationcenters/page/eng/1/Rabat?pageSize=0")]
    [InlineData("/proxy/masterdata/registrationcenters/page/eng/1/Rabat?sortBy=a%20b")]
    [InlineData("/proxy/masterdata/registrationcenters/page/eng/1/a%2F..%2Fb")]
    [InlineData("/proxy/masterdata/locations/info/a%2Fb/eng")]
    [InlineData("/proxy/masterdata/locations/info/a%3Fb/eng")]
    [InlineData("/proxy/masterdata/applicanttype/000/languages")]
    [InlineData("/proxy/masterdata/idschema/latest?schemaVersion=newest")]
    [InlineData("/proxy/masterdata/locationHierarchyLevels?lastUpdated=yesterday")]
    [InlineData("/proxy/masterdata/gendercode/a%3Bb/eng")]
    public async Task S_59_What_cannot_be_a_parameter_is_a_bad_request_and_asks_nobody(string path) =>
        (await (await portal.ClientAsync()).GetAsync(path)).Error.ShouldBe(("RES-SER-418", "Bad Request"));

    [Theory]
    [InlineData("/proxy/masterdata/templates/eng/receive-otp")]
    [InlineData("/proxy/masterdata/languages")]
    [InlineData("/proxy/masterdata/validdocuments/eng/../../audits")]
    [InlineData("/proxy/masterdata/")]
    public async Task S_59_A_path_that_is_not_on_the_list_is_unknown(string path)
    {
        var reply = await (await portal.ClientAsync()).GetAsync(path);
        (reply.Status, reply.Error?.Code).ShouldBe((404, "RES-SER-418"));
    }

    [Fact]
    public async Task The_policy_of_VIDs_is_the_document_itself()
    {
        var reply = await (await portal.ClientAsync()).GetAsync("/vid/policy");
        reply.Status.ShouldBe(200);
        reply.Json["vidPolicies"]!.AsArray().Select(policy => policy!["vidType"]!.ToString()).ShouldBe(["Perpetual", "Temporary", "OneTimeUse"]);
        reply.Json["vidPolicies"]![0]!["vidPolicy"]!["instancesAllowed"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task The_settings_of_clients_are_told_and_none_that_is_a_secret()
    {
        var settings = (await (await portal.ClientAsync()).GetAsync("/proxy/config/ui-properties")).Response!.AsObject();
        settings["mosip.mandatory-languages"]!.ToString().ShouldBe("eng");
        settings["mosip.kernel.otp.expiry-time"]!.ToString().ShouldBe("180");
        settings["mosip.max.file.upload.size.in.bytes"]!.ToString().ShouldBe("2000000");
        settings.Select(setting => setting.Key).ShouldNotContain(key => key.Contains("secret", StringComparison.OrdinalIgnoreCase) || key.Contains("password", StringComparison.OrdinalIgnoreCase) || key.Contains("key", StringComparison.OrdinalIgnoreCase));
        settings.Select(setting => setting.Value!.ToString()).ShouldNotContain("tests-only");
    }

    [Theory]
    [InlineData("/auth-proxy/config/ui-schema/update-demographics", "addressLine1")]
    [InlineData("/auth-proxy/config/ui-schema/personalized-card", "fullName")]
    [InlineData("/auth-proxy/config/ui-schema/share-credential", "fullName")]
    [InlineData("/auth-proxy/config/identity-mapping", "individualBiometrics")]
    public async Task Files_of_the_configuration_come_as_they_are_to_whoever_is_signed_in(string path, string word)
    {
        var client = await portal.ClientAsync();
        await RefusedAsync(client, path);
        await client.SignInAsync(client.NewResident());
        var reply = await client.GetAsync(path);
        (reply.Status, reply.Text.Contains(word, StringComparison.Ordinal), reply.Text.Contains("responsetime", StringComparison.Ordinal)).ShouldBe((200, true, false));
    }

    [Fact]
    public async Task Lists_of_residents_are_for_whoever_is_signed_in()
    {
        var client = await portal.ClientAsync();
        string[] paths =
        [
            "/auth-proxy/masterdata/dynamicfields/gender/eng", "/auth-proxy/masterdata/locations/immediatechildren/MOR?languageCodes=eng&languageCodes=fra",
            "/auth-proxy/masterdata/templates/eng/nosuch", "/auth-proxy/config/ui-schema/other", "/auth-proxy/masterdata/locations/immediatechildren/MOR",
        ];
        foreach (var path in paths)
        {
            await RefusedAsync(client, path);
        }

        await client.SignInAsync(client.NewResident());
        (await client.GetAsync(paths[0])).Response!["values"]!.AsArray().Count.ShouldBe(2);
        (await client.GetAsync(paths[1])).Response!["locations"]!.AsArray().Count.ShouldBe(4);
        (await client.GetAsync(paths[2])).Error.ShouldBe(("RES-SER-415", "Template exception"));
        (await client.GetAsync(paths[3])).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- schemaType. Valid values are update-demographics,personalized-card,share-credential"));
        (await client.GetAsync(paths[4])).Error.ShouldBe(("RES-SER-418", "Bad Request"));
    }

    [Theory]
    [InlineData("/transliteration/transliterate")]
    [InlineData("/sendCard")]
    [InlineData("/physical-card/order")]
    public async Task What_the_portal_has_no_flow_for_is_an_unknown_path(string path)
    {
        var reply = await (await portal.ClientAsync()).PostAsync(path, new JsonObject());
        (reply.Status, reply.Error?.Code).ShouldBe((404, "RES-SER-418"));
        reply.Error!.Value.Message.ShouldContain(path);
    }

    private static async Task RefusedAsync(ApiClient client, string path)
    {
        var reply = await client.GetAsync(path);
        (reply.Status, reply.Error).ShouldBe((401, ("KER-ATH-401", "Authentication Failed")));
    }
}
