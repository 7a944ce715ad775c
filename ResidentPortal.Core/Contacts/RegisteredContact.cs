using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Contacts;

/// <summary>The contact of a kind that an identity has on record.</summary>
internal static class RegisteredContact
{
    /// <summary>The contact, or null where the record has none.</summary>
    public static string? Of(Identity identity, OtpChannel channel) => channel is OtpChannel.Phone ? identity.Phone : identity.Email;

    /// <summary>The contact as its owner recognises it.</summary>
    public static string Mask(string contact, OtpChannel channel) => (channel is OtpChannel.Phone ? ContactMask.Phone(contact) : ContactMask.Email(contact)) ?? string.Empty;
}
