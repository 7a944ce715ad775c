using ResidentPortal.Core.Cards.Qr;

namespace ResidentPortal.Pages.CheckCard;

/// <summary>Publishes the public keys of cards (RFC 7517), so that a verifier fetches them once and then works without a network.</summary>
internal static class CardKeysEndpoint
{
    public static void MapCardKeys(this IEndpointRouteBuilder routes) => routes.MapGet(Links.CardKeys, (HttpContext context, CardKeys keys) =>
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Text(keys.Published.ToJson(), "application/jwk-set+json");
    });
}
