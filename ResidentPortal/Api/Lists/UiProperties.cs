using System.Globalization;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.PublicLists;
using ResidentPortal.Core.Updates.Documents;
using SessionOptions = ResidentPortal.Core.Sessions.SessionOptions;

namespace ResidentPortal.Api.Lists;

/// <summary>The settings that clients have to know, by MOSIP's names: a closed list, each read from what holds here. Nothing secret is among them.</summary>
internal static class UiProperties
{
    /// <summary>The settings.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(ApiCall call)
    {
        var country = (await call.Get<ShowCountry>().ExecuteAsync()).Value;
        var (otp, sessions, documents, contacts) = (Of<OtpOptions>(), Of<SessionOptions>(), Of<DocumentOptions>(), Of<ContactOptions>());
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["mosip.mandatory-languages"] = country.Languages[0],
            ["mosip.optional-languages"] = string.Join(',', country.Languages.Skip(1)),
            ["mosip.default.template-languages"] = string.Join(',', country.Languages),
            ["resident.update-uin.machine-zone-code"] = country.LocationRoot,
            ["mosip.notificationtype"] = "SMS|EMAIL",
            ["mosip.kernel.otp.default-length"] = "6",
            ["mosip.kernel.otp.expiry-time"] = Text(otp.LifeSeconds),
            ["mosip.kernel.otp.validation-attempt-threshold"] = Text(otp.TriesPerCode),
            ["mosip.webui.auto.logout.idle"] = Text(sessions.IdleMinutes * 60),
            ["mosip.id.validation.identity.phone"] = contacts.PhonePattern,
            ["mosip.id.validation.identity.email"] = contacts.EmailPattern,
            ["mosip.max.file.upload.size.in.bytes"] = Text(documents.FileBytes),
            ["mosip.allowed.extension"] = "pdf,jpeg,png,jpg",
            ["auth.types.allowed"] = "otp-email,otp-phone,demo,bio-FINGER,bio-IRIS,bio-FACE",
            ["resident.view.history.serviceType.filters"] = "ALL,AUTHENTICATION_REQUEST,SERVICE_REQUEST,DATA_UPDATE_REQUEST,ID_MANAGEMENT_REQUEST,DATA_SHARE_REQUEST",
            ["resident.view.history.status.filters"] = "ALL,SUCCESS,IN_PROGRESS,FAILED,CANCELED",
            ["resident.view-history.default.page.size"] = "10",
            ["resident.grievance-redressal.alt-email.chars.limit"] = "128",
            ["resident.grievance-redressal.alt-phone.chars.limit"] = "64",
            ["resident.grievance-redressal.comments.chars.limit"] = Text(ReportProblem.LongestMessage),
            ["resident.share-credential.purpose.chars.limit"] = "1024",
            ["resident.registration-centers.download.max.count"] = "100",
            ["resident.nearby.centers.distance.meters"] = "2000",
            ["mosip.resident.eid.length"] = "16",
            ["mosip.resident.captcha.enable"] = "false",
        };

        T Of<T>()
            where T : class => call.Get<IOptions<T>>().Value;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
