using ResidentPortal.Core.AuthHistory;

namespace ResidentPortal.Core.Mosip.IdAuthentication;

/// <summary>ID authentication's codes of what was done (<c>authtypeCode</c>).</summary>
internal static class UseCodes
{
    /// <summary>The ways behind codes; one that is not known is some other way, and never lost.</summary>
    public static UseWays WaysOf(IEnumerable<string> codes)
    {
        var ways = codes.Aggregate(UseWays.None, (all, code) => all | WayOf(code));
        return ways is UseWays.None ? UseWays.Other : ways;
    }

    private static UseWays WayOf(string code) => code.ToUpperInvariant() switch
    {
        "OTP-AUTH" => UseWays.Code,
        "OTP-REQUEST" => UseWays.CodeSent,
        "DEMO-AUTH" => UseWays.Demographics,
        "FINGERPRINT-AUTH" => UseWays.Fingerprint,
        "IRIS-AUTH" => UseWays.Iris,
        "FACE-AUTH" => UseWays.Face,
        "PASSWORD-AUTH" => UseWays.Password,
        "STATIC-PIN-AUTH" => UseWays.Pin,
        "STATIC-PIN-STORAGE" => UseWays.PinKept,
        "EKYC-AUTH" or "KYC-AUTH" or "KYC-EXCHANGE" => UseWays.DataGiven,
        "IDENTITY-KEY-BINDING" => UseWays.KeyBound,
        "TOKEN-REQUEST" or "TOKEN-AUTH" => UseWays.Token,
        "VCI-EXCHANGE-REQUEST" => UseWays.Credential,
        _ => UseWays.Other,
    };
}
