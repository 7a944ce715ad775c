using ResidentPortal.Core.ClientReports;
using ResidentPortal.Sessions;

namespace ResidentPortal.Api.ClientReports;

/// <summary>
/// <c>POST /proxy/audit/log</c> and, for residents, <c>POST /auth-proxy/audit/log</c>: a client reports what happened in it. Only codes are kept, and what comes too often is dropped; the
/// answer does not tell.
/// </summary>
internal static class TakeReport
{
    private const int Short = 64;
    private const int Middle = 128;
    private const int Long = 256;
    private const int Longest = 2048;

    private static readonly Operation Open = new("POST", "/proxy/audit/log", "mosip.resident.audit.log", Operation.Newer)
    {
        Summary = "Takes a client's report of what happened in it; only its codes are kept.",
        Asks = """{ "auditEventId": "RP-001", "auditEventName": "Home", "auditEventType": "Success", "moduleId": "RS-HOME" }""",
        Refuses = [ApiErrors.Invalid("auditEventId")],
    };

    private static readonly Operation Own = Open with { Pattern = "/auth-proxy/audit/log", Access = Access.Resident };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapFlatOperation<ReportRequest, object>(Open, RunAsync);
        api.MapFlatOperation<ReportRequest, object>(Own, RunAsync);
    }

    private static async Task<ApiAnswer> RunAsync(ApiCall<ReportRequest> call)
    {
        var report = call.Body;
        if (Judge(report) is { } fault)
        {
            return fault;
        }

        await call.Get<NoteClientReport>().ExecuteAsync(new ClientReport(report.EventId, report.EventType, report.ModuleId), Visitors.NetworkOf(call.Http), call.Gone);
        return ApiAnswer.Nothing;
    }

    private static ApiError? Judge(ReportRequest report) =>
        Check.That(report.EventId is { Length: > 0 } && IsPlain(report.EventId, Short), "auditEventId")
        ?? Check.That(IsPlain(report.EventName, Middle), "auditEventName")
        ?? Check.That(IsPlain(report.EventType, Short), "auditEventType")
        ?? Check.That(IsPlain(report.ActionTimeStamp, Short), "actionTimeStamp")
        ?? Check.That(IsPlain(report.ApplicationId, Short), "applicationId")
        ?? Check.That(IsPlain(report.ApplicationName, Middle), "applicationName")
        ?? Check.That(IsPlain(report.SessionUserId, Long), "sessionUserId")
        ?? Check.That(IsPlain(report.SessionUserName, Middle), "sessionUserName")
        ?? Check.That(IsPlain(report.CreatedBy, Long), "createdBy")
        ?? Check.That(IsPlain(report.ModuleName, Middle), "moduleName")
        ?? Check.That(IsPlain(report.ModuleId, Short), "moduleId")
        ?? Check.That(IsPlain(report.Description, Longest), "description")
        ?? Check.That(IsPlain(report.Id, Short), "id");

    private static bool IsPlain(string? text, int longest) => text is null || (text.Length <= longest && !text.Any(char.IsControl));
}

/// <summary>A client's report. Nothing but the event, its type and the module is kept of it.</summary>
internal sealed record ReportRequest
{
    /// <summary>The event of the client's catalogue, such as <c>RP-001</c>; at most 64 characters.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("auditEventId")]
    public string? EventId { get; init; }

    /// <summary>Its name; not kept.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("auditEventName")]
    public string? EventName { get; init; }

    /// <summary><c>Success</c>, or anything else.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("auditEventType")]
    public string? EventType { get; init; }

    /// <summary>When it happened, by the client's clock; not kept.</summary>
    public string? ActionTimeStamp { get; init; }

    /// <summary>The client; not kept.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>The client's name; not kept.</summary>
    public string? ApplicationName { get; init; }

    /// <summary>Who used it; not kept.</summary>
    public string? SessionUserId { get; init; }

    /// <summary>The name of who used it; not kept.</summary>
    public string? SessionUserName { get; init; }

    /// <summary>Who reports; not kept.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>The name of the part of the client; not kept.</summary>
    public string? ModuleName { get; init; }

    /// <summary>The part of the client, such as <c>RS-HOME</c>.</summary>
    public string? ModuleId { get; init; }

    /// <summary>What happened; not kept.</summary>
    public string? Description { get; init; }

    /// <summary>Whom it was about; not kept.</summary>
    public string? Id { get; init; }
}
