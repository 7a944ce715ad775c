using System.ComponentModel.DataAnnotations;
using ResidentPortal.Core.Otp;

namespace ResidentPortal.Core.Contacts;

/// <summary>That a person's registered contact was seen to work, by a code that reached it (MOSIP channel verification).</summary>
public sealed class VerifiedContactRow
{
    [MaxLength(64)]
    public required string PersonKey { get; init; }

    public required OtpChannel Channel { get; init; }

    /// <summary>Hash of the contact: another one is not verified by this.</summary>
    [MaxLength(64)]
    public required string ContactKey { get; set; }

    public required DateTimeOffset VerifiedAt { get; set; }
}
