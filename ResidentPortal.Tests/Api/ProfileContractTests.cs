using System.Text.Json.Nodes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary><c>GET /profile</c> for a resident who has signed in.</summary>
public sealed class ProfileContractTests(ApiPortal portal)
{
    [Fact]
    public async Task The_language_is_looked_at_where_it_is_given()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        (await client.GetAsync("/profile?languageCode=xyz")).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- languageCode"));
        (await client.GetAsync("/profile")).Error.ShouldBeNull();
        (await client.GetAsync("/profile?languageCode=")).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Name_photo_contacts_and_the_sign_in_before_are_told_to_their_owner()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        var reply = await client.GetAsync("/profile?languageCode=eng");
        reply.Error.ShouldBeNull(reply.Text);
        var profile = reply.Response!.AsObject();
        profile.Select(property => property.Key).ShouldBe(["fullName", "lastLogin", "photo", "email", "phone"], ignoreOrder: true);
        ((string?)profile["fullName"], (string?)profile["email"], (string?)profile["phone"]).ShouldBe((resident.Names.GetValueOrDefault("eng") ?? resident.Names.Values.First(), resident.Email, resident.Phone));
        profile["lastLogin"]!.ToString().ShouldEndWith("M");
        if (profile["photo"] is JsonObject photo)
        {
            Convert.FromBase64String(photo["data"]!.ToString()).ShouldSatisfyAllConditions(jpeg => jpeg[0].ShouldBe((byte)0xFF), jpeg => jpeg[1].ShouldBe((byte)0xD8));
        }

        reply.Text.ShouldNotContain(resident.Uin);
    }
}
