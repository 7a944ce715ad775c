using System.Buffers.Text;
using System.Security.Cryptography;

namespace ResidentPortal.Sessions;

/// <summary>The portal's cookies of its own, each an opaque random value: the sign-in, the browser that asked for a code, the device, and the sign-in of a client of the API.</summary>
internal static class PortalCookies
{
    /// <summary>The token of the sign-in; dies with the browser.</summary>
    public const string Session = "__Host-session";

    /// <summary>Binds a code to the browser it was asked for in.</summary>
    public const string Code = "__Host-code";

    /// <summary>Recognises the device, so that a stranger's tries elsewhere do not count against its owner.</summary>
    public const string Device = "__Host-device";

    /// <summary>At a kiosk: that the device has proved its key a short while ago.</summary>
    public const string Kiosk = "__Host-kiosk";

    /// <summary>At a kiosk: who is on duty.</summary>
    public const string Operator = "__Host-operator";

    /// <summary>At a kiosk, or on the resident's own phone: the resident's view of a visit.</summary>
    public const string Visit = "__Host-visit";

    /// <summary>The token of a sign-in for a client of the API, under the name the platform's clients know; the pages never see it.</summary>
    public const string Api = "Authorization";

    private const string ApiPath = "/resident/v1";

    private static readonly TimeSpan DeviceLife = TimeSpan.FromDays(365);

    /// <summary>A cookie's value; null where there is none or it cannot be one of ours.</summary>
    public static string? Read(HttpContext context, string name) => context.Request.Cookies[name] is { Length: > 20 and < 100 } value ? value : null;

    /// <summary>The value of the cookie, set anew where there is none.</summary>
    public static string ReadOrSet(HttpContext context, string name)
    {
        if (Read(context, name) is { } value)
        {
            return value;
        }

        // One request asks several times, and must hear the same.
        if (context.Items[name] is string set)
        {
            return set;
        }

        value = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        context.Items[name] = value;
        Write(context, name, value);
        return value;
    }

    /// <summary>Sets a cookie: this host alone, over TLS alone, out of reach of scripts, not sent along from other sites but by a plain link.</summary>
    public static void Write(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, Shape(name));

    /// <summary>Sets the cookie of a client of the API.</summary>
    public static void WriteApi(HttpContext context, string token) => context.Response.Cookies.Append(Api, token, ApiShape());

    /// <summary>Takes the cookie of a client of the API back.</summary>
    public static void DeleteApi(HttpContext context) => context.Response.Cookies.Delete(Api, ApiShape());

    /// <summary>Takes a cookie back.</summary>
    public static void Delete(HttpContext context, string name) => context.Response.Cookies.Delete(name, Shape(name));

    private static CookieOptions ApiShape() => new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = ApiPath, IsEssential = true };

    private static CookieOptions Shape(string name) => new()
    {
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
        MaxAge = string.Equals(name, Device, StringComparison.Ordinal) ? DeviceLife : null,
    };
}
