using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Otp;

/// <summary>
/// How often codes are sent in visits at kiosks. Each act there has a code of its own, so that they are counted apart from what the person asks for alone: more in ten minutes, as
/// many in a day, and the time between two is that of one asking.
/// </summary>
internal static class VisitSends
{
    /// <summary>Whether a code is for a visit.</summary>
    public static bool IsOne(CodePurpose purpose) => purpose is CodePurpose.VisitConsent or CodePurpose.VisitAct;

    /// <summary>What the sends to one person in visits count against.</summary>
    public static string Subject(LookupKeys keys, string personKey) => keys.Hash("visit-sends", personKey);

    /// <summary>What the codes of one asking count against.</summary>
    public static string Asking(LookupKeys keys, string holderKey) => keys.Hash("visit-asking", holderKey);

    /// <summary>How often, in all.</summary>
    public static Allowance[] Allowances(OtpOptions options) => [new(options.VisitSendsPerTenMinutes, TimeSpan.FromMinutes(10)), new(options.SendsPerDay, TimeSpan.FromDays(1))];

    /// <summary>The time between two of one asking.</summary>
    public static Allowance Gap(OtpOptions options) => new(1, TimeSpan.FromSeconds(options.SendGapSeconds));
}
