using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using EventId = ResidentPortal.Core.Identifiers.EventId;

namespace ResidentPortal.Api.Cards;

/// <summary>
/// <c>GET /download-card/event/{eventId}</c>: the card that an event brought. The card of a VID was made by the event and is handed out once; after a change of data the card is made
/// anew. Another person's event is as unknown as none.
/// </summary>
internal static class FetchEventCard
{
    private static readonly Operation Operation = new("GET", "/download-card/event/{eventId}", "mosip.resident.download.card.eventid", Operation.Newer)
    {
        Summary = "Gives the card that an event brought as a PDF with a password, which the resident sees in the portal; failures are JSON.",
        Access = Access.Resident,
        TellsEvent = true,
        Refuses = [Malformed, CardErrors.UnknownEvent, CardErrors.NoCardEvent, NotReady],
        Parameters = [new ApiParameter("eventId", "The event id, 16 digits.", "8243617095842160")],
    };

    // Here every error is a bad request.
    private static ApiError Malformed => ApiErrors.Invalid("eventId") with { Status = StatusCodes.Status400BadRequest };

    private static ApiError NotReady => CardErrors.NotReady with { Status = StatusCodes.Status400BadRequest };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<byte[]>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall call)
    {
        var typed = call.Parameter("eventId");
        if (!Inputs.IsDigits(typed) || !EventId.TryParse(typed, out var eventId))
        {
            return Malformed;
        }

        var shown = await call.Get<ShowAct>().ExecuteAsync(call.SessionId, eventId.Value, call.Gone);
        if (!shown.Try(out var act, out var problem))
        {
            return CardFiles.ErrorOf(problem, CardErrors.UnknownEvent);
        }

        return act switch
        {
            { Kind: ActKind.MakeVidCard, State: ActState.Confirmed } => await HandOutAsync(call, eventId),
            { Kind: ActKind.UpdateIdentity, State: ActState.Confirmed } => await call.HandOutAsync(call.SessionId, CardFiles.Wish(CardChoice.Uin), made => call.NameOf("UIN", made), NotReady),
            { Kind: ActKind.MakeVidCard or ActKind.UpdateIdentity } => ((ApiAnswer)NotReady) with { EventId = eventId.Value },
            _ => ((ApiAnswer)CardErrors.NoCardEvent) with { EventId = eventId.Value },
        };
    }

    private static async Task<ApiAnswer> HandOutAsync(ApiCall call, EventId eventId)
    {
        var card = await call.Get<DeliverCard>().ExecuteAsync(CardTicket.Of(call.SessionId, eventId.Value), CancellationToken.None);
        return card.Try(out var file, out _) ? ApiAnswer.Pdf(file.Pdf, call.NameOf("VID", eventId), eventId) : ((ApiAnswer)NotReady) with { EventId = eventId.Value };
    }
}
