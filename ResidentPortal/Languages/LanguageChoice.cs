using ResidentPortal.Core.Languages;

namespace ResidentPortal.Languages;

/// <summary>The language somebody chose: with this request, or earlier in a cookie that says nothing else.</summary>
public static class LanguageChoice
{
    /// <summary>The form field of the language buttons.</summary>
    public const string Field = "language";

    /// <summary>The cookie that keeps the choice.</summary>
    public const string Cookie = "__Host-language";

    private static readonly object Made = new();

    /// <summary>
    /// Whether this request pressed a language button: the page then shows what was typed again, in the new language, and does nothing else.
    /// </summary>
    public static bool WasMade(HttpContext? context) => context?.Items.ContainsKey(Made) == true;

    /// <summary>Keeps the choice for a year.</summary>
    internal static void Keep(HttpContext context, Language language) => context.Response.Cookies.Append(Cookie, language.Tag, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = true,
    });

    /// <summary>Notes that this request pressed a language button.</summary>
    internal static void Note(HttpContext context) => context.Items[Made] = true;
}
