using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Shouldly;

namespace ResidentPortal.Tests.World;

/// <summary>What a person does at the provider's page, over HTTP as a browser does it.</summary>
internal static partial class ProviderSteps
{
    private static readonly Lazy<string> Key = new(MakeKey);
    private static readonly HttpClient Browser = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>The key of the portal's client, made once for all tests.</summary>
    public static string ClientKey => Key.Value;

    /// <summary>What a portal needs to know of the sandbox's provider.</summary>
    public static (string Key, string Value)[] Settings =>
        [("Oidc:Issuer", "{sandbox}/esignet/"), ("Oidc:TimeoutSeconds", "30"), ("Oidc:ClientId", "resident-portal"), ("Oidc:ClientKey", ClientKey), ("Oidc:ReturnAddresses:0", "http://localhost/app/")];

    /// <summary>Another key.</summary>
    public static string MakeKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    }

    /// <summary>Presses "Sign in with eSignet"; the answer is the provider's address.</summary>
    public static async Task<string> GoToProviderAsync(this PortalClient client, string path = Links.SignInElsewhere)
    {
        var answer = await client.GetAsync(path);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
        answer.Location.ShouldNotBeNull().ShouldStartWith($"{client.Portal.Sandbox.Url}/esignet/authorize?");
        return answer.Location;
    }

    /// <summary>Signs in at the provider and allows what is asked; the answer is the address at the portal that the browser is sent to.</summary>
    public static async Task<string> ProveAtProviderAsync(this PortalHost portal, string address, string number = Residents.Meera, string contact = Residents.MeerasPhone, Func<string, bool>? allows = null, string? to = null)
    {
        var first = await ReadAsync(await Browser.GetAsync(address));
        var second = await PostAsync(portal, first, _ => true, ("number", number), ("step", "send"));
        second.Location.ShouldBeNull();
        second.Body.ShouldContain("Allow and sign in");
        var last = await PostAsync(portal, second.Body, allows ?? (_ => true), ("code", await portal.ReadCodeAsync(contact)), ("step", "enter"));
        return PathOf(portal, last.Location.ShouldNotBeNull(last.Body), to);
    }

    /// <summary>Presses "Cancel" at the provider.</summary>
    public static async Task<string> CancelAtProviderAsync(this PortalHost portal, string address, string? to = null) =>
        PathOf(portal, (await PostAsync(portal, await ReadAsync(await Browser.GetAsync(address)), _ => true, ("step", "refuse"))).Location.ShouldNotBeNull(), to);

    /// <summary>The whole way; the answer is what the portal says at its end.</summary>
    public static async Task<Answer> SignInElsewhereAsync(this PortalClient client, string path = Links.SignInElsewhere, string number = Residents.Meera, string contact = Residents.MeerasPhone, Func<string, bool>? allows = null) =>
        await client.GetAsync(await client.Portal.ProveAtProviderAsync(await client.GoToProviderAsync(path), number, contact, allows));

    private static string PathOf(PortalHost portal, string location, string? to)
    {
        to ??= portal.Address.GetLeftPart(UriPartial.Authority);
        location.ShouldStartWith($"{to}/");
        return location[to.Length..];
    }

    private static async Task<(string? Location, string Body)> PostAsync(PortalHost portal, string page, Func<string, bool> allows, params (string Name, string Value)[] fields)
    {
        var all = Inputs().Matches(page).Select(match => (Name: Attribute(match.Value, "name"), Value: Attribute(match.Value, "value"), Type: Attribute(match.Value, "type")))
            .Where(input => input.Type is "hidden" || (input.Type is "checkbox" && allows(input.Value))).Select(input => (input.Name, input.Value)).Concat(fields);
        using var form = new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await Browser.PostAsync(new Uri($"{portal.Sandbox.Url}/esignet/authorize"), form);
        return (answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return body;
    }

    private static string Attribute(string element, string name) => WebUtility.HtmlDecode(Regex.Match(element, $"\\s{name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    [GeneratedRegex("<input [^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Inputs();
}
