using System.Text.Json;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Tracking;

namespace ResidentPortal.Core.Mosip.RegistrationProcessor;

/// <summary>The registration processor over the wire: where a registration stands, and the steps it has been through.</summary>
internal sealed class MosipRegistrationStatus(
    MosipCall call, IRegistrationStatusApi statuses, IRegistrationTransactionApi transactions, PlatformClock platformClock) : IRegistrationStatus
{
    private const string Service = "RegistrationProcessor";

    /// <summary>The platform has noted no step of this registration.</summary>
    private static readonly Problem NoSteps = new("mosip.regproc.noSteps", ProblemKind.NotFound);

    private static readonly MosipOperation FindState = new(
        Service,
        nameof(FindState),
        Sending.Read,
        MosipOperation.Table(
            (TrackingProblems.UnknownRid, ["RPR-RGS-031", "RPR-RGS-007", "RPR-RGS-008", "RPR-RGS-009"]),
            (CommonProblems.ServiceUnavailable, ["RPR-RGS-001", "RPR-RGS-002", "RPR-RGS-018", "RPR-RGS-023"]),
            (CommonProblems.Refused, ["RPR-RGS-013", "RPR-RGS-014", "RPR-RGS-015", "RPR-RGS-019", "RPR-RGS-020", "RPR-RGS-021", "RPR-RGS-022", "RPR-RGS-024"])));

    private static readonly MosipOperation ListSteps = new(
        Service,
        nameof(ListSteps),
        Sending.Read,
        MosipOperation.Table((NoSteps, ["RPR-RTS-001"]), (CommonProblems.ServiceUnavailable, ["RPR-RTS-002", "RPR-RTS-003", "RPR-RGS-001", "RPR-RGS-002"])));

    /// <inheritdoc/>
    public Task<Outcome<RegistrationState>> FindAsync(Rid rid, CancellationToken cancellationToken) => call.AskAsync(
        FindState,
        (cookie, attempt) => statuses.SearchAsync(
            cookie,
            new KernelRequest<IReadOnlyList<RegistrationQuery>>([new RegistrationQuery(rid.Reveal())])
            {
                Id = "mosip.registration.external.status", Version = "1.0", RequestTime = platformClock.Stamp(Service),
            },
            attempt),
        response => ReadState(response, rid),
        cancellationToken);

    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyList<StageEntry>>> ListStagesAsync(Rid rid, CancellationToken cancellationToken)
    {
        var outcome = await call.AskAsync(
            ListSteps, (cookie, attempt) => transactions.SearchAsync(cookie, rid.Reveal(), attempt), response => ReadSteps(response, rid), cancellationToken);
        return outcome.Problem == NoSteps ? new List<StageEntry>() : outcome;
    }

    private static Outcome<RegistrationState> ReadState(JsonElement response, Rid rid)
    {
        var item = response.Items()?.FirstOrDefault(item => IsAbout(item, rid));
        return item?.Text("statusCode") is { Length: > 0 } word ? RegistrationWords.State(word) : MosipProblems.Unusable;
    }

    private static Outcome<IReadOnlyList<StageEntry>> ReadSteps(JsonElement response, Rid rid)
    {
        if (response.Items() is not { } rows)
        {
            return MosipProblems.Unusable;
        }

        var steps = new List<StageEntry>();
        foreach (var row in rows.Where(row => IsAbout(row, rid)))
        {
            if (row.Text("transactionTypeCode") is not { } type || row.Text("statusCode") is not { } word || row.Time("createdDateTimes") is not { } at)
            {
                return MosipProblems.Unusable;
            }

            if (RegistrationWords.Stage(type) is { } stage && RegistrationWords.Result(stage, word) is { } result)
            {
                steps.Add(new StageEntry(stage, result, at));
            }
        }

        // Stable, so that steps of the same moment keep the platform's order.
        return steps.OrderByDescending(step => step.At).ToList();
    }

    private static bool IsAbout(JsonElement row, Rid rid) => row.Text("registrationId") is not { } id || string.Equals(id, rid.Reveal(), StringComparison.Ordinal);
}
