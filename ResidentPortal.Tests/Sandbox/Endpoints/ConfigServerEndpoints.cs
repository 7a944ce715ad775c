namespace ResidentPortal.Sandbox;

/// <summary>The files a portal reads from MOSIP's config server: the VID policy, the identity mapping and the UI specifications of updates, sharing and cards.</summary>
internal sealed class ConfigServerEndpoints(PlatformState state)
{
    private static readonly PlatformOperation Policy = new("config.vid-policy", Dialect.Plain, NeedsToken: false);
    private static readonly PlatformOperation Mapping = new("config.identity-mapping", Dialect.Plain, NeedsToken: false);
    private static readonly PlatformOperation Form = new("config.update-form", Dialect.Plain, NeedsToken: false);

    private static readonly PlatformOperation Share = new("config.share-form", Dialect.Plain, NeedsToken: false);
    private static readonly PlatformOperation Card = new("config.card-form", Dialect.Plain, NeedsToken: false);

    internal void Map(IEndpointRouteBuilder routes)
    {
        foreach (var folder in (string[])["", "/config"])
        {
            routes.Map("GET", folder + "/mosip-vid-policy.json", Policy, context => Json.WriteAsync(context, VidPolicy.File(state.Rules.Profile)));
            routes.Map("GET", folder + "/identity-mapping.json", Mapping, context => Json.WriteAsync(context, IdentityMapping.File()));
            routes.Map("GET", folder + "/resident-ui-update-demographics-schema.json", Form, context => Json.WriteAsync(context, UpdateSpecification.File()));
            routes.Map("GET", folder + "/resident-ui-share-credential-schema.json", Share, context => Json.WriteAsync(context, DisclosureSpecification.Share()));
            routes.Map("GET", folder + "/resident-ui-personalized-card-schema.json", Card, context => Json.WriteAsync(context, DisclosureSpecification.Card()));
        }
    }
}
