using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;

namespace ResidentPortal.Tests.Api;

/// <summary>What a program sends to have data changed, in one line each.</summary>
internal static class UpdateCalls
{
    public const string Transaction = "4821093746";

    /// <summary>The identity with a new postal code and the paper for it.</summary>
    public static JsonObject Identity(string? uin) => new()
    {
        ["IDSchemaVersion"] = 0.1,
        ["UIN"] = uin,
        ["postalCode"] = "20100",
        ["proofOfAddress"] = new JsonObject { ["format"] = "pdf", ["type"] = "RNC", ["value"] = "contract" },
    };

    /// <summary>The identity in base64.</summary>
    public static string Encoded(JsonNode? identity) => Convert.ToBase64String(Encoding.UTF8.GetBytes(new JsonObject { ["identity"] = identity?.DeepClone() }.ToJsonString()));

    /// <summary>A call of <c>/req/update-uin</c>.</summary>
    public static JsonObject Body(string individualId, string transaction, string otp, JsonObject identity) => ApiClient.Envelope("mosip.resident.updateuin", "v1", new JsonObject
    {
        ["transactionID"] = transaction,
        ["individualId"] = individualId,
        ["individualIdType"] = individualId.Length == 10 ? "UIN" : "VID",
        ["otp"] = otp,
        ["identityJson"] = Encoded(identity),
        ["documents"] = new JsonArray(new JsonObject { ["name"] = "contract", ["value"] = Convert.ToBase64String(UpdateSteps.Paper) }),
    });

    /// <summary>A call of <c>/update-uin</c>.</summary>
    public static JsonObject OwnBody(JsonObject identity, string transaction = Transaction) =>
        ApiClient.Envelope("mosip.resident.updateuin", "1.0", new JsonObject { ["transactionID"] = transaction, ["consent"] = "ACCEPTED", ["identity"] = identity });

    /// <summary>The parts of an upload.</summary>
    public static MultipartFormDataContent Upload(byte[]? file = null, string name = "contract.pdf", params (string Name, string Value)[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (part, usual) in new[] { ("docCatCode", "POA"), ("docTypCode", "RNC"), ("langCode", "eng"), ("referenceId", "12345") })
        {
            form.Add(new StringContent(parts.Where(one => string.Equals(one.Name, part, StringComparison.Ordinal)).Select(one => one.Value).FirstOrDefault(usual)), part);
        }

        var content = new ByteArrayContent(file ?? UpdateSteps.Paper);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", name);
        return form;
    }

    public static Task<ApiReply> UploadAsync(this ApiClient client, string transaction = Transaction, byte[]? file = null, string name = "contract.pdf", params (string Name, string Value)[] parts) =>
        client.SendAsync(HttpMethod.Post, $"/documents/{transaction}", Upload(file, name, parts));

    /// <summary>The packets of a resident that the platform has received.</summary>
    public static IReadOnlyList<ReceivedPacket> PacketsOf(this ApiClient client, Resident resident) =>
        [.. client.Portal.Sandbox.State.Packets.All.Where(packet => string.Equals(packet.Uin, resident.Uin, StringComparison.Ordinal))];
}
