using System.Text.Json.Serialization;
using ResidentPortal.Api.Acts;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Api.Cards;

/// <summary><c>POST /req/euin</c> and <c>POST /req/print-uin</c>: the card as a PDF, and a printed card, with a code. The card is the UIN's, whichever number the code was asked with.</summary>
internal static class RequestCards
{
    private static readonly Operation FileOperation = new("POST", "/req/euin", "mosip.resident.euin", Operation.Legacy)
    {
        Summary = "Gives the card of the UIN as a PDF with a password, which the resident sees in the portal; failures are JSON.",
        WantsRequest = true,
        Asks = """{ "transactionID": "1234567890", "individualId": "2374518906", "individualIdType": "UIN", "cardType": "MASKED_UIN", "otp": "123456" }""",
        Refuses =
        [
            ApiErrors.Invalid("individualIdType"), ApiErrors.Invalid("individualId"), ApiErrors.Invalid("cardType"), ApiErrors.Invalid("otp"), ApiErrors.Invalid("transactionId"), ApiOtp.Refused("OTP is invalid"),
            ApiErrors.ResourceUnavailable,
        ],
    };

    private static readonly Operation PrintOperation = new("POST", "/req/print-uin", "mosip.resident.printuin", Operation.Legacy)
    {
        Summary = "Orders a printed card to the registered address. The number is the RID of the packet, or the id of the credential request where the platform prints by those.",
        WantsRequest = true,
        Asks = FileOperation.Asks,
        Gives = """{ "registrationId": "10001100770000120240229063904", "message": "Notification has been sent to the provided contact detail(s)" }""",
        Refuses = [.. FileOperation.Refuses.SkipLast(1), ApiErrors.ResourceInaccessible, CardErrors.NotOrdered],
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapOperation<CardRequest, byte[]>(FileOperation, call => RunAsync(call, session =>
            call.HandOutAsync(session, CardFiles.Wish(IsMasked(call) ? CardChoice.MaskedUin : CardChoice.Uin), _ => $"{call.Body.Request!.IndividualId}.pdf", ApiErrors.ResourceUnavailable)));
        api.MapOperation<CardRequest, PrintReply>(PrintOperation, call => RunAsync(call, session => OrderAsync(call, session)));
    }

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<CardRequest>> call, Func<Guid, Task<ApiAnswer>> act) => Judge(call) is { } fault
        ? fault
        : await call.ProveAsync(Inputs.UinOrVid(call.Body.Request!.IndividualId)!, call.Body.Request.TransactionId, call.Body.Request.Otp, act);

    private static ApiError? Judge(ApiCall<Envelope<CardRequest>> call)
    {
        var (body, request) = (call.Body, call.Body.Request!);
        return Check.Head(body, call.Operation)
            ?? Check.That(Inputs.IsWord(request.IndividualIdType, "UIN", "VID"), "individualIdType")
            ?? Check.That(Inputs.UinOrVid(request.IndividualId) is not null, "individualId")
            ?? Check.That(Inputs.IsWord(request.CardType, "UIN", "MASKED_UIN"), "cardType")
            ?? Check.That(!Inputs.IsEmpty(request.Otp), "otp")
            ?? Check.That(!Inputs.IsEmpty(request.TransactionId), "transactionId");
    }

    private static bool IsMasked(ApiCall<Envelope<CardRequest>> call) => Inputs.IsWord(call.Body.Request!.CardType, "MASKED_UIN");

    private static async Task<ApiAnswer> OrderAsync(ApiCall<Envelope<CardRequest>> call, Guid session)
    {
        var ordered = await call.Get<OrderCard>().ExecuteAsync(session, new OrderCardOrder(Guid.NewGuid(), IsMasked(call)) { Client = call.Program }, CancellationToken.None);
        if (!ordered.Try(out var eventId, out var problem))
        {
            return problem.Kind is ProblemKind.Unavailable ? ApiErrors.ResourceInaccessible : CardErrors.NotOrdered;
        }

        if ((await call.Get<ShowCardOrderNumber>().ExecuteAsync(session, eventId.Value, CancellationToken.None)).Try(out var number, out _))
        {
            return ApiAnswer.Of(new PrintReply(number, (await call.ToldAsync(session)).Message), eventId);
        }

        // The platform said no, or nothing that could be read.
        var shown = await call.Get<ShowAct>().ExecuteAsync(session, eventId.Value, CancellationToken.None);
        return shown.Try(out var act, out _) && act.State is ActState.Refused ? CardErrors.NotOrdered : ApiErrors.ResourceInaccessible;
    }
}

/// <summary>Which card is wanted.</summary>
internal sealed record CardRequest
{
    /// <summary>The transaction the code was asked in.</summary>
    [JsonPropertyName("transactionID")]
    public string? TransactionId { get; init; }

    /// <summary>The UIN, 10 digits, or VID, 16 digits, that the code was asked with.</summary>
    public string? IndividualId { get; init; }

    /// <summary><c>UIN</c> or <c>VID</c>, in any case.</summary>
    public string? IndividualIdType { get; init; }

    /// <summary><c>UIN</c> for the whole number on the card, <c>MASKED_UIN</c> for its last digits; in any case.</summary>
    public string? CardType { get; init; }

    /// <summary>The code.</summary>
    public string? Otp { get; init; }
}

/// <summary>A printed card that was ordered.</summary>
/// <param name="RegistrationId">The RID of the packet, 29 digits; or the id of the credential request, a UUID, whose state <c>/req/credential/status</c> tells.</param>
/// <param name="Message">Where the resident is told of it.</param>
internal sealed record PrintReply(string RegistrationId, string Message);
