using System.Text.Json;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Changes a platform's answer after it was made: another type of a field, or an error beside the response.</summary>
internal static class AnswerBending
{
    /// <summary>Puts an error beside a response that stays a success.</summary>
    internal static byte[] AddError(byte[] body, PlatformException error, Dialect dialect) => Bend(body, json =>
        json["errors"] = dialect == Dialect.Authentication ? Envelope.AuthenticationErrors(error) : Envelope.KernelErrors(error));

    /// <summary>Turns a simple value into an object, and an object or a list into a text.</summary>
    internal static byte[] ChangeType(byte[] body, string? field) => Bend(body, json =>
    {
        var found = field is null ? First(json["response"]) ?? First(json) : Named(json, field);
        switch (found)
        {
            case null:
                break;
            case JsonValue value:
                value.ReplaceWith(new JsonObject { ["value"] = value.DeepClone() });
                break;
            default:
                found.ReplaceWith("not what it was");
                break;
        }
    });

    private static byte[] Bend(byte[] body, Action<JsonObject> change)
    {
        JsonNode? json;
        try
        {
            json = JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return body;
        }

        if (json is not JsonObject answer)
        {
            return body;
        }

        change(answer);
        return JsonSerializer.SerializeToUtf8Bytes(answer, Json.Options);
    }

    private static JsonNode? First(JsonNode? node) => Children(node).Select(child => child is JsonValue ? child : First(child)).FirstOrDefault(child => child is not null);

    private static JsonNode? Named(JsonNode? node, string field) =>
        (node as JsonObject)?[field] ?? Children(node).Select(child => Named(child, field)).FirstOrDefault(child => child is not null);

    private static IEnumerable<JsonNode> Children(JsonNode? node) => node switch
    {
        JsonObject json => json.Select(member => member.Value).OfType<JsonNode>(),
        JsonArray array => array.OfType<JsonNode>(),
        _ => [],
    };
}
