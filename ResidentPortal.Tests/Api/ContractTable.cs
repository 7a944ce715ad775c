using System.Text.Json.Nodes;
using Shouldly;

namespace ResidentPortal.Tests.Api;

/// <summary>
/// The check table of an operation: what is wrong with a request, in the order in which it is looked at, and what is answered. Each row alone gets its own answer; of two
/// faults at once the answer is the earlier one's.
/// </summary>
internal sealed class ContractTable(HttpMethod method, string path, Func<JsonObject> valid)
{
    private readonly List<Line> _rows = [];

    /// <summary>A row with the ordinary error <c>RES-SER-410</c> and a name.</summary>
    public ContractTable Invalid(string name, string field, Action<JsonObject> spoil) => Row(field, spoil, "RES-SER-410", $"Invalid Input Parameter- {name}");

    /// <summary>A row: two rows of one field are never spoilt together.</summary>
    public ContractTable Row(string field, Action<JsonObject> spoil, string code, string message, int status = 200)
    {
        _rows.Add(new Line(field, spoil, code, message, status));
        return this;
    }

    /// <summary>The head of most operations: request (where it comes first), id, time, version.</summary>
    public ContractTable Head(bool requestFirst = true)
    {
        if (requestFirst)
        {
            Row("request", body => body.Remove("request"), "RES-SER-418", "request: request should not be null");
        }

        return Invalid("id", "id", body => body.Remove("id"))
            .Invalid("id", "id", body => body["id"] = "mosip.resident.other")
            .Invalid("requesttime", "requesttime", body => body.Remove("requesttime"))
            .Invalid("requesttime", "requesttime", body => body["requesttime"] = "2024-02-29T06:39:04Z")
            .Invalid("requesttime", "requesttime", body => body["requesttime"] = "2024-02-29T06:39:04.683+05:30")
            .Invalid("version", "version", body => body["version"] = "v9");
    }

    /// <summary>A row about a field of <c>request</c>: missing, and with each of these values.</summary>
    public ContractTable Field(string field, string name, bool mayBeMissing, params JsonNode?[] values)
    {
        if (!mayBeMissing)
        {
            Invalid(name, field, body => body["request"]?.AsObject().Remove(field));
        }

        foreach (var value in values)
        {
            Invalid(name, field, body => Set(body, field, value));
        }

        return this;
    }

    /// <summary>Puts a value into <c>request</c>, where there is one.</summary>
    public static void Set(JsonObject body, string field, JsonNode? value)
    {
        if (body["request"] is JsonObject request)
        {
            request[field] = value?.DeepClone();
        }
    }

    /// <summary>Walks all rows, and all pairs of rows, and tells every one that was answered otherwise.</summary>
    public async Task WalkAsync(ApiClient client)
    {
        List<string> faults = [];
        for (var first = 0; first < _rows.Count; first++)
        {
            await TryAsync(_rows[first], other: null);
            for (var second = first + 1; second < _rows.Count; second++)
            {
                if (!string.Equals(_rows[first].Field, _rows[second].Field, StringComparison.Ordinal))
                {
                    await TryAsync(_rows[first], _rows[second]);
                }
            }
        }

        faults.ShouldBeEmpty();

        async Task TryAsync(Line row, Line? other)
        {
            var body = valid();
            other?.Spoil(body);
            row.Spoil(body);
            var reply = await client.SendAsync(method, path, new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"));
            if (reply.Error != (row.Code, row.Message) || reply.Status != row.Status)
            {
                faults.Add($"{row.Field}{(other is null ? string.Empty : $" before {other.Field}")}: wanted {row.Status} {row.Code} '{row.Message}', was {reply.Status} {reply.Text} to {body.ToJsonString()}");
            }
        }
    }

    private sealed record Line(string Field, Action<JsonObject> Spoil, string Code, string Message, int Status);
}
