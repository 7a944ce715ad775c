using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.AuditManager;

/// <summary>The audit manager over the wire. It refuses what is too long or blank, so every field is cut to its limit.</summary>
internal sealed class MosipPlatformAudit(MosipCall call, IAuditManagerApi api, PlatformClock platformClock) : IPlatformAudit
{
    private const string Service = "AuditManager";
    private const int Short = 64;
    private const int Long = 128;
    private const int Longest = 2048;

    private static readonly MosipOperation AddAudit = new(
        Service,
        nameof(AddAudit),
        Sending.Delivery,
        MosipOperation.Table((CommonProblems.Refused, ["KER-AUD-001", "KER-AUD-002"]), (CommonProblems.ServiceUnavailable, ["KER-AUD-500"])));

    private readonly string _hostName = Cut(System.Environment.MachineName, Long) ?? "unknown";
    private readonly string _hostIp = OwnAddress();

    /// <inheritdoc/>
    public Task<Outcome<Done>> RecordAsync(PlatformAuditEvent auditEvent, CancellationToken cancellationToken)
    {
        var body = new AuditBody
        {
            EventId = Cut(auditEvent.EventId, Short) ?? "unknown",
            EventName = Cut(auditEvent.EventName, Long) ?? "unknown",
            EventType = Cut(auditEvent.EventType, Short) ?? "INFO",
            ActionTimeStamp = PlatformClock.Format(auditEvent.At),
            HostName = _hostName,
            HostIp = _hostIp,
            Id = Cut(auditEvent.PersonToken, Short) ?? "NO_ID",
            IdType = string.IsNullOrWhiteSpace(auditEvent.PersonToken) ? "NO_ID_TYPE" : "PERSON_TOKEN",
            ModuleName = Cut(auditEvent.ModuleId, Long),
            ModuleId = Cut(auditEvent.ModuleId, Short),
            Description = Cut(auditEvent.Description, Longest),
        };
        return call.AskAsync(
            AddAudit,
            (cookie, attempt) => api.AddAuditAsync(cookie, new KernelRequest<AuditBody>(body) { RequestTime = platformClock.Stamp(Service) }, attempt),
            ReadStatus,
            cancellationToken);
    }

    private static Outcome<Done> ReadStatus(JsonElement response) => response.Flag("status") switch
    {
        true => new Done(),
        false => CommonProblems.Refused,
        null => MosipProblems.Unusable,
    };

    private static string? Cut(string? text, int limit) => string.IsNullOrWhiteSpace(text) ? null : text.Length <= limit ? text : text[..limit];

    private static string OwnAddress()
    {
        try
        {
            return NetworkInterface.GetAllNetworkInterfaces()
                .Where(card => card.OperationalStatus is OperationalStatus.Up && card.NetworkInterfaceType is not NetworkInterfaceType.Loopback)
                .SelectMany(card => card.GetIPProperties().UnicastAddresses)
                .Select(address => address.Address)
                .OrderBy(address => address.AddressFamily is AddressFamily.InterNetwork ? 0 : 1)
                .FirstOrDefault(IPAddress.Loopback)
                .ToString();
        }
        catch (NetworkInformationException)
        {
            return IPAddress.Loopback.ToString();
        }
    }
}
