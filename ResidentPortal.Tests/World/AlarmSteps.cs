using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Alarms;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.World;

/// <summary>"This was not me" through the flows, in one line each.</summary>
internal static partial class AlarmSteps
{
    /// <summary>Sends what waits; the answer is the token in the newest text message to a person.</summary>
    public static async Task<string> AlarmTokenAsync(this CoreWorld world, string uin = Meera)
    {
        await world.Get<SendNotices>().ExecuteAsync();
        return Tokens().Match(world.Platform.SmsTo(uin).First(text => text.Contains("/not-me/", StringComparison.Ordinal))).Groups["token"].Value;
    }

    /// <summary>Presses the one button.</summary>
    public static Task<Outcome<RaisedAlarm>> PressAsync(this CoreWorld world, string token) => world.Get<RaiseAlarm>().ExecuteAsync(AlarmTicket.Of(token), "This was not me.");

    /// <summary>What the page shows.</summary>
    public static Task<Outcome<AlarmState>> ShowAlarmAsync(this CoreWorld world, string token) => world.Get<ShowAlarm>().ExecuteAsync(AlarmTicket.Of(token), Language.English);

    /// <summary>The id of the newest notice of a kind.</summary>
    public static async Task<Guid> NoticeIdAsync(this CoreWorld world, NoticeKind kind)
    {
        await using var db = world.OpenDatabase();
        return await db.Notices.Where(row => row.Kind == kind).OrderByDescending(row => row.CreatedAt).Select(row => row.Id).FirstAsync();
    }

    [GeneratedRegex("/not-me/(?<token>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tokens();
}
