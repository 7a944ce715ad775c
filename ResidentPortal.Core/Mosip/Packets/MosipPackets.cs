using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Mosip.KeyManager;
using ResidentPortal.Core.Mosip.MasterData;
using ResidentPortal.Core.Mosip.RegistrationProcessor;
using ResidentPortal.Core.Mosip.RidGenerator;
using ResidentPortal.Core.Mosip.SyncData;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;

namespace ResidentPortal.Core.Mosip.Packets;

/// <summary>
/// Packets over the wire: built here as MOSIP's packet writer builds them, encrypted and signed by key manager, announced, handed in. A RID names its machine, so that a packet
/// belongs to the machine it was reserved for, whatever became of the portal's own since.
/// </summary>
internal sealed class MosipPackets(
    MosipCall call, IRidGeneratorApi rids, PortalMachine machine, CountrySchema schemas, PacketKeys keys, PacketPost post, IOptions<MosipOptions> options, TimeProvider clock) : IPackets
{
    private const int Megabyte = 1024 * 1024;

    private static readonly MosipOperation GenerateRid = new("RidGenerator", nameof(GenerateRid), Sending.Read, MosipOperation.Table());

    private long Limit => (long)options.Value.Packets.MaxMegabytes * Megabyte;

    /// <inheritdoc/>
    public async Task<Outcome<Rid>> ReserveAsync(CancellationToken cancellationToken)
    {
        if (!(await machine.GetAsync(cancellationToken)).Try(out var id, out var problem))
        {
            return Unavailable(problem);
        }

        var reserved = await call.AskAsync(GenerateRid, (cookie, attempt) => rids.GenerateAsync(cookie, options.Value.Packets.CentreId, id, attempt), ReadRid, cancellationToken);
        if (reserved.Problem == CommonProblems.Refused)
        {
            machine.Drop(id);
        }

        return reserved.IsSuccess ? reserved : Unavailable(reserved.Problem!);
    }

    /// <inheritdoc/>
    public async Task<Outcome<Done>> SendAsync(Packet packet, CancellationToken cancellationToken)
    {
        if (!(await schemas.GetAsync(cancellationToken)).Try(out var schema, out var problem)
            || !PacketContent.Of(packet, schema, options.Value.IdentityAttributes.Uin).Try(out var content, out problem))
        {
            return problem;
        }

        var stamp = new PacketStamp(packet.Rid, packet.Process, clock.GetUtcNow());
        var sent = await BuildAndSendAsync(content, stamp, cancellationToken);
        if (sent.Problem == CommonProblems.Refused)
        {
            // Either the machine is not what it was, or the schema: both are asked for anew next time.
            machine.Drop(stamp.MachineId);
            schemas.Drop(schema);
        }

        return sent;
    }

    private async Task<Outcome<Done>> BuildAndSendAsync(PacketContent content, PacketStamp stamp, CancellationToken cancellationToken)
    {
        // Documents do not get smaller on the way: what is too large already need not be encrypted first.
        var plain = content.Packet.Documents.Sum(document => (long)document.File.Length);
        if (plain > Limit)
        {
            return TooLarge(plain);
        }

        if (!(await SealAsync(content, stamp, cancellationToken)).Try(out var file, out var problem))
        {
            return problem;
        }

        if (file.Length > Limit)
        {
            return TooLarge(file.Length);
        }

        var sent = (await post.AnnounceAsync(content.Packet, stamp, file, cancellationToken)).Try(out _, out problem) ? await post.HandInAsync(stamp, file, cancellationToken) : problem;
        return sent.Problem == PacketProblems.TooLarge ? TooLarge(file.Length) : sent;
    }

    /// <summary>The file that is handed in: every sub-packet signed and encrypted, and the zip of them encrypted once more.</summary>
    private async Task<Outcome<byte[]>> SealAsync(PacketContent content, PacketStamp stamp, CancellationToken cancellationToken)
    {
        List<PacketFile> files = [];
        foreach (var part in content.Schema.Parts)
        {
            var zip = SubPacket.Zip(content, stamp, part);
            var (signing, encrypting) = (keys.SignAsync(zip, cancellationToken), keys.EncryptAsync(stamp.Machine, zip, stamp.Time, cancellationToken));
            if (!(await signing).Try(out var signature, out var problem) | !(await encrypting).Try(out var encrypted, out var other))
            {
                return problem ?? other!;
            }

            files.AddRange(SubPacket.Sealed(stamp, part, content.Schema.Version, encrypted!, signature!));
        }

        return await keys.EncryptAsync(stamp.Machine, stamp.Zip(files), stamp.Time, cancellationToken);
    }

    private Problem TooLarge(long size) => PacketProblems.TooLarge
        .With("megabytes", Math.Round((decimal)size / Megabyte, 1, MidpointRounding.ToPositiveInfinity)).With("limit", options.Value.Packets.MaxMegabytes);

    private static Problem Unavailable(Problem problem) => problem.Kind is ProblemKind.Unavailable ? problem : CommonProblems.ServiceUnavailable;

    private static Outcome<Rid> ReadRid(JsonElement response) => Rid.TryParse(response.Text("rid"), out var rid) ? rid : MosipProblems.Unusable;
}
