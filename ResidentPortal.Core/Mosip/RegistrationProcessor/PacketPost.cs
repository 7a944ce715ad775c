using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ResidentPortal.Core.Mosip.KeyManager;
using ResidentPortal.Core.Mosip.Packets;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;

namespace ResidentPortal.Core.Mosip.RegistrationProcessor;

/// <summary>
/// Announces packets to the registration processor and hands them in. An announcement alone is no packet: whatever goes wrong with it, nothing was received, and silence means
/// that the service is unavailable. After silence at the handing in nobody knows. A packet of which the receiver says that it has it already is one that arrived.
/// </summary>
internal sealed class PacketPost(MosipCall call, IPacketSyncApi sync, IPacketReceiverApi receiver, PacketKeys keys, PlatformClock platformClock)
{
    private const string Service = "RegistrationProcessor";

    /// <summary>The receiver has the packet.</summary>
    private static readonly Problem HasItAlready = new("mosip.regproc.hasItAlready", ProblemKind.Conflict);

    private static readonly MosipOperation AnnouncePacket = new(
        Service,
        nameof(AnnouncePacket),
        Sending.Delivery,
        MosipOperation.Table(
            (PacketProblems.NotTaken, ["RPR-RGS-003"]),
            (CommonProblems.ServiceUnavailable, ["RPR-RGS-001", "RPR-RGS-002", "RPR-RGS-018", "RPR-RGS-023"]),
            (CommonProblems.Refused,
            [
                "RPR-RGS-004", "RPR-RGS-007", "RPR-RGS-008", "RPR-RGS-009", "RPR-RGS-013", "RPR-RGS-014", "RPR-RGS-015", "RPR-RGS-019", "RPR-RGS-020", "RPR-RGS-021",
                "RPR-RGS-022", "RPR-RGS-024", "RPR-RGS-026", "RPR-RGS-027", "RPR-RGS-028", "RPR-RGS-036", "RPR-RGS-037",
            ])));

    private static readonly MosipOperation HandInPacket = new(
        Service,
        nameof(HandInPacket),
        Sending.Write,
        MosipOperation.Table(
            (HasItAlready, ["RPR-PKR-005"]),
            (PacketProblems.TooLarge, ["RPR-PKR-002"]),
            (CommonProblems.Refused, ["RPR-PKR-001", "RPR-PKR-003", "RPR-PKR-004", "RPR-PKR-006", "RPR-PKR-009", "RPR-PKR-010", "RPR-PKR-013", "RPR-PKR-015", "RPR-PKR-016"]),
            (CommonProblems.ServiceUnavailable, ["RPR-PKR-008"]),
            (CommonProblems.OutcomeUnknown, ["RPR-PKR-007", "RPR-PKR-012"])));

    /// <summary>
    /// Announces a packet, whose file is known. Problems: <see cref="PacketProblems.NotTaken"/>, <see cref="CommonProblems.Refused"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/>; after each of them nothing was received.
    /// </summary>
    public async Task<Outcome<Done>> AnnounceAsync(Packet packet, PacketStamp stamp, byte[] file, CancellationToken cancellationToken)
    {
        var record = new SyncRecord
        {
            RegistrationId = stamp.Id,
            RegistrationType = stamp.ProcessWord,
            Name = packet.Holder?.Name,
            Email = packet.Holder?.Email,
            Phone = packet.Holder?.Phone,
            PacketHashValue = Convert.ToHexString(SHA256.HashData(file)),
            PacketSize = file.Length,
            LangCode = packet.Language,
        };
        var request = new KernelRequest<IReadOnlyList<SyncRecord>>([record]) { Id = "mosip.registration.sync", Version = "1.0", RequestTime = platformClock.Stamp(Service) };
        return (await keys.EncryptAsync(stamp.Machine, JsonSerializer.SerializeToUtf8Bytes(request), stamp.Time, cancellationToken)).Try(out var body, out var problem)
            ? await call.AskAsync(
                AnnouncePacket,
                async (cookie, attempt) =>
                {
                    using var text = new StringContent($"\"{Base64Url.EncodeToString(body)}\"", Encoding.UTF8, "application/json");
                    return await sync.SyncAsync(cookie, stamp.Machine, stamp.Time, text, attempt);
                },
                response => ReadAnnounced(response, stamp),
                cancellationToken)
            : problem;
    }

    /// <summary>
    /// Hands the file of an announced packet in. Problems: <see cref="PacketProblems.TooLarge"/>, <see cref="CommonProblems.Refused"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="CommonProblems.OutcomeUnknown"/>.
    /// </summary>
    public async Task<Outcome<Done>> HandInAsync(PacketStamp stamp, byte[] file, CancellationToken cancellationToken)
    {
        var handedIn = await call.AskAsync(
            HandInPacket,
            async (cookie, attempt) =>
            {
                using var content = new ByteArrayContent(file);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
                using var body = new MultipartFormDataContent { { content, "file", $"{stamp.Id}.zip" } };
                return await receiver.UploadAsync(cookie, body, attempt);
            },
            static _ => (Outcome<Done>)default(Done),
            cancellationToken);
        return handedIn.Problem == HasItAlready ? default(Done) : handedIn;
    }

    private static Outcome<Done> ReadAnnounced(JsonElement response, PacketStamp stamp)
    {
        var about = response.Items()?.FirstOrDefault(item => string.Equals(item.Text("registrationId"), stamp.Id, StringComparison.Ordinal));
        return about?.Text("status") switch
        {
            null => MosipProblems.Unusable,
            var status when string.Equals(status, "SUCCESS", StringComparison.OrdinalIgnoreCase) => default(Done),
            _ => CommonProblems.Refused,
        };
    }
}
