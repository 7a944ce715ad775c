using ResidentPortal.Oidc;

namespace ResidentPortal;

/// <content>The way to a provider that proves people, and back.</content>
public static partial class Links
{
    /// <summary>To the provider.</summary>
    public const string SignInElsewhere = "/sign-in/elsewhere";

    /// <summary>To the provider, from a device that is not the resident's own.</summary>
    public const string SignInElsewhereShared = "/sign-in/elsewhere/shared";

    /// <summary>Where the provider sends people back to; it is registered there.</summary>
    public const string SignInReturn = "/sign-in/return";

    /// <summary>Where the provider sends people back to who signed in for a client of the API; what follows says where that is.</summary>
    public const string ApiSignInReturn = "/resident/v1/login-redirect";

    /// <summary>The sign-in page with the sentence about how it ended there.</summary>
    public static string SignInAfter(ProviderEnd end) => $"{SignIn}?elsewhere={end.ToString().ToLowerInvariant()}";
}
