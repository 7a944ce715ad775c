namespace ResidentPortal.Core.AuthLocks;

/// <summary>A way to prove who one is, which the resident may lock (MOSIP auth types <c>otp-email</c>, <c>otp-phone</c>, <c>demo</c>, <c>bio-FINGER</c>, <c>bio-IRIS</c>, <c>bio-FACE</c>).</summary>
public enum AuthType
{
    /// <summary>A code by text message (<c>otp-phone</c>).</summary>
    PhoneCode,

    /// <summary>A code by e-mail (<c>otp-email</c>).</summary>
    EmailCode,

    /// <summary>Name, date of birth and the like (<c>demo</c>).</summary>
    Demographics,

    /// <summary>A fingerprint (<c>bio-FINGER</c>).</summary>
    Fingerprint,

    /// <summary>An iris (<c>bio-IRIS</c>).</summary>
    Iris,

    /// <summary>The face (<c>bio-FACE</c>).</summary>
    Face,
}
