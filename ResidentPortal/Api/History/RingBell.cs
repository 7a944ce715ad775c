using System.Text.Json.Serialization;
using ResidentPortal.Api.Acts;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;

namespace ResidentPortal.Api.History;

/// <summary>
/// <c>GET /unread/notification-count</c>, <c>GET /bell/notification-click</c> and <c>PUT /bell/updatedttime</c>: how many events a bell tells of, when it was last pressed, and
/// that it was pressed now.
/// </summary>
internal static class RingBell
{
    private static readonly Operation CountOperation = new("GET", "/unread/notification-count", "mosip.resident.notification.unread.count", Operation.Newer)
    {
        Summary = "Counts the events of the resident who has signed in of which a message came since the bell was last pressed that was not read.",
        Access = Access.Resident,
        Gives = """{ "unreadCount": 3 }""",
    };

    private static readonly Operation ClickOperation = new("GET", "/bell/notification-click", "mosip.resident.bell.notification.click", Operation.Newer)
    {
        Summary = "Says when the resident who has signed in last pressed the bell.",
        Access = Access.Resident,
        Gives = """{ "lastbellnotifclicktime": "2024-02-29T06:39:04.701Z" }""",
    };

    private static readonly Operation PressOperation = new("PUT", "/bell/updatedttime", "mosip.resident.bell.updatedttime", Operation.Newer)
    {
        Summary = "Notes that the bell was pressed now. The answer is the number 1, without an envelope.",
        Access = Access.Resident,
        Gives = "1",
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapOperation<UnreadReply>(CountOperation, async call => (await call.Get<CountUnreadRequests>().ExecuteAsync(call.SessionId, call.Gone)).Try(out var count, out var problem)
            ? ApiAnswer.Of(new UnreadReply(count))
            : ResidentErrors.Of(problem, EventErrors.NotProcessed));
        api.MapOperation<BellReply>(ClickOperation, async call => (await call.Get<ShowBell>().ExecuteAsync(call.SessionId, call.Gone)).Try(out var bell, out var problem)
            ? ApiAnswer.Of(new BellReply(bell.PressedAt is { } at ? Inputs.Stamp(at) : null))
            : ResidentErrors.Of(problem, EventErrors.NotProcessed));
        api.MapOperation<int>(PressOperation, async call => (await call.Get<PressBell>().ExecuteAsync(call.SessionId, call.Gone)).Problem is { } problem ? ResidentErrors.Of(problem, EventErrors.NotProcessed) : ApiAnswer.Plain(1));
    }
}

/// <summary>How many events a bell tells of.</summary>
/// <param name="UnreadCount">How many there are.</param>
internal sealed record UnreadReply(int UnreadCount);

/// <summary>When the bell was last pressed.</summary>
/// <param name="LastClickTime">The time, <c>yyyy-MM-ddTHH:mm:ss.SSSZ</c>; null where it never was.</param>
internal sealed record BellReply([property: JsonPropertyName("lastbellnotifclicktime")] string? LastClickTime);
