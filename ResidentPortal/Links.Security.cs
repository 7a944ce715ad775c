namespace ResidentPortal;

/// <content>The addresses of "This was not me" and of one's own sign-ins.</content>
public static partial class Links
{
    /// <summary>Where somebody is signed in.</summary>
    public const string Security = "/security";

    /// <summary>"This was not me", from the link in a message; the route of <see cref="NotMeOf(string)"/>.</summary>
    public const string NotMe = "/not-me/{token}";

    /// <summary>After a sign-in was ended from elsewhere.</summary>
    public const string SignedOutElsewhere = "/signed-out/elsewhere";

    /// <summary>"This was not me" for a token, which says nothing about anybody.</summary>
    public static string NotMeOf(string token) => $"/not-me/{Uri.EscapeDataString(token)}";

    /// <summary>"This was not me" for a message in the list of who is signed in.</summary>
    public static string NotMeOf(Guid noticeId) => $"/not-me/message/{noticeId:D}";
}
