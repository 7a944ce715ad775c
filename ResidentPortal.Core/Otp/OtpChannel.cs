namespace ResidentPortal.Core.Otp;

/// <summary>Where the platform sends a one-time code: the registered phone or the registered e-mail address.</summary>
public enum OtpChannel
{
    /// <summary>A text message; a restricted channel, since messages can be intercepted (NIST SP 800-63B).</summary>
    Phone,

    /// <summary>An e-mail.</summary>
    Email,
}
