using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The audit records the audit manager accepted, checked field by field as it does.</summary>
public sealed class AuditLog
{
    private static readonly (string Field, int Size, bool Required)[] Fields =
    [
        ("eventId", 64, true), ("eventName", 128, true), ("eventType", 64, true), ("hostName", 128, true),
        ("hostIp", 256, true), ("applicationId", 64, true), ("applicationName", 128, true),
        ("sessionUserId", 256, true), ("sessionUserName", 128, false), ("id", 64, false), ("idType", 64, false),
        ("createdBy", 256, true), ("moduleName", 128, false), ("moduleId", 64, false), ("description", 2048, false),
    ];

    private readonly Kept<ImmutableList<JsonObject>> _records = new([]);

    /// <summary>The accepted records, oldest first.</summary>
    public IReadOnlyList<JsonObject> Records => _records.Content;

    internal void Add(JsonObject record)
    {
        foreach (var (field, size, required) in Fields)
        {
            CheckText(record, field, size, required);
        }

        var moment = Json.Text(record, "actionTimeStamp") ?? throw Required("actionTimeStamp");
        if (!DateTime.TryParseExact(moment, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            throw new PlatformException("KER-AUD-002", "Invalid Audit Request. actionTimeStamp has a wrong format");
        }

        var kept = (JsonObject)record.DeepClone();
        _records.Replace(records => records.Add(kept));
    }

    internal void Clear() => _records.Replace(_ => []);

    internal Action Remember() => _records.Remember();

    private static void CheckText(JsonObject record, string field, int size, bool required)
    {
        var text = Json.Text(record, field);
        if (text is null)
        {
            if (required)
            {
                throw Required(field);
            }

            return;
        }

        // An empty session user name is refused although null is fine.
        var tooShort = text.Length == 0 && (required || string.Equals(field, "sessionUserName", StringComparison.Ordinal));
        if (tooShort || text.Length > size)
        {
            throw new PlatformException("KER-AUD-001", $"Invalid Audit Request. {field} must have 1 to {size} characters");
        }
    }

    private static PlatformException Required(string field) =>
        new("KER-AUD-001", $"Invalid Audit Request. Required parameters must be present: {field}");
}
