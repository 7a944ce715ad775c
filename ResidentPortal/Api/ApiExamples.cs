using System.Text.Json.Nodes;

namespace ResidentPortal.Api;

/// <summary>Examples of whole bodies, made from what an operation says of its own part.</summary>
internal static class ApiExamples
{
    private static readonly string[] Transactions = ["transactionID", "transactionId"];

    private const string Moment = "2024-02-29T06:39:04.683Z";

    /// <summary>A request. One that has an id of its own is a body without the envelope.</summary>
    public static JsonNode Request(Operation operation) => IsFlat(operation, out var request) ? request : new JsonObject
    {
        ["id"] = operation.Id, ["version"] = operation.Version, ["requesttime"] = Moment, ["request"] = request,
    };

    /// <summary>A success.</summary>
    public static JsonNode Success(Operation operation) => Envelope(operation, JsonNode.Parse(operation.Gives), operation.EmptyErrors ? new JsonArray() : null, IsFlat(operation, out var request) ? request : null);

    /// <summary>A failure: what ID authentication says in its own dialect, everything else in the ordinary envelope.</summary>
    public static JsonNode Failure(Operation operation, ApiError error) => error.Code.StartsWith("IDA-", StringComparison.Ordinal) && IsFlat(operation, out var request)
        ? Envelope(operation, response: null, new JsonArray(new JsonObject { ["errorCode"] = error.Code, ["errorMessage"] = error.Message }), request)
        : Envelope(operation, response: null, new JsonArray(new JsonObject { ["errorCode"] = error.Code, ["message"] = error.Message }), flat: null);

    private static JsonObject Envelope(Operation operation, JsonNode? response, JsonNode? errors, JsonNode? flat)
    {
        var envelope = new JsonObject { ["id"] = operation.Id, ["version"] = operation.Version };
        if (flat is not null)
        {
            foreach (var name in Transactions.Where(name => flat[name] is not null))
            {
                envelope[name] = flat[name]!.DeepClone();
            }
        }

        envelope[flat is null ? "responsetime" : "responseTime"] = Moment;
        envelope["metadata"] = null;
        envelope["response"] = response;
        envelope["errors"] = errors;
        return envelope;
    }

    private static bool IsFlat(Operation operation, out JsonNode request)
    {
        request = operation.Asks.Length > 0 ? JsonNode.Parse(operation.Asks)! : new JsonObject();
        return operation.IsFlat;
    }

    /// <summary>The name of an error's example: its code and the end of its message, in letters and digits.</summary>
    public static string NameOf(ApiError error) => string.Concat($"{error.Code} {error.Message[(error.Message.IndexOf("- ", StringComparison.Ordinal) + 1)..]}".Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-')).Trim().Replace(' ', '-');
}
