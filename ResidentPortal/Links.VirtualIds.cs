namespace ResidentPortal;

/// <content>The address of a stand-in number that the platform made by itself.</content>
public static partial class Links
{
    /// <summary>The link that was sent to the registered contacts; the route of <see cref="VidLinkOf"/>.</summary>
    public const string VidLink = "/vids/link/{token}";

    /// <summary>The link to a stand-in number that a message carries; the token says nothing about anybody.</summary>
    public static string VidLinkOf(string token) => $"/vids/link/{Uri.EscapeDataString(token)}";
}
