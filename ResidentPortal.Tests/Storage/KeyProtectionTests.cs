using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Storage;

public sealed class KeyProtectionTests
{
    [Fact]
    public async Task S_55_The_key_ring_stands_in_the_database_wrapped()
    {
        await using var world = new CoreWorld();
        await using var db = world.OpenDatabase();
        var ring = await db.DataProtectionKeys.SingleAsync();
        ring.Xml.ShouldNotBeNull().ShouldContain("wrappedKey");
        ring.Xml.ShouldNotContain("masterKey>");
        ring.Xml.ShouldNotContain("<value>");
    }

    [Fact]
    public async Task S_55_A_ring_that_was_wrapped_with_another_key_does_not_open_what_it_sealed()
    {
        await using var world = new CoreWorld(("Keys:Wrapping:1", Fresh()));
        var sealedHere = world.Get<Vault>().Seal("test", "value");
        world.Get<Vault>().Open("test", sealedHere).ShouldBe("value");
        await using var db = world.OpenDatabase();
        (await db.DataProtectionKeys.CountAsync()).ShouldBe(2); // the one that does not open, and a new one
    }

    [Fact]
    public async Task S_47_What_was_sealed_for_one_purpose_or_changed_does_not_open()
    {
        await using var world = new CoreWorld();
        var sealedValue = world.Get<Vault>().Seal("one", "4952408651");
        world.Get<Vault>().Open("another", sealedValue).ShouldBeNull();
        world.Get<Vault>().Open("one", sealedValue[..^4] + "AAAA").ShouldBeNull();
    }

    [Fact]
    public async Task S_47_Equal_numbers_give_equal_hashes_under_one_key_and_others_under_another()
    {
        await using var world = new CoreWorld();
        await using var elsewhere = new CoreWorld(("Keys:Lookup:1", Fresh()));
        var number = Number(Meera);
        world.Get<LookupKeys>().Person(number).ShouldBe(world.Get<LookupKeys>().Person(number.Uin!));
        world.Get<LookupKeys>().Person(number).ShouldNotBe(elsewhere.Get<LookupKeys>().Person(number));
    }

    [Theory]
    [InlineData(null, "Keys:Lookup:1 is missing: give it 32 random bytes in base64 (openssl rand -base64 32).")]
    [InlineData("c2hvcnQ=", "Keys:Lookup:1 is not 32 bytes in base64.")]
    [InlineData("not base64", "Keys:Lookup:1 is not 32 bytes in base64.")]
    public void A_key_that_is_missing_or_short_is_named_and_never_shown(string? value, string sentence)
    {
        var options = new KeyOptions();
        options.Wrapping["1"] = Fresh();
        if (value is not null)
        {
            options.Lookup["1"] = value;
        }

        new KeyOptionsValidation().Validate(name: null, options).Failures.ShouldBe([sentence]);
    }

    [Fact]
    public void A_developers_keys_are_made_once_and_kept()
    {
        var folder = Directory.CreateTempSubdirectory("keys-");
        var file = Path.Combine(folder.FullName, "state", "keys.json");
        using var first = new ConfigurationManager();
        using var second = new ConfigurationManager();
        first.AddDevelopmentKeys(file);
        second.AddDevelopmentKeys(file);
        first["Keys:Lookup:1"].ShouldNotBeNull().ShouldBe(second["Keys:Lookup:1"]);
        first["Keys:Wrapping:1"]!.Length.ShouldBe(44);
        first["CardKeys:Signing"].ShouldNotBeNull().ShouldStartWith("-----BEGIN PRIVATE KEY-----");
        second["CardKeys:Signing"].ShouldBe(first["CardKeys:Signing"]);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_key_that_came_later_is_added_to_a_developers_file()
    {
        var folder = Directory.CreateTempSubdirectory("keys-");
        var file = Path.Combine(folder.FullName, "keys.json");
        File.WriteAllText(file, """{"Keys":{"Lookup":{"1":"old-lookup"},"Wrapping":{"1":"old-wrapping"}}}""");
        using var configuration = new ConfigurationManager();
        configuration.AddDevelopmentKeys(file);
        (configuration["Keys:Lookup:1"], configuration["Keys:Wrapping:1"]).ShouldBe(("old-lookup", "old-wrapping"));
        configuration["CardKeys:Signing"].ShouldNotBeNull();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Rows_that_are_no_longer_needed_are_deleted_and_the_others_stay()
    {
        await using var world = new CoreWorld();
        var ticket = await world.SignInAsync();
        world.Clock.Advance(TimeSpan.FromHours(25));
        await world.Get<ForgetOldRows>().ExecuteAsync();
        await using var db = world.OpenDatabase();
        (await db.Codes.AnyAsync()).ShouldBeFalse();
        (await db.Attempts.AnyAsync()).ShouldBeFalse();
        (await db.Sessions.SingleAsync()).Id.ShouldBe(ticket.SessionId);
        world.Clock.Advance(TimeSpan.FromDays(90));
        await world.Get<ForgetOldRows>().ExecuteAsync();
        (await db.Sessions.AnyAsync()).ShouldBeFalse();
    }

    private static string Fresh() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
