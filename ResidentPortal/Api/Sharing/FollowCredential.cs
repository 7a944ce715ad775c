using ResidentPortal.Core.Sharing;

namespace ResidentPortal.Api.Sharing;

/// <summary>
/// <c>GET /req/credential/status/{requestId}</c>, <c>GET /req/credential/cancel/{requestId}</c> and <c>GET /req/card/{requestId}</c>: what a program does with the requests it made
/// itself. Whatever it did not ask for is unknown.
/// </summary>
internal static class FollowCredential
{
    private static readonly ApiParameter RequestId = new("requestId", "The id of the request, a UUID.", "5f1c0a6e-7d3b-4d0e-9d53-0d9f0e0a8b11");

    private static readonly Operation StatusOperation = new("GET", "/req/credential/status/{requestId}", "mosip.resident.credential.status", Operation.Newer)
    {
        Summary = "Says where a request stands that the same program made.",
        Gives = """{ "id": "2374518906", "requestId": "5f1c0a6e-7d3b-4d0e-9d53-0d9f0e0a8b11", "statusCode": "ISSUED" }""",
        Refuses = [CredentialErrors.UnknownRequest, ApiErrors.ResourceInaccessible],
        Parameters = [RequestId],
    };

    private static readonly Operation CancelOperation = new("GET", "/req/credential/cancel/{requestId}", "mosip.resident.credential.cancel", Operation.Newer)
    {
        Summary = "Takes back a request that the same program made, while it is new.",
        Gives = """{ "id": "2374518906", "requestId": "5f1c0a6e-7d3b-4d0e-9d53-0d9f0e0a8b11" }""",
        Refuses = [CredentialErrors.UnknownRequest, CredentialErrors.TooLate, ApiErrors.ResourceInaccessible],
        Parameters = [RequestId],
    };

    private static readonly Operation CardOperation = new("GET", "/req/card/{requestId}", "mosip.resident.credential.card", Operation.Newer)
    {
        Summary = "Gives the PDF that a partner made of a request which the same program made; failures are JSON.",
        Refuses = [CredentialErrors.UnknownRequest, Cards.CardErrors.NotReady, ApiErrors.ResourceInaccessible],
        Parameters = [RequestId],
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapOperation<CredentialStatusReply>(StatusOperation, async call =>
            (await call.Get<ShowCredentialRequest>().ExecuteAsync(IdOf(call), call.Program, call.Gone)).Try(out var standing, out var problem)
                ? ApiAnswer.Of(CredentialStatusReply.Of(standing, IdOf(call)!))
                : CredentialErrors.Of(problem));
        api.MapOperation<CredentialReply>(CancelOperation, async call =>
            (await call.Get<CancelCredentialRequest>().ExecuteAsync(IdOf(call), call.Program, CancellationToken.None)).Try(out var standing, out var problem)
                ? ApiAnswer.Of(CredentialStatusReply.Of(standing, IdOf(call)!).ToReply())
                : CredentialErrors.Of(problem));
        api.MapOperation<byte[]>(CardOperation, async call =>
            (await call.Get<FetchCredentialCard>().ExecuteAsync(IdOf(call), call.Program, call.Gone)).Try(out var card, out var problem)
                ? ApiAnswer.Pdf(card, $"{IdOf(call)}.pdf")
                : CredentialErrors.Of(problem));
    }

    private static string? IdOf(ApiCall call) => call.Parameter("requestId")?.ToLowerInvariant();
}

/// <summary>Where a request stands.</summary>
/// <param name="Id">The number it was asked with.</param>
/// <param name="RequestId">Its id, a UUID.</param>
/// <param name="StatusCode"><c>NEW</c>, <c>ISSUED</c>, <c>FAILED</c>, <c>RETRY</c>, <c>CANCELLED</c>, or the word of the partner, such as <c>STORED</c> or <c>PRINTED</c>.</param>
internal sealed record CredentialStatusReply(string? Id, string RequestId, string StatusCode)
{
    internal static CredentialStatusReply Of(CredentialStanding standing, string requestId) => new(standing.Person?.Reveal(), requestId, standing.Word);

    internal CredentialReply ToReply() => new(Id ?? string.Empty, RequestId);
}
