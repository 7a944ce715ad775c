using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using ResidentPortal.Sessions;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>How far somebody has come: the password was right and the code is to come, or a password was chosen and the app is to be set up.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="JoinKey">The hash of the link, where somebody joins.</param>
/// <param name="PasswordHash">The hash of the password that was chosen.</param>
/// <param name="CodeKey">The key that the app is to be given.</param>
internal sealed record FactorState(string AccountId, string? JoinKey = null, string? PasswordHash = null, string? CodeKey = null);

/// <summary>
/// Keeps that state in the browser, sealed, for a few minutes, and for this device alone: a sealed value that was copied elsewhere opens nothing. It is no sign-in, and no page
/// but the next one reads it.
/// </summary>
internal sealed class FactorCookie(IDataProtectionProvider protection)
{
    /// <summary>The name of the cookie.</summary>
    public const string Name = "__Host-factor";

    private static readonly TimeSpan ForCode = TimeSpan.FromMinutes(5);

    // Fetching an app takes longer than reading one.
    private static readonly TimeSpan ForJoining = TimeSpan.FromMinutes(30);

    /// <summary>How far somebody has come; null where it was too long ago or elsewhere.</summary>
    public FactorState? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 20 and < 3000 } value || PortalCookies.Read(context, PortalCookies.Device) is not { } device)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<FactorState>(For(device).Unprotect(value));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Keeps it.</summary>
    public void Write(HttpContext context, FactorState state)
    {
        var life = state.JoinKey is null ? ForCode : ForJoining;
        var value = For(PortalCookies.ReadOrSet(context, PortalCookies.Device)).Protect(JsonSerializer.Serialize(state), life);
        context.Response.Cookies.Append(Name, value, Shape());
    }

    /// <summary>Takes it back.</summary>
    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(Name, Shape());

    private ITimeLimitedDataProtector For(string device) => protection.CreateProtector("operator-factor", device).ToTimeLimitedDataProtector();

    private static CookieOptions Shape() => new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}
