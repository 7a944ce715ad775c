using ResidentPortal.Api.Acts;
using ResidentPortal.Api.History;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.Updates.Whole;

namespace ResidentPortal.Api.Updates;

/// <summary><c>GET /identity/get-pending-drafts/{langCode}</c> and <c>POST /identity/discardPendingDraft/{eid}</c>: the update that waits, and how to take it back.</summary>
internal static class PendingDrafts
{
    private const string Language = "langCode";
    private const string Event = "eid";

    private static readonly Operation ListOperation = new("GET", "/identity/get-pending-drafts/{langCode}", "mosip.resident.get.pending.drafts", Operation.Newer)
    {
        Summary = "Lists the update that is on its way; until it ends there is no other.",
        Access = Access.Resident,
        Parameters = [new(Language, "A language of the country, three letters.", "eng")],
        Gives = """{ "drafts": [{ "eid": "6394027150183746", "aid": "10001100770000120240229063904", "attributes": ["postalCode"], "createdDTimes": "2026-03-04T05:06:07.089Z", "cancellable": true }] }""",
        Refuses = [ApiErrors.Invalid("languageCode"), ResidentErrors.Inaccessible],
    };

    private static readonly Operation DiscardOperation = new("POST", "/identity/discardPendingDraft/{eid}", "mosip.resident.discard.pending.drafts", Operation.Newer)
    {
        Summary = "Takes back the update that waits, by its event id.",
        Access = Access.Resident,
        Parameters = [new(Event, "The event id of the update, 16 digits.", "6394027150183746")],
        Gives = """{ "status": "DISCARDED" }""",
        Refuses = [ApiErrors.Invalid("eventId"), EventErrors.Unknown, EventErrors.Others, ResidentErrors.Inaccessible],
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapOperation<PendingDraftsReply>(ListOperation, ListAsync);
        api.MapOperation<DiscardReply>(DiscardOperation, DiscardAsync);
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        if (!(await call.Get<ExplainChange>().ExecuteAsync([], call.Gone)).Try(out var country, out _))
        {
            return ResidentErrors.Inaccessible;
        }

        if (!country.Languages.Contains(call.Parameter(Language), StringComparer.Ordinal))
        {
            return ApiErrors.Invalid("languageCode");
        }

        return (await call.Get<ListPendingUpdates>().ExecuteAsync(call.SessionId, call.Gone)).Try(out var waiting, out _)
            ? ApiAnswer.Of(new PendingDraftsReply([.. waiting.Select(PendingDraft.Of)]))
            : ResidentErrors.Inaccessible;
    }

    private static async Task<ApiAnswer> DiscardAsync(ApiCall call)
    {
        var typed = call.Parameter(Event);
        if (EventErrors.Judge(typed) is { } fault)
        {
            return fault;
        }

        if (!(await call.Get<OpenEvent>().ExecuteAsync(call.SessionId, typed, marksRead: false, call.Gone)).Try(out var receipt, out var problem))
        {
            return EventErrors.Of(problem);
        }

        // An event of one's own that is no update, or waits no more, is none that could be taken back.
        var order = new DiscardUpdateOrder(Guid.NewGuid()) { Of = receipt.EventId };
        return await call.FinishAsync(
            call.SessionId, await call.Get<DiscardUpdate>().ExecuteAsync(call.SessionId, order, call.Gone), ResidentErrors.Inaccessible, EventErrors.Of, (_, _) => new DiscardReply("DISCARDED"));
    }
}

/// <summary>What waits.</summary>
/// <param name="Drafts">The update that waits; at most one.</param>
internal sealed record PendingDraftsReply(IReadOnlyList<PendingDraft> Drafts);

/// <summary>An update that waits.</summary>
/// <param name="Eid">Its event id, 16 digits; null where it was not sent here.</param>
/// <param name="Aid">Its RID, 29 digits.</param>
/// <param name="Attributes">What it changes, by attribute.</param>
/// <param name="CreatedDTimes">Since when it waits, <c>yyyy-MM-ddTHH:mm:ss.SSSZ</c> in UTC.</param>
/// <param name="Cancellable">Whether it can be taken back.</param>
internal sealed record PendingDraft(string? Eid, string? Aid, IReadOnlyList<string> Attributes, string CreatedDTimes, bool Cancellable)
{
    /// <summary>An update as the wire has it; its owner reads the number.</summary>
    public static PendingDraft Of(WaitingUpdate update) => new(update.EventId?.Value, update.Rid?.Reveal(), update.Fields, Inputs.Stamp(update.Since), update.MayDiscard);
}

/// <summary>That an update was taken back.</summary>
/// <param name="Status">Always <c>DISCARDED</c>.</param>
internal sealed record DiscardReply(string Status);
