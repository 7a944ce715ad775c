using System.Text.Json;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.Notifier;

/// <summary>The notifier over the wire. A message that goes out twice does less harm than one that never goes: silence means try again later.</summary>
internal sealed class MosipNotifier(MosipCall call, INotifierApi api, PlatformClock platformClock) : INotifier
{
    private const string Service = "Notifier";

    private static readonly MosipOperation SendSms = new(
        Service,
        nameof(SendSms),
        Sending.Delivery,
        MosipOperation.Table((CommonProblems.Refused, ["KER-NOS-001", "KER-NOS-999"]), (CommonProblems.ServiceUnavailable, ["KER-NOS-500"])));

    private static readonly MosipOperation SendEmail = new(
        Service,
        nameof(SendEmail),
        Sending.Delivery,
        MosipOperation.Table(
            (CommonProblems.Refused, ["KER-NOE-001", "KER-NOE-002", "KER-NOE-003", "KER-NOE-999"]),
            (CommonProblems.ServiceUnavailable, ["KER-NOE-004", "KER-NOE-005", "KER-NOE-006", "KER-NOE-007", "KER-NOE-500"])));

    /// <inheritdoc/>
    public Task<Outcome<Done>> SendSmsAsync(string phone, string text, CancellationToken cancellationToken) => call.AskAsync(
        SendSms,
        (cookie, attempt) => api.SendSmsAsync(cookie, new KernelRequest<SmsBody>(new SmsBody(phone, text)) { RequestTime = platformClock.Stamp(Service) }, attempt),
        ReadStatus,
        cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome<Done>> SendEmailAsync(string address, string subject, string html, CancellationToken cancellationToken) => call.AskAsync(
        SendEmail,
        async (cookie, attempt) =>
        {
            using var body = new MultipartFormDataContent
            {
                { new StringContent(OneLine(address)), "mailTo" },
                { new StringContent(OneLine(subject)), "mailSubject" },
                { new StringContent(html), "mailContent" },
            };
            return await api.SendEmailAsync(cookie, body, attempt);
        },
        ReadStatus,
        cancellationToken);

    private static Outcome<Done> ReadStatus(JsonElement response) => response.Text("status") switch
    {
        null => MosipProblems.Unusable,
        var status when string.Equals(status, "success", StringComparison.OrdinalIgnoreCase) => new Done(),
        _ => CommonProblems.Refused,
    };

    /// <summary>What becomes a mail header is one line, or it could bring headers of its own.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)).Trim();
}
