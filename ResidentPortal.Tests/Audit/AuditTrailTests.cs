using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Audit;

public sealed class AuditTrailTests
{
    [Fact]
    public async Task S_52_An_untouched_trail_is_found_whole()
    {
        await using var world = new CoreWorld();
        await WriteAsync(world, 5);
        (await world.Get<VerifyAuditTrail>().ExecuteAsync(TestContext.Current.CancellationToken)).Value.ShouldBe(new AuditVerdict(5, AuditFault.None, 5));
    }

    [Fact]
    public async Task An_empty_trail_is_whole()
    {
        await using var world = new CoreWorld();
        (await world.Get<VerifyAuditTrail>().ExecuteAsync(TestContext.Current.CancellationToken)).Value.Fault.ShouldBe(AuditFault.None);
    }

    [Theory]
    [InlineData("UPDATE AuditRows SET Note = 'nothing happened' WHERE Sequence = 3", AuditFault.Edited, 3)]
    [InlineData("UPDATE AuditRows SET Note = NULL WHERE Sequence = 3", AuditFault.Edited, 3)]
    [InlineData("UPDATE AuditRows SET Result = 'Failure' WHERE Sequence = 1", AuditFault.Edited, 1)]
    [InlineData("UPDATE AuditRows SET At = At + 1 WHERE Sequence = 5", AuditFault.Edited, 5)]
    [InlineData("DELETE FROM AuditRows WHERE Sequence = 2", AuditFault.Removed, 2)]
    [InlineData("DELETE FROM AuditRows WHERE Sequence = 1", AuditFault.Removed, 1)]
    [InlineData("DELETE FROM AuditRows WHERE Sequence >= 4", AuditFault.TailRemoved, 4)]
    [InlineData("DELETE FROM AuditRows", AuditFault.TailRemoved, 1)]
    [InlineData("DELETE FROM AuditRows WHERE Sequence = 5; UPDATE AuditHeads SET Sequence = 4, Hash = (SELECT Hash FROM AuditRows WHERE Sequence = 4)", AuditFault.HeadEdited, 5)]
    [InlineData("UPDATE AuditRows SET Sequence = 99 WHERE Sequence = 2; UPDATE AuditRows SET Sequence = 2 WHERE Sequence = 3; UPDATE AuditRows SET Sequence = 3 WHERE Sequence = 99", AuditFault.Edited, 2)]
    [InlineData("DELETE FROM AuditHeads", AuditFault.HeadEdited, 5)]
    public async Task S_52_Whatever_is_done_to_the_trail_behind_the_portals_back_is_found(string intrusion, AuditFault fault, long place)
    {
        await using var world = new CoreWorld();
        await WriteAsync(world, 5);
        await IntrudeAsync(world, $"DROP TRIGGER AuditRowsAreNotChanged; DROP TRIGGER AuditRowsAreNotRemoved; {intrusion}");
        var verdict = (await world.Get<VerifyAuditTrail>().ExecuteAsync(TestContext.Current.CancellationToken)).Value;
        verdict.Fault.ShouldBe(fault);
        verdict.Sequence.ShouldBe(place);
    }

    [Fact]
    public async Task Each_row_names_the_hash_of_the_one_before_it()
    {
        await using var world = new CoreWorld();
        await WriteAsync(world, 3);
        var rows = await RowsAsync(world);
        rows[1].PreviousHash.ShouldBe(rows[0].Hash);
        rows[2].PreviousHash.ShouldBe(rows[1].Hash);
        rows[0].PreviousHash.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_hash_of_a_row_covers_the_one_before_it_and_every_field_with_its_length()
    {
        await using var world = new CoreWorld();
        var row = new AuditRow
        {
            Chain = AuditTrail.Portal, Sequence = 2, At = DateTimeOffset.UnixEpoch.AddDays(20_000), Event = AuditEvent.SignedIn, Result = AuditResult.Success,
            PersonKey = "", EventId = null, Note = "épée ፊደል", PreviousHash = [1, 2, 3], Hash = [],
        };
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, world.Get<LookupKeys>().Derive("audit-chain"));
        mac.AppendData(row.PreviousHash);
        foreach (var field in new[] { "portal", "2", "1728000000000", "SignedIn", "Success", "" })
        {
            mac.AppendData([0, 0, 0, (byte)field.Length, .. Encoding.ASCII.GetBytes(field)]);
        }

        mac.AppendData([0xff, 0xff, 0xff, 0xff]);
        mac.AppendData([0, 0, 0, 16, .. "épée ፊደል"u8]);
        world.Get<AuditTrail>().Link(row).ShouldBe(mac.GetHashAndReset());
    }

    [Theory]
    [InlineData("UPDATE AuditRows SET Note = 'x'")]
    [InlineData("DELETE FROM AuditRows")]
    public async Task The_database_refuses_to_change_or_remove_a_row(string statement)
    {
        await using var world = new CoreWorld();
        await WriteAsync(world, 1);
        (await Should.ThrowAsync<SqliteException>(() => IntrudeAsync(world, statement))).Message.ShouldContain("audit is append-only");
    }

    [Fact]
    public async Task A_record_without_the_transaction_of_its_act_is_refused()
    {
        await using var world = new CoreWorld();
        await using var db = world.OpenDatabase();
        await Should.ThrowAsync<InvalidOperationException>(() => world.Get<AuditTrail>().AppendAsync(db, AuditEvent.SignedIn, AuditResult.Success));
    }

    [Fact]
    public async Task Forty_writers_at_once_make_one_unbroken_chain()
    {
        await using var world = new CoreWorld();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => WriteAsync(world, 1))));
        (await world.Get<VerifyAuditTrail>().ExecuteAsync(TestContext.Current.CancellationToken)).Value.ShouldBe(new AuditVerdict(40, AuditFault.None, 40));
    }

    [Fact]
    public async Task A_row_is_taken_back_with_its_transaction_also_where_its_context_was_given_the_connection_of_another()
    {
        await using var world = new CoreWorld();
        await using var db = world.OpenDatabase();
        for (var round = 0; round < 2; round++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await world.Get<AuditTrail>().AppendAsync(db, AuditEvent.SignedIn, AuditResult.Success, note: "stands");
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        await using var other = world.OpenDatabase();
        await other.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using (await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await world.Get<AuditTrail>().AppendAsync(db, AuditEvent.SignedIn, AuditResult.Success, note: "taken back");
        }

        (await RowsAsync(world)).ConvertAll(row => row.Note).ShouldBe(["stands", "stands"]);
    }

    private static async Task WriteAsync(CoreWorld world, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await using var db = world.OpenDatabase();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await world.Get<AuditTrail>().AppendAsync(db, AuditEvent.SignedIn, AuditResult.Success, personKey: "1.someone", note: "as it was");
            await transaction.CommitAsync();
        }
    }

    private static async Task<List<AuditRow>> RowsAsync(CoreWorld world)
    {
        await using var db = world.OpenDatabase();
        return await db.AuditRows.OrderBy(row => row.Sequence).ToListAsync();
    }

    private static async Task IntrudeAsync(CoreWorld world, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={world.DatabasePath};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
