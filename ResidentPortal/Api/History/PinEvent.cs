using ResidentPortal.Core.History;

namespace ResidentPortal.Api.History;

/// <summary><c>POST /pinned/{eventId}</c> and <c>POST /unpinned/{eventId}</c>: pins an event of a resident before the others, and takes the pin away. Neither has a body.</summary>
internal static class PinEvent
{
    private static readonly Operation PinOperation = new("POST", "/pinned/{eventId}", "mosip.resident.pinned.eventid", Operation.Newer)
    {
        Summary = "Pins an event of the resident who has signed in before the others; 20 at most.",
        Access = Access.Resident,
        Parameters = [new("eventId", "The event id, 16 digits.", "7841261580315620")],
        Gives = """{ "status": "200", "message": "SUCCESS" }""",
        Refuses = [ApiErrors.Invalid("eventId"), EventErrors.Unknown, EventErrors.NotProcessed],
    };

    private static readonly Operation UnpinOperation = PinOperation with { Pattern = "/unpinned/{eventId}", Id = "mosip.resident.unpinned.eventid", Summary = "Takes the pin of an event away." };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapOperation<PinReply>(PinOperation, call => RunAsync(call, isPinned: true));
        api.MapOperation<PinReply>(UnpinOperation, call => RunAsync(call, isPinned: false));
    }

    private static async Task<ApiAnswer> RunAsync(ApiCall call, bool isPinned)
    {
        var eventId = call.Parameter("eventId");
        if (Check.That(EventErrors.IsEventId(eventId), "eventId") is { } fault)
        {
            return fault;
        }

        return (await call.Get<PinRequest>().ExecuteAsync(call.SessionId, eventId, isPinned, call.Gone)).Problem is { } problem ? EventErrors.Of(problem) : ApiAnswer.Of(new PinReply("200", "SUCCESS"));
    }
}

/// <summary>That a pin was set or taken away.</summary>
/// <param name="Status">Always <c>200</c>.</param>
/// <param name="Message">Always <c>SUCCESS</c>.</param>
internal sealed record PinReply(string Status, string Message);
