using System.Net;
using System.Net.Sockets;
using ResidentPortal.Core.Otp;

namespace ResidentPortal.Sessions;

/// <summary>Who stands at the door: the device cookie and the network, as the limits of the core want them.</summary>
internal static class Visitors
{
    private const int Ipv4Kept = 3;
    private const int Ipv6Kept = 7;

    /// <summary>The visitor of a request; the device cookie is set where there is none.</summary>
    public static Visitor Of(HttpContext context)
    {
        var (browser, system) = UserAgents.Read(context.Request.Headers.UserAgent);
        return new Visitor(PortalCookies.ReadOrSet(context, PortalCookies.Device), NetworkOf(context), browser, system);
    }

    /// <summary>The network of a request: an IPv4 /24 or an IPv6 /56. Forwarded addresses count only from proxies that are configured.</summary>
    public static string NetworkOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var kept = address.AddressFamily is AddressFamily.InterNetwork ? Ipv4Kept : Ipv6Kept;
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, kept));
    }
}
