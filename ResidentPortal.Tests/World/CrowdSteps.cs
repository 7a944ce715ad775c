using System.Net;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using Shouldly;

namespace ResidentPortal.Tests.World;

/// <summary>One press, twenty times at the same moment, as from twenty windows of one browser.</summary>
internal static class CrowdSteps
{
    private const int Crowd = 20;

    /// <summary>Presses twenty times at once. Every answer is a page, a file or a way on, never a breakdown.</summary>
    public static async Task<IReadOnlyList<Answer>> TwentyAsync(this PortalClient client, Func<PortalClient, Task<Answer>> press)
    {
        var windows = Enumerable.Range(0, Crowd).Select(_ => client.Reopened()).ToList();
        try
        {
            var answers = await Task.WhenAll(windows.Select(press));
            answers.ShouldAllBe(answer => answer.Status < HttpStatusCode.InternalServerError);
            answers.ShouldAllBe(answer => answer.Location != null || answer.Body.Length > 0);
            return answers;
        }
        finally
        {
            windows.ForEach(window => window.Dispose());
        }
    }

    /// <summary>Presses a button of a page of the desk twenty times at once, each signed by the device.</summary>
    public static Task<IReadOnlyList<Answer>> TwentyAsync(this KioskHost kiosk, Answer page, string form, params (string Name, string Value)[] fields) =>
        kiosk.Operator.TwentyAsync(window => window.PostFormAsync(page, form, [.. kiosk.Signed(page), .. fields]));

    /// <summary>How many of the answers say this.</summary>
    public static int Saying(this IEnumerable<Answer> answers, string words) => answers.Count(answer => answer.Text.Contains(words, StringComparison.Ordinal));

    /// <summary>The chain of the newest visit: event, result, note.</summary>
    public static Task<List<string>> ChainAsync(this KioskHost kiosk) => kiosk.Portal.InDatabaseAsync(async db =>
    {
        var visit = await db.Visits.OrderByDescending(row => row.StartedAt).Select(row => row.Id).FirstAsync();
        var chain = AuditTrail.Visit(visit);
        var rows = await db.AuditRows.AsNoTracking().Where(row => row.Chain == chain).OrderBy(row => row.Sequence).ToListAsync();
        return rows.ConvertAll(row => row.Result is AuditResult.Success ? $"{row.Event} {row.Note}".TrimEnd() : $"{row.Event} {row.Result} {row.Note}".TrimEnd());
    });

    /// <summary>The rows of the portal's own chain with this event: result and note.</summary>
    public static Task<List<string>> NotesAsync(this PortalHost portal, AuditEvent auditEvent) => portal.InDatabaseAsync(async db =>
    {
        var rows = await db.AuditRows.AsNoTracking().Where(row => row.Chain == AuditTrail.Portal && row.Event == auditEvent).OrderBy(row => row.Sequence).ToListAsync();
        return rows.ConvertAll(row => row.Result is AuditResult.Success ? $"{row.Note}" : $"{row.Result} {row.Note}");
    });
}
