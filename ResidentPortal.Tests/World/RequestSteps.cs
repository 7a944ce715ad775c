using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Tests.World;

/// <summary>What a resident does with their requests, messages and reports, in one line each, through the flows themselves.</summary>
internal static class RequestSteps
{
    public const string Trouble = "The card shows another person's photo.";

    public static async Task<RequestList> RequestsAsync(this CoreWorld world, Guid session, RequestFilter? filter = null, int page = 1) =>
        (await world.Get<ListRequests>().ExecuteAsync(session, filter ?? new RequestFilter(), new RequestPart(page))).Value;

    public static Task<Outcome<Done>> PinAsync(this CoreWorld world, Guid session, string eventId, bool isPinned = true) => world.Get<PinRequest>().ExecuteAsync(session, eventId, isPinned);

    public static async Task<NoticeList> MessagesAsync(this CoreWorld world, Guid session, Language? language = null, int page = 1) =>
        (await world.Get<ListNotices>().ExecuteAsync(session, language ?? Language.English, page)).Value;

    public static Task<Outcome<EventId>> ReportAsync(this CoreWorld world, Guid session, string about, string? message = Trouble, string? contact = null, Guid? intent = null) =>
        world.Get<ReportProblem>().ExecuteAsync(session, new ProblemWish(intent ?? Guid.NewGuid(), about, message, contact));

    public static async Task<ReportedProblem> ProblemAsync(this CoreWorld world, Guid session, EventId report) => (await world.Get<ShowProblem>().ExecuteAsync(session, report.Value)).Value;

    /// <summary>Acts that are over, written down a minute apart, the last one now.</summary>
    public static async Task<IReadOnlyList<string>> AddActsAsync(this CoreWorld world, Guid session, int count, ActKind kind = ActKind.GenerateVid, ActState state = ActState.Confirmed)
    {
        var owner = (await world.Get<LiveSessions>().FindAsync(session, isSeen: false, CancellationToken.None)).Value;
        var of = world.Get<ServiceLedger>().OwnerOf(owner);
        await using var db = world.OpenDatabase();
        List<string> ids = [];
        for (var i = 0; i < count; i++)
        {
            ids.Add(EventId.New().Value);
            db.ServiceRequests.Add(new ServiceRequestRow
            {
                EventId = ids[^1],
                IntentId = Guid.NewGuid(),
                PersonKey = of.PersonKey,
                Kind = kind,
                State = state,
                Wish = "{}",
                SealedUin = of.SealedUin,
                Language = of.Language,
                CreatedAt = world.Clock.GetUtcNow().AddMinutes(i + 1 - count),
            });
        }

        await db.SaveChangesAsync();
        return ids;
    }
}
