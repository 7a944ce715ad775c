using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ResidentPortal.Sandbox;

/// <summary>The ID repository's VID service: create, read, list, and change of status.</summary>
internal sealed partial class VidEndpoints(PlatformState state)
{
    private static readonly PlatformOperation Create = new("idrepository.vid.create", Dialect.Kernel);
    private static readonly PlatformOperation Read = new("idrepository.vid.read", Dialect.Kernel);
    private static readonly PlatformOperation List = new("idrepository.vid.list", Dialect.Kernel);
    private static readonly PlatformOperation Update = new("idrepository.vid.update", Dialect.Kernel);
    private static readonly TimeSpan Deviation = TimeSpan.FromSeconds(62);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("POST", "/idrepository/v1/vid", Create, CreateAsync);
        routes.Map("GET", "/idrepository/v1/vid/{vid}", Read, ReadAsync);
        routes.Map("GET", "/idrepository/v1/vid/uin/{uin}", List, ListAsync);
        routes.Map("PATCH", "/idrepository/v1/vid/{vid}", Update, UpdateAsync);
    }

    private async Task CreateAsync(HttpContext context)
    {
        var json = await Json.ReadAsync(context);
        await Reply("mosip.vid.create").WriteAsync(context, () =>
        {
            var request = CheckEnvelope(json, "mosip.vid.create");
            var uin = Text(request["UIN"]) ?? throw PlatformException.Missing("UIN");
            var type = Json.Text(request, "vidType") ?? throw PlatformException.Missing("vidType");
            var vid = state.CreateVid(uin, type);
            return Answer(vid.Status, vid: vid.Vid);
        });
    }

    private Task ReadAsync(HttpContext context) => Reply("mosip.vid.read").WriteAsync(
        context,
        () => Answer("ACTIVE", uin: state.UinOfVid((string)context.Request.RouteValues["vid"]!)));

    private Task ListAsync(HttpContext context) => new KernelReply(state.Clock).WriteAsync(
        context,
        () => new JsonArray([.. state.ListVids((string)context.Request.RouteValues["uin"]!).Select(Item)]));

    private async Task UpdateAsync(HttpContext context)
    {
        var json = await Json.ReadAsync(context);
        await Reply("mosip.vid.update").WriteAsync(context, () =>
        {
            var request = CheckEnvelope(json, "mosip.vid.update");
            var status = Json.Text(request, "vidStatus") ?? throw PlatformException.Missing("vidStatus");
            var change = state.ChangeVid((string)context.Request.RouteValues["vid"]!, status);
            var answer = Answer(change.Status);
            answer["restoredVid"] = change.Restored is { } restored ? Answer(restored.Status, vid: restored.Vid) : null;
            return answer;
        });
    }

    private KernelReply Reply(string id) => new(state.Clock, id, "v1");

    private static JsonObject Answer(string status, string? uin = null, string? vid = null) =>
        new() { ["vidStatus"] = status, ["restoredVid"] = null, ["UIN"] = uin, ["VID"] = vid };

    private JsonObject Item(VidRecord vid)
    {
        var item = new JsonObject
        {
            ["vid"] = vid.Vid,
            ["vidType"] = vid.Policy.VidType.ToUpperInvariant(),
            ["expiryTimestamp"] = Envelope.ZonelessMoment(state.Clock.Seen(vid.ExpiresAt)),
        };

        // Misspelt on the wire, and not there before 1.2.1.
        if (state.Rules.Profile == SandboxProfile.V1_3)
        {
            item["genratedOnTimestamp"] = Envelope.ZonelessMoment(state.Clock.Seen(vid.CreatedAt));
        }

        item["transactionLimit"] = vid.Policy.TransactionsAllowed;
        item["hashAttributes"] = new JsonObject { ["MODULO"] = "123", ["SALT"] = "c2FuZGJveA", ["id_hash"] = "A1B2" };
        return item;
    }

    private JsonObject CheckEnvelope(JsonObject? json, string id)
    {
        if (json is null)
        {
            throw new PlatformException("IDR-IDC-004", "Unknown error occurred");
        }

        if (!string.Equals(Required(json, "id"), id, StringComparison.Ordinal))
        {
            throw PlatformException.Invalid("id");
        }

        if (!VersionPattern().IsMatch(Required(json, "version")))
        {
            throw PlatformException.Invalid("version");
        }

        CheckTime(Required(json, "requesttime"));
        return json["request"] as JsonObject ?? throw PlatformException.Missing("request");
    }

    // A local date-time in UTC: a Z may follow, an offset may not.
    private void CheckTime(string text)
    {
        var isReadable = TimePattern().IsMatch(text);
        if (!isReadable
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            || (moment - state.Clock.WallNow).Duration() > Deviation)
        {
            throw PlatformException.Invalid("requesttime");
        }
    }

    private static string Required(JsonObject json, string name) =>
        Json.Text(json, name) is { Length: > 0 } text ? text : throw PlatformException.Missing(name);

    // A UIN may come as a number.
    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;

    [GeneratedRegex(@"\Av\d+(?:\.\d+)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TimePattern();
}
