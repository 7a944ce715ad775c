using System.Text.RegularExpressions;
using Shouldly;

namespace ResidentPortal.Tests.World;

/// <summary>What a signed-in resident does with VIDs and cards over plain HTTP, in one line each.</summary>
internal static partial class PortalSteps
{
    /// <summary>Makes a VID; the answer is the receipt.</summary>
    public static async Task<Answer> MakeVidAsync(this PortalClient client, string type = "Temporary") =>
        await client.FollowAsync(await client.PostFormAsync(await client.GetAsync(Links.Vids), ["make", type]));

    /// <summary>Takes the first VID of the list out of use; the answer is the receipt.</summary>
    public static async Task<Answer> StopVidAsync(this PortalClient client)
    {
        var vids = await client.GetAsync(Links.Vids);
        return await client.FollowAsync(await client.PostFormAsync(vids, ["stop", vids.VidKeys()[0]]));
    }

    /// <summary>The keys of the VIDs on their page, the newest first.</summary>
    public static IReadOnlyList<string> VidKeys(this Answer vids) => [.. Keys().Matches(vids.Body).Select(match => match.Groups["key"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Makes a card; the answer is the page where it can be fetched, or the receipt that says why not.</summary>
    public static async Task<Answer> MakeCardAsync(this PortalClient client, string number = "masked")
    {
        var made = await client.PostFormAsync(await client.GetAsync(Links.Card), "card", ("Number", number));
        made.Location.ShouldNotBeNull(made.Text);
        return await client.FollowAsync(made);
    }

    /// <summary>Fetches a card from its page.</summary>
    public static Task<Answer> FetchCardAsync(this PortalClient client, Answer ready) => client.PostFormAsync(ready, Links.CardFile);

    /// <summary>Orders a printed card; the answer is the page that follows it, or the receipt that says why not.</summary>
    public static async Task<Answer> OrderCardAsync(this PortalClient client)
    {
        var ordered = await client.PostFormAsync(await client.GetAsync(Links.OrderCard), "order", ("Number", "masked"));
        ordered.Location.ShouldNotBeNull(ordered.Text);
        return await client.FollowAsync(ordered);
    }

    [GeneratedRegex("name=\"Posted.Key\" value=\"(?<key>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Keys();
}
