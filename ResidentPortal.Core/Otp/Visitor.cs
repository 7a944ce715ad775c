namespace ResidentPortal.Core.Otp;

/// <summary>Who stands at the door, as far as limits need to know: never stored but as keyed hashes, and as families that millions share.</summary>
/// <param name="DeviceToken">The random value of the device cookie.</param>
/// <param name="Network">The address range the visitor comes from: an IPv4 /24 or an IPv6 /56.</param>
/// <param name="Browser">The family of the browser, where it is a known one: a sign-in is told by it.</param>
/// <param name="System">The family of the system it runs on.</param>
public sealed record Visitor(string DeviceToken, string Network, string? Browser = null, string? System = null);
