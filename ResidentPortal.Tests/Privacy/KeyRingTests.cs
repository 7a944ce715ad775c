using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Privacy;

/// <summary>S-55: the database alone opens nothing.</summary>
public sealed class KeyRingTests
{
    [Fact]
    public async Task S_55_The_stored_key_ring_is_wrapped()
    {
        var key = await StoredKeyAsync();
        key.ShouldContain("<wrappedKey version=\"1\"");
        key.ShouldNotContain("<masterKey");
        key.ShouldNotContain("<value>");
    }

    [Fact]
    public async Task S_55_Another_wrapping_key_does_not_open_it_and_the_sentence_names_the_key() =>
        Refusal(await WrappedAsync(), version: "1")
            .ShouldBe("Keys:Wrapping:1 is another key than the one the stored key ring was wrapped with.");

    [Fact]
    public async Task S_55_Without_the_wrapping_key_the_sentence_names_the_one_that_is_missing() =>
        Refusal(await WrappedAsync(), version: "2")
            .ShouldBe("Keys:Wrapping:1 is missing: the stored key ring was wrapped with it.");

    private static string Refusal(XElement wrapped, string version)
    {
        var keys = new KeyOptions();
        keys.Wrapping[version] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        using var services = new ServiceCollection().AddSingleton(Options.Create(keys)).BuildServiceProvider();
        return Should.Throw<CryptographicException>(() => new UnwrappedKeyRing(services).Decrypt(wrapped)).Message;
    }

    private static async Task<XElement> WrappedAsync() => XElement.Parse(await StoredKeyAsync()).Descendants("wrappedKey").Single();

    private static async Task<string> StoredKeyAsync()
    {
        await using var world = new CoreWorld();
        await using var db = world.OpenDatabase();
        return (await db.DataProtectionKeys.SingleAsync(TestContext.Current.CancellationToken)).Xml!;
    }
}
