namespace ResidentPortal.Core.Otp;

/// <summary>Who stands at the door, as far as limits need to know: never stored but as keyed hashes.</summary>
/// <param name="DeviceToken">The random value of the device cookie.</param>
/// <param name="Network">The address range the visitor comes from: an IPv4 /24 or an IPv6 /56.</param>
public sealed record Visitor(string DeviceToken, string Network);
