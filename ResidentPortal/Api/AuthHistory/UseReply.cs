using System.Globalization;
using ResidentPortal.Core.AuthHistory;

namespace ResidentPortal.Api.AuthHistory;

/// <summary>One use of an identity.</summary>
/// <param name="SerialNumber">Its place in the whole list, from 1.</param>
/// <param name="IdUsed"><c>UIN</c> or <c>VID</c>.</param>
/// <param name="AuthModality">How, in ID authentication's codes with commas, such as <c>OTP-AUTH</c>.</param>
/// <param name="Date">The day in UTC, <c>yyyy-MM-dd</c>.</param>
/// <param name="Time">The time in UTC, <c>HH:mm:ss.SSS</c>.</param>
/// <param name="PartnerName">Who; null where it was the platform itself.</param>
/// <param name="PartnerTransactionId">The platform's number of the transaction.</param>
/// <param name="AuthResponse">The platform's remark.</param>
/// <param name="ResponseCode"><c>Y</c> where it was accepted, else <c>N</c>.</param>
internal sealed record UseReply(
    long SerialNumber, string IdUsed, string AuthModality, string Date, string Time, string? PartnerName, string? PartnerTransactionId, string? AuthResponse, string ResponseCode)
{
    private static readonly (UseWays Way, string Code)[] Codes =
    [
        (UseWays.Code, "OTP-AUTH"), (UseWays.CodeSent, "OTP-REQUEST"), (UseWays.Demographics, "DEMO-AUTH"), (UseWays.Fingerprint, "FINGERPRINT-AUTH"), (UseWays.Iris, "IRIS-AUTH"),
        (UseWays.Face, "FACE-AUTH"), (UseWays.Password, "PASSWORD-AUTH"), (UseWays.Pin, "STATIC-PIN-AUTH"), (UseWays.PinKept, "STATIC-PIN-STORAGE"), (UseWays.DataGiven, "EKYC-AUTH"),
        (UseWays.KeyBound, "IDENTITY-KEY-BINDING"), (UseWays.Token, "TOKEN-AUTH"), (UseWays.Credential, "VCI-EXCHANGE-REQUEST"), (UseWays.Other, "OTHER"),
    ];

    /// <summary>A use at its place.</summary>
    public static UseReply Of(IdentityUse use, long serialNumber)
    {
        var at = use.At.UtcDateTime;
        return new UseReply(
            serialNumber,
            use.NumberKind is UsedNumberKind.Uin ? "UIN" : "VID",
            string.Join(',', Codes.Where(one => use.Ways.HasFlag(one.Way)).Select(one => one.Code)),
            at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            at.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
            use.Organisation,
            use.TransactionId,
            use.Comment,
            use.IsAccepted ? "Y" : "N");
    }
}
