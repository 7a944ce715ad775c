using System.Text.Json;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.OtpManager;

/// <summary>The OTP manager over the wire. It refuses within the answer, not by an error: <c>USER_BLOCKED</c> comes with a code that reads "null".</summary>
internal sealed class MosipContactOtp(MosipCall call, IOtpManagerApi api, PlatformClock platformClock) : IContactOtp
{
    private const string Service = "OtpManager";

    // A code that is made and never sent harms nobody: silence means try again later.
    private static readonly MosipOperation Generate = new(
        Service, nameof(Generate), Sending.Delivery, MosipOperation.Table((CommonProblems.ServiceUnavailable, ["KER-OTG-001", "KER-OTG-500"])));

    private static readonly MosipOperation Validate = new(
        Service,
        nameof(Validate),
        Sending.Write,
        MosipOperation.Table(
            (OtpProblems.NoneActive, ["KER-OTV-005"]),
            (OtpProblems.Wrong, ["KER-OTV-003", "KER-OTV-004"]),
            (CommonProblems.ServiceUnavailable, ["KER-OTV-001", "KER-OTV-002", "KER-OTV-999"]),
            (CommonProblems.OutcomeUnknown, ["KER-OTV-500"])));

    /// <inheritdoc/>
    public Task<Outcome<OneTimeCode>> GenerateAsync(string key, CancellationToken cancellationToken) => call.AskAsync(
        Generate,
        (cookie, attempt) => api.GenerateAsync(
            cookie, new KernelRequest<OtpKey>(new OtpKey(key)) { Id = "mosip.resident.contact.otp", Version = "1.0", RequestTime = platformClock.Stamp(Service) }, attempt),
        ReadCode,
        cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome<Done>> ValidateAsync(string key, OneTimeCode code, CancellationToken cancellationToken) =>
        call.AskAsync(Validate, (cookie, attempt) => api.ValidateAsync(cookie, key, code.Reveal(), attempt), ReadVerdict, cancellationToken);

    private static Outcome<OneTimeCode> ReadCode(JsonElement response) => response.Text("status") switch
    {
        "USER_BLOCKED" => OtpProblems.Frozen,
        "GENERATION_SUCCESSFUL" when OneTimeCode.TryParse(response.Text("otp"), out var code) => code,
        _ => MosipProblems.Unusable,
    };

    private static Outcome<Done> ReadVerdict(JsonElement response) => (response.Text("status"), response.Text("message")) switch
    {
        ("success", _) => new Done(),
        (_, "VALIDATION_UNSUCCESSFUL") => OtpProblems.Wrong,
        (_, "OTP_EXPIRED") => OtpProblems.Expired,
        (_, "USER_BLOCKED") => OtpProblems.Frozen,
        _ => MosipProblems.Unusable,
    };
}
