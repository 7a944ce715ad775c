using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Grievances;

/// <summary>Takes reports of problems: the ticket, its line in the ledger, the notice and the audit are written in one transaction, the caller's.</summary>
public sealed class GrievanceDesk(ServiceLedger ledger, Notices notices, AuditTrail trail, Vault vault, IOptions<GrievanceOptions> options, TimeProvider clock)
{
    /// <summary>The purpose under which what was written stands sealed.</summary>
    internal const string TextPurpose = "grievance";

    /// <summary>Seals what was written. Before the transaction: to seal may make a new key, which is written by a connection of its own.</summary>
    internal SealedReport Seal(GrievanceReport report) => new(
        report,
        vault.Seal(TextPurpose, report.Message),
        report.About is null ? null : vault.Seal(TextPurpose, report.About),
        report.Contact is null ? null : vault.Seal(TextPurpose, report.Contact));

    /// <summary>Writes a report down, of a form with this id where it comes from one; the caller saves and commits, then raises the notices.</summary>
    internal async Task<GrievanceRow> TakeAsync(PortalDbContext db, ActOwner owner, SealedReport report, Guid? intentId = null)
    {
        var (id, now) = (Guid.NewGuid(), clock.GetUtcNow());
        var eventId = ledger.Note(db, owner, ActKind.ReportProblem, new ReportProblemOrder(id, report.Report.Subject, report.Report.AboutEventId).ToWish(), intentId);
        var row = new GrievanceRow
        {
            Id = id,
            EventId = eventId.Value,
            PersonKey = owner.PersonKey,
            SealedUin = owner.SealedUin,
            Language = owner.Language,
            Subject = report.Report.Subject,
            AboutEventId = report.Report.AboutEventId,
            SealedMessage = report.Message,
            SealedAbout = report.About,
            SealedContact = report.Contact,
            State = GrievanceState.Reported,
            CreatedAt = now,
            NextTryAt = options.Value.DeskEmail is null ? null : now,
        };
        db.Grievances.Add(row);
        notices.Add(db, new Notice(NoticeKind.ProblemReported, owner.SealedUin, owner.Language, $"grievance {id:N}", eventId.Value));
        await trail.AppendAsync(db, AuditEvent.ProblemReported, AuditResult.Success, owner.PersonKey, eventId.Value);
        return row;
    }
}

/// <summary>What a resident reports.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Message">In the resident's words.</param>
public sealed record GrievanceReport(GrievanceSubject Subject, string Message)
{
    /// <summary>The event id of the service request it is about.</summary>
    public string? AboutEventId { get; init; }

    /// <summary>The use of the identity it is about, as JSON.</summary>
    public string? About { get; init; }

    /// <summary>How else to reach the resident.</summary>
    public string? Contact { get; init; }

    /// <summary>Without what was written.</summary>
    public override string ToString() => Subject.ToString();
}

/// <summary>A report, its texts sealed.</summary>
internal sealed record SealedReport(GrievanceReport Report, string Message, string? About, string? Contact);
