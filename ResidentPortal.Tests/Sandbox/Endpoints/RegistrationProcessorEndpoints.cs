using System.Globalization;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The registration processor's external status of RIDs and the transactions of one RID.</summary>
internal sealed class RegistrationProcessorEndpoints(PlatformState state)
{
    private const string StatusId = "mosip.registration.external.status";
    private const string LostId = "mosip.registration.lostrid";

    private static readonly PlatformOperation Status = new("regproc.status", Dialect.Registration);
    private static readonly PlatformOperation LostSearch = new("regproc.lostsearch", Dialect.Registration);
    private static readonly PlatformOperation Stages = new("regproc.stages", Dialect.Registration);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10_800);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("POST", "/registrationprocessor/v1/registrationstatus/externalstatus/search", Status, StatusAsync);
        routes.Map("POST", "/registrationprocessor/v1/registrationstatus/lostridsearch", LostSearch, LostSearchAsync);
        routes.Map("GET", "/registrationprocessor/v1/registrationtransaction/search/{rid}", Stages, StagesAsync);
    }

    private async Task StatusAsync(HttpContext context)
    {
        var json = await Json.ReadAsync(context);
        var found = new JsonArray();
        var errors = new JsonArray();
        if (Refusal(json, StatusId, json?["request"] is JsonArray { Count: > 0 }, state.Clock.WallNow) is { } refusal)
        {
            // The outer error comes with the one that says what it is.
            errors.Add(Envelope.KernelError("RPR-RGS-015", "Request Validation Failed"));
            errors.Add(Envelope.KernelError(refusal.Code, refusal.Text));
            await WriteAsync(context, StatusId, response: null, errors);
            return;
        }

        foreach (var rid in ((JsonArray)json!["request"]!).Select(item => Json.Text(item as JsonObject, "registrationId") ?? ""))
        {
            if (state.Status(rid) is { } status)
            {
                found.Add(new JsonObject { ["registrationId"] = rid, ["statusCode"] = status, ["additionalInfoReqId"] = null });
                continue;
            }

            var error = Envelope.KernelError("RPR-RGS-031", "RID Not Found");
            error["registrationId"] = rid;
            errors.Add(error);
        }

        await WriteAsync(context, StatusId, found, errors);
    }

    private async Task LostSearchAsync(HttpContext context)
    {
        if (!state.Rules.ResidentMaySearch)
        {
            await TokenGate.RefuseAsync(context, state.Clock, "KER-ATH-403", "Forbidden", StatusCodes.Status403Forbidden);
            return;
        }

        var json = await Json.ReadAsync(context);
        try
        {
            var request = json?["request"] as JsonObject;
            if (Refusal(json, LostId, request?["filters"] is JsonArray, state.Clock.WallNow) is { } refusal)
            {
                throw refusal;
            }

            if (request!["sort"] is not JsonArray { Count: 1 })
            {
                throw new PlatformException("RPR-RGS-032", "Invalid sort");
            }

            var values = ((JsonArray)request["filters"]!).OfType<JsonObject>().ToDictionary(filter => Json.Text(filter, "columnName") ?? "", filter => Json.Text(filter, "value"), StringComparer.Ordinal);
            var found = state.SearchLost(values.GetValueOrDefault("name"), values.GetValueOrDefault("phone"), values.GetValueOrDefault("email"));
            await WriteAsync(context, LostId, new JsonArray([.. found.Select(Row)]), []);
        }
        catch (PlatformException fault)
        {
            // Nothing found is an empty list and an error beside it.
            await WriteAsync(context, LostId, fault.Code is "RPR-RGS-031" ? new JsonArray() : null, [Envelope.KernelError(fault.Code, fault.Text)]);
        }
    }

    private static JsonObject Row(Registration registration) => new()
    {
        ["registrationId"] = registration.Rid,
        ["registartionDate"] = registration.SubmittedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), // Spelt so on the platform.
        ["syncDateTime"] = Envelope.ZonelessMoment(registration.SubmittedAt),
        ["additionalInfo"] = new JsonObject { ["name"] = registration.Announcement!.Name },
    };

    /// <summary>What is wrong with the envelope of a request to the registration processor; null where nothing is.</summary>
    internal static PlatformException? Refusal(JsonObject? json, string wantedId, bool hasRequest, DateTimeOffset now)
    {
        if (json is null)
        {
            return new PlatformException("RPR-RGS-018", "Unknown error occured");
        }

        var time = Json.Text(json, "requesttime");
        return (Json.Text(json, "id"), Json.Text(json, "version"), time) switch
        {
            (null, _, _) => new PlatformException("RPR-RGS-021", "Missing Input Parameter - id"),
            ({ } id, _, _) when !string.Equals(id, wantedId, StringComparison.Ordinal) => new PlatformException("RPR-RGS-024", "Invalid Input Parameter - id"),
            (_, null, _) => new PlatformException("RPR-RGS-019", "Missing Input Parameter - version"),
            (_, { } version, _) when !string.Equals(version, "1.0", StringComparison.Ordinal) => new PlatformException("RPR-RGS-022", "Invalid Input Parameter - version"),
            (_, _, null) => new PlatformException("RPR-RGS-020", "Missing Input Parameter - requesttime"),
            _ when !IsCurrent(time, now) => new PlatformException("RPR-RGS-023", "Invalid Input Parameter - requesttime"),
            _ when !hasRequest => new PlatformException("RPR-RGS-013", "Missing Input Parameter - request"),
            _ => null,
        };
    }

    private static bool IsCurrent(string? time, DateTimeOffset now) =>
        DateTimeOffset.TryParseExact(time, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
        && (moment - now).Duration() <= Grace;

    private Task StagesAsync(HttpContext context)
    {
        const string Id = "mosip.registration.transaction";
        return state.Stages((string)context.Request.RouteValues["rid"]!) is { } stages
            ? WriteAsync(context, Id, new JsonArray([.. stages.Select(Row)]), errors: null)
            : WriteAsync(context, Id, response: null, [Envelope.KernelError("RPR-RTS-001", "RID Not Found")]);
    }

    private JsonObject Row(StageTransaction stage) => new()
    {
        ["id"] = stage.Id.ToString(),
        ["registrationId"] = stage.Rid,
        ["transactionTypeCode"] = stage.TypeCode,
        ["parentTransactionId"] = null,
        ["statusCode"] = stage.StatusCode,
        ["subStatusCode"] = $"RPR-{stage.TypeCode}-{stage.StatusCode}-001",
        ["statusComment"] = $"{stage.TypeCode} {stage.StatusCode}",
        ["createdDateTimes"] = Envelope.Moment(state.Clock.Seen(stage.At)),
    };

    private Task WriteAsync(HttpContext context, string id, JsonNode? response, JsonArray? errors) => Json.WriteAsync(context, new JsonObject
    {
        ["id"] = id,
        ["version"] = "1.0",
        ["responsetime"] = Envelope.Moment(state.Clock.WallNow),
        ["response"] = response,
        ["errors"] = errors,
    });
}
