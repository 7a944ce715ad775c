using System.Globalization;
using System.Text.Json.Nodes;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;
using ResidentPortal.Sandbox;

namespace ResidentPortal.Tests.World;

/// <summary>Packets in memory: judged by the sandbox's schema and taken by its registration processor, without the file they would travel in.</summary>
public sealed partial class FakeMosip
{
    public const string ReserveRid = "packet.reserve";
    public const string SendPacket = "packet.send";

    /// <summary>Every packet that was to be sent, in order.</summary>
    public List<Packet> Packets { get; } = [];

    /// <summary>Runs after a packet was taken and before its answer.</summary>
    public Action? AfterPacket { get; set; }

    public Task<Outcome<Rid>> ReserveAsync(CancellationToken cancellationToken) => CallAsync(ReserveRid, _ => CommonProblems.ServiceUnavailable, () =>
        Rid.TryParse(State.NewRid("10001", "10080"), out var rid) ? rid : throw new InvalidOperationException("The sandbox made no RID."));

    public Task<Outcome<Done>> SendAsync(Packet packet, CancellationToken cancellationToken)
    {
        Packets.Add(packet);
        return CallAsync(SendPacket, fault => fault.Code is "RPR-RGS-003" ? PacketProblems.NotTaken : CommonProblems.Refused, () =>
        {
            var process = packet.Process is PacketProcess.Update ? ReceivedPacket.Update : ReceivedPacket.Reprint;
            State.Announce(new AnnouncedPacket(packet.Rid.Reveal(), process, string.Empty, 0) { Name = packet.Holder?.Name, Phone = packet.Holder?.Phone, Email = packet.Holder?.Email });
            State.Receive(new ReceivedPacket(packet.Rid.Reveal(), process, Attributes(packet))
            {
                Documents = [.. packet.Documents.Select(document => new ReceivedDocument(document.Field, document.Type, document.Format, document.File.Length))],
                CardType = packet.IsMasked ? "MASKED_UIN" : "UIN",
            });
            AfterPacket?.Invoke();
            return default(Done);
        });
    }

    private static Dictionary<string, JsonNode> Attributes(Packet packet)
    {
        var attributes = new Dictionary<string, JsonNode>(StringComparer.Ordinal) { ["IDSchemaVersion"] = IdSchema.VersionNumber, ["UIN"] = packet.Uin.Reveal() };
        foreach (var (name, value) in packet.Fields)
        {
            // Number and version are the adapter's to add: another value for them is a fault, and is seen as one.
            attributes[attributes.ContainsKey(name) ? $"second {name}" : name] = ValueOf(IdSchema.Find(name)?.Shape, value, packet.Language);
        }

        foreach (var document in packet.Documents)
        {
            attributes.Add(document.Field, new JsonObject { ["value"] = document.Field, ["type"] = document.Type, ["format"] = document.Format });
        }

        return attributes;
    }

    private static JsonNode ValueOf(SchemaShape? shape, FieldValue value, string language) => shape switch
    {
        SchemaShape.Simple => new JsonArray([.. value.Texts.Select(text => new JsonObject { ["language"] = text.Language ?? language, ["value"] = text.Text })]),
        SchemaShape.Number => decimal.Parse(value.Texts[0].Text, CultureInfo.InvariantCulture),
        _ => value.Texts[0].Text,
    };
}
