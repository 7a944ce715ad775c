using ResidentPortal.Api.Acts;
using ResidentPortal.Api.VirtualIds;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Api.Cards;

/// <summary><c>GET /request-card/vid/{vid}</c>: has the card of a VID made. It is fetched by the event; a GET that changes something, since MOSIP made it one.</summary>
internal static class RequestVidCard
{
    private static readonly Operation Operation = new("GET", "/request-card/vid/{vid}", "mosip.resident.request.vid.card", Operation.Newer)
    {
        Summary = "Has the card of a VID made; it is fetched with the event id of the answer's header.",
        Access = Access.Resident,
        TellsEvent = true,
        Gives = """{ "status": "Success" }""",
        Refuses = [ApiErrors.Invalid("VID"), VidErrors.Unknown, VidErrors.Others, CardErrors.NoVidCard],
        Parameters = [new ApiParameter("vid", "The VID, 16 digits.", "5329487524103783")],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<StatusOnly>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall call)
    {
        var typed = call.Parameter("vid");
        if (!Inputs.IsDigits(typed) || !Vid.TryParse(typed, out _))
        {
            return ApiErrors.Invalid("VID");
        }

        var found = await call.Get<FindOwnVid>().ExecuteAsync(call.SessionId, typed, call.Gone);
        if (!found.Try(out var key, out var problem))
        {
            return VidErrors.OfSearch(problem);
        }

        var order = CardFiles.Wish(CardChoice.Vid, key) with { IsForProgram = true, Language = await call.LanguageAsync(call.SessionId) };
        var made = await call.Get<MakeCard>().ExecuteAsync(call.SessionId, order, CancellationToken.None);
        return await call.FinishAsync(call.SessionId, made, CardErrors.NoVidCard, reply: (_, _) => new StatusOnly("Success"));
    }
}
