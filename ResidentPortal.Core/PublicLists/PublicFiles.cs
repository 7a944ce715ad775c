namespace ResidentPortal.Core.PublicLists;

/// <summary>The policies of virtual ids (<c>mosip-vid-policy.json</c> of the platform's config server).</summary>
public sealed record VidPolicies : PublicList;

/// <summary>What the attributes of an identity are called (<c>identity-mapping.json</c>).</summary>
public sealed record IdentityNames : PublicList;

/// <summary>The UI specification of what residents may change (<c>resident-ui-update-demographics-schema.json</c>).</summary>
public sealed record UpdateQuestions : PublicList;

/// <summary>The UI specification of what residents may share (<c>resident-ui-share-credential-schema.json</c>).</summary>
public sealed record ShareQuestions : PublicList;

/// <summary>The UI specification of cards of chosen data (<c>resident-ui-personalized-card-schema.json</c>).</summary>
public sealed record CardQuestions : PublicList;
