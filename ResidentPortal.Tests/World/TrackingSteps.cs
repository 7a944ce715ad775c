using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Sandbox;

namespace ResidentPortal.Tests.World;

/// <summary>What a visitor does who tracks a request, in one line each, through the flows themselves.</summary>
internal static class TrackingSteps
{
    public const string OpenBrowser = "a-browser-at-the-open-page-of-requests";

    public static Task<Outcome<TrackingAnswer>> TrackAsync(this CoreWorld world, string number) => world.Get<TrackRequest>().ExecuteAsync(number, ResidentSteps.Stranger.Network);

    /// <summary>Asks for the code of a request and lets the portal do what it does behind the answer.</summary>
    public static async Task<Outcome<CodeAsked>> AskForTrackingCodeAsync(this CoreWorld world, string number, string browser = OpenBrowser, OtpChannel channel = OtpChannel.Phone)
    {
        var asked = await world.Get<AskForTrackingCode>().ExecuteAsync(number, browser, channel, Language.English, ResidentSteps.Stranger);
        await world.Get<SendCodes>().ExecuteAsync();
        return asked;
    }

    public static Task<Outcome<TrackingTicket>> EnterTrackingCodeAsync(this CoreWorld world, string number, string code, string browser = OpenBrowser) =>
        world.Get<EnterTrackingCode>().ExecuteAsync(number, browser, code, ResidentSteps.Stranger);

    public static Task<Outcome<TrackedReceipt>> ShowWholeAsync(this CoreWorld world, string number, string? ticket, string browser = OpenBrowser) =>
        world.Get<ShowTrackedRequest>().ExecuteAsync(number, browser, ticket);

    public static Task<Outcome<Done>> WatchAsync(this CoreWorld world, string number) =>
        world.Get<WatchRequest>().ExecuteAsync(number, ResidentSteps.Stranger.Network, Language.English);

    /// <summary>A registration that is at each step so many minutes after now.</summary>
    public static string AddRegistration(this CoreWorld world, string? uin, params (int Minute, string Status, string Stage)[] steps) =>
        world.Platform.AddRegistration(uin, [.. steps.Select(step => new RegistrationStep(TimeSpan.FromMinutes(step.Minute), step.Status, step.Stage, "SUCCESS"))]);

    /// <summary>Makes an act one that was sent as a packet under this RID.</summary>
    public static async Task SentAsAsync(this CoreWorld world, EventId eventId, string digits)
    {
        var rid = Rid.TryParse(digits, out var known) ? known : throw new ArgumentException("Not a RID.", nameof(digits));
        await using var db = world.OpenDatabase();
        var row = await db.ServiceRequests.SingleAsync(one => one.EventId == eventId.Value);
        (row.SealedRid, row.RidKey) = (world.Get<Vault>().Seal(rid), world.Get<LookupKeys>().Registration(rid));
        await db.SaveChangesAsync();
    }
}
