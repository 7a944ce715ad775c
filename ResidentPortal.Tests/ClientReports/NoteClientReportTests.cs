using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.ClientReports;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.ClientReports;

/// <summary>What clients report of themselves: a line of the trail that holds nothing but codes, and not too many of them.</summary>
public sealed class NoteClientReportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_a_line_of_its_own_kind_and_the_trail_stays_whole()
    {
        await using var world = new CoreWorld();
        (await NoteAsync(world, new ClientReport("RES-SER-205", "Success", "RS-AUTH_LOCK"))).ShouldBeTrue();
        (await NoteAsync(world, new ClientReport("RP-001", "Failure", ModuleId: null))).ShouldBeTrue();
        var rows = await RowsAsync(world);
        rows.Select(row => (row.Result, row.Note)).ShouldBe([(AuditResult.Success, "RES-SER-205 RS-AUTH_LOCK"), (AuditResult.Failure, "RP-001 other")]);
        rows.ShouldAllBe(row => row.PersonKey == null && row.EventId == null);
        (await world.Get<VerifyAuditTrail>().ExecuteAsync(Cancellation)).Value.Fault.ShouldBe(AuditFault.None);
    }

    [Theory]
    [InlineData("2374518906")]
    [InlineData("RP-2374518906")]
    [InlineData("RP-237451")]
    [InlineData("RP-23-74-51")]
    [InlineData("Meera Kaldan")]
    [InlineData("MEERA")]
    [InlineData("9876500001")]
    [InlineData("a@example.org")]
    [InlineData("<script>")]
    [InlineData("RP-1\nSUCCESS forged line")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ-1")]
    [InlineData("A-B-C-D-E-1")]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData(null)]
    public async Task S_09_Whatever_is_no_code_of_a_catalogue_is_not_kept(string? text)
    {
        await using var world = new CoreWorld();
        await NoteAsync(world, new ClientReport(text, text, "Home of " + text));
        (await RowsAsync(world)).ShouldHaveSingleItem().Note.ShouldBe("other other");
    }

    [Fact]
    public async Task Of_a_flood_no_more_is_written_than_a_network_may_and_no_more_than_all_may()
    {
        await using var world = new CoreWorld(("ClientReports:NetworkPerTenMinutes", "3"), ("ClientReports:NationalPerMinute", "5"));
        var written = 0;
        for (var i = 0; i < 10; i++)
        {
            written += await NoteAsync(world, new ClientReport("RP-001", "Success", "RP"), "C0A801") ? 1 : 0;
        }

        written.ShouldBe(3);
        for (var i = 0; i < 10; i++)
        {
            written += await NoteAsync(world, new ClientReport("RP-001", "Success", "RP"), $"0A00{i:D2}") ? 1 : 0;
        }

        written.ShouldBe(5);
        (await RowsAsync(world)).Count.ShouldBe(5);
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        (await NoteAsync(world, new ClientReport("RP-001", "Success", "RP"), "C0A801")).ShouldBeTrue();
    }

    private static async Task<bool> NoteAsync(CoreWorld world, ClientReport report, string network = "C0A801") =>
        (await world.Get<NoteClientReport>().ExecuteAsync(report, network, Cancellation)).Value;

    private static async Task<List<AuditRow>> RowsAsync(CoreWorld world)
    {
        await using var db = world.OpenDatabase();
        return await db.AuditRows.AsNoTracking().Where(row => row.Event == AuditEvent.ClientReported).OrderBy(row => row.Sequence).ToListAsync(Cancellation);
    }
}
