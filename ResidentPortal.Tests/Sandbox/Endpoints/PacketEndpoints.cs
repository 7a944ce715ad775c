using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The registration processor's ears for packets: announced by <c>/sync</c>, handed in at the packet receiver. Every refusal has the status 200.</summary>
internal sealed class PacketEndpoints(PlatformState state, MachineKeys keys)
{
    private const string SyncId = "mosip.registration.sync";
    private const string PacketId = "mosip.registration.packet";
    private const int Megabyte = 1024 * 1024;

    private static readonly PlatformOperation Sync = new("regproc.sync", Dialect.Registration);
    private static readonly PlatformOperation Upload = new("regproc.upload", Dialect.Registration);
    private static readonly string[] Languages = ["eng", "fra", "ara"];

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("POST", "/registrationprocessor/v1/registrationstatus/sync", Sync, SyncAsync);
        routes.Map("POST", "/registrationprocessor/v1/packetreceiver/registrationpackets", Upload, UploadAsync);
    }

    private async Task SyncAsync(HttpContext context)
    {
        var body = await BodyAsync(context);
        await ReplyAsync(context, SyncId, () =>
        {
            var announced = Announced(context.Request.Headers, body);
            announced.ForEach(state.Announce);
            return new JsonArray([.. announced.Select(packet => new JsonObject { ["registrationId"] = packet.Rid, ["status"] = "SUCCESS" })]);
        });
    }

    private List<AnnouncedPacket> Announced(IHeaderDictionary headers, string? body)
    {
        if (headers["Center-Machine-RefId"].ToString() is not { Length: > 0 } machine || headers["timestamp"].ToString() is not { Length: > 0 })
        {
            throw new PlatformException("RPR-RGS-013", "Missing Input Parameter - header");
        }

        var json = Decrypted(machine, body) ?? throw new PlatformException("RPR-RGS-028", "Decryption failed");
        if (RegistrationProcessorEndpoints.Refusal(json, SyncId, json?["request"] is JsonArray { Count: > 0 }, state.Clock.WallNow) is { } refusal)
        {
            throw refusal;
        }

        return [.. ((JsonArray)json!["request"]!).Select(item => Record(item as JsonObject, machine))];
    }

    private JsonObject? Decrypted(string machine, string? body)
    {
        try
        {
            return body is null ? null : JsonNode.Parse(keys.Decrypt(machine, Base64Url.DecodeFromChars(body))) as JsonObject;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private static AnnouncedPacket Record(JsonObject? record, string machine)
    {
        var rid = Json.Text(record, "registrationId") ?? throw new PlatformException("RPR-RGS-013", "Missing Input Parameter - registrationId");
        var (hash, size) = (Json.Text(record, "packetHashValue"), Json.Number(record, "packetSize"));
        return rid.Length != 29 ? throw new PlatformException("RPR-RGS-009", "Invalid RID length")
            : !rid.All(char.IsAsciiDigit) || !rid.StartsWith(machine.Replace("_", "", StringComparison.Ordinal), StringComparison.Ordinal) ? throw new PlatformException("RPR-RGS-008", "Invalid RID")
            : !DateTime.TryParseExact(rid[15..], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? throw new PlatformException("RPR-RGS-007", "Invalid RID timestamp")
            : Json.Text(record, "packetId") is { } packetId && !string.Equals(packetId, rid, StringComparison.Ordinal) ? throw new PlatformException("RPR-RGS-037", "Packet id not found")
            : Json.Text(record, "supervisorStatus") is not ("APPROVED" or "REJECTED") ? throw new PlatformException("RPR-RGS-026", "Invalid supervisor status")
            : hash is not { Length: 64 } || !hash.All(char.IsAsciiHexDigitUpper) || size is not > 0 ? throw new PlatformException("RPR-RGS-027", "Invalid packet hash")
            : !Languages.Contains(Json.Text(record, "langCode"), StringComparer.Ordinal) ? throw new PlatformException("RPR-RGS-004", "Invalid language code")
            : new AnnouncedPacket(rid, Json.Text(record, "registrationType") ?? "", hash, size.Value)
            {
                Name = Json.Text(record, "name"), Phone = Json.Text(record, "phone"), Email = Json.Text(record, "email"),
            };
    }

    private async Task UploadAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        var part = form.Files.GetFile("file");
        var file = part is null ? null : await BytesAsync(part, context.RequestAborted);
        await ReplyAsync(context, PacketId, () =>
        {
            state.Receive(Opened(part?.FileName, file));
            return new JsonObject { ["status"] = "Packet has reached Packet Receiver" };
        });
    }

    private ReceivedPacket Opened(string? name, byte[]? file)
    {
        if (name is null || file is null)
        {
            throw new PlatformException("RPR-PKR-006", "The request does not have the file");
        }

        if (!name.EndsWith(".zip", StringComparison.Ordinal))
        {
            throw new PlatformException("RPR-PKR-003", "Invalid Packet Format");
        }

        var announced = state.Packets.FindAnnounced(name.Split('.')[0]) ?? throw new PlatformException("RPR-PKR-001", "Packet Not Available in Sync");
        return file.Length > state.Rules.MaxPacketMegabytes * Megabyte ? throw new PlatformException("RPR-PKR-002", "Invalid Packet Size")
            : state.Packets.Find(announced.Rid) is not null ? throw new PlatformException("RPR-PKR-005", "Duplicate Request Received")
            : !string.Equals(Convert.ToHexString(SHA256.HashData(file)), announced.Hash, StringComparison.Ordinal) ? throw new PlatformException("RPR-PKR-009", "Packet HashSequence did not match")
            : file.Length != announced.Size ? throw new PlatformException("RPR-PKR-013", "Packet Size is Not Matching")
            : new PacketOpening(keys, state.Machines, announced).Open(file);
    }

    private async Task ReplyAsync(HttpContext context, string id, Func<JsonNode> answer)
    {
        JsonNode? response = null;
        JsonArray? errors = null;
        try
        {
            response = answer();
        }
        catch (PlatformException fault)
        {
            errors = [Envelope.KernelError(fault.Code, fault.Text)];
        }

        await Json.WriteAsync(context, new JsonObject
        {
            ["id"] = id,
            ["version"] = "1.0",
            ["responsetime"] = Envelope.Moment(state.Clock.WallNow),
            ["response"] = response,
            ["errors"] = errors,
        });
    }

    // The body is a JSON text, quotes and all.
    private static async Task<string?> BodyAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<string>(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<byte[]> BytesAsync(IFormFile part, CancellationToken cancellationToken)
    {
        await using var stream = part.OpenReadStream();
        var file = new byte[part.Length];
        await stream.ReadExactlyAsync(file, cancellationToken);
        return file;
    }
}
