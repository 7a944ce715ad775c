using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Sharing;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Sharing;

/// <summary>What another program had shared with a code, as the resident finds it on the pages.</summary>
public sealed class ProgramSharePageTests
{
    [Theory]
    [InlineData("fullName", "What Full name")]
    [InlineData(null, "What Everything that this organisation may get")]
    public async Task It_stands_in_the_list_as_asked_for_by_a_program_and_can_be_withdrawn(string? attribute, string what)
    {
        await using var portal = await PortalHost.StartAsync();
        using var client = new PortalClient(portal);
        await client.SignInAsync();
        var session = await portal.InDatabaseAsync((PortalDbContext db) => Task.FromResult(db.Sessions.Single().Id));
        var taken = await portal.Services.GetRequiredService<RequestCredential>().ExecuteAsync(
            session,
            new CredentialRequestOrder { IntentId = Guid.NewGuid(), Client = "shop-software", CredentialType = "vercred", PartnerId = "partner-harbour-bank", Attributes = attribute is null ? [] : [attribute] },
            TestContext.Current.CancellationToken);

        var list = await client.GetAsync(Links.Sharing);

        list.Text.ShouldContain($"Harbour Bank On its way. You can still take it back for a short time. {what} Who Another program asked for this with a code of yours.");
        list.Text.ShouldNotContain("What for");
        list.Body.ShouldNotContain("shop-software");
        (await client.GetAsync(Links.RequestOf(taken.Value.EventId.Value))).Text.ShouldContain("Share data with Harbour Bank");
        var withdrawn = await client.FollowAsync(await client.PostFormAsync(list, "withdraw"));
        withdrawn.Text.ShouldContain("Withdraw what was shared with Harbour Bank");
        portal.Sandbox.State.Credentials.StatusOf(taken.Value.RequestId).ShouldBe("CANCELLED");
    }
}
