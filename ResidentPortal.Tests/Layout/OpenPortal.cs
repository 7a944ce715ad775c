using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using ResidentPortal.Tests.World;

namespace ResidentPortal.Tests.Layout;

/// <summary>The portal in process, as it runs in production, with an address of its own and nothing behind it.</summary>
public sealed class OpenPortal : WebApplicationFactory<App>
{
    public const string Address = "https://id.example";

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-").FullName;

    /// <summary>A browser that keeps no cookies, follows nothing, and asks for pages.</summary>
    public HttpClient Browser()
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(Address), AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Portal:PublicAddress", Address);
        builder.UseSetting("Storage:Path", Path.Combine(_folder, "portal.db"));
        builder.UseSetting("Keys:Lookup:1", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        builder.UseSetting("Keys:Wrapping:1", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        builder.UseSetting("CardKeys:Signing", CardPem.Any);
        builder.UseSetting("Mosip:BaseUrl", "https://platform.example");
        builder.UseSetting("Mosip:ClientSecret", "of-a-test");
    }
}
