using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Audit;

public sealed class AuditedWritesTests : IAsyncDisposable
{
    private readonly CoreWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Those_who_write_while_another_waits_for_its_turn_share_one_commit_and_each_is_recorded()
    {
        var writes = _world.Get<AuditedWrites>();
        await using var other = _world.OpenDatabase();
        Task<int>[] waiting;
        await using (var transaction = await other.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            waiting = [.. Enumerable.Range(0, 30).Select(turn => writes.WriteAsync(db =>
            {
                _world.Clock.Advance(TimeSpan.FromSeconds(1));
                return WriteAsync(db, $"{turn}", turn);
            }))];
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        (await Task.WhenAll(waiting)).ShouldBe(Enumerable.Range(0, 30));
        (await _world.Get<VerifyAuditTrail>().ExecuteAsync(TestContext.Current.CancellationToken)).Value.ShouldBe(new AuditVerdict(30, AuditFault.None, 30));
        (await other.AuditRows.Select(row => row.At).Distinct().CountAsync(TestContext.Current.CancellationToken)).ShouldBeInRange(1, 2, "whoever comes while the first waits goes together");
    }

    [Fact]
    public async Task R_17_A_part_that_fails_is_taken_back_alone_and_its_caller_hears_why()
    {
        var writes = _world.Get<AuditedWrites>();
        await using var other = _world.OpenDatabase();
        Task<int>[] waiting;
        await using (var transaction = await other.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            waiting =
            [
                .. Enumerable.Range(0, 9).Select(turn => writes.WriteAsync(async db =>
                {
                    var done = await WriteAsync(db, $"{turn}", turn);
                    await db.SaveChangesAsync();
                    return turn % 3 == 1 ? throw new InvalidOperationException($"no {turn}") : done;
                })),
            ];
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        foreach (var (turn, part) in waiting.Index())
        {
            if (turn % 3 == 1)
            {
                (await Should.ThrowAsync<InvalidOperationException>(part)).Message.ShouldBe($"no {turn}");
            }
            else
            {
                (await part).ShouldBe(turn);
            }
        }

        await using var database = _world.OpenDatabase();
        (await database.Attempts.Select(row => row.Subject).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["0", "2", "3", "5", "6", "8"], ignoreOrder: true);
        (await database.AuditRows.Select(row => row.Note).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["0", "2", "3", "5", "6", "8"], ignoreOrder: true);
        (await _world.Get<VerifyAuditTrail>().ExecuteAsync(TestContext.Current.CancellationToken)).Value.Whole.ShouldBe(6);
    }

    [Fact]
    public async Task R_17_A_part_that_fails_while_nobody_else_writes_leaves_nothing_and_the_next_is_taken()
    {
        var writes = _world.Get<AuditedWrites>();
        (await Should.ThrowAsync<InvalidOperationException>(writes.WriteAsync<int>(async db =>
        {
            await WriteAsync(db, "0", 0);
            await db.SaveChangesAsync();
            throw new InvalidOperationException("no 0");
        }))).Message.ShouldBe("no 0");
        (await writes.WriteAsync(db => WriteAsync(db, "1", 1))).ShouldBe(1);
        await using var database = _world.OpenDatabase();
        (await database.Attempts.Select(row => row.Subject).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["1"]);
        (await database.AuditRows.Select(row => row.Note).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_part_sees_what_the_parts_before_it_have_saved_and_holds_nothing_of_theirs()
    {
        var writes = _world.Get<AuditedWrites>();
        await using var other = _world.OpenDatabase();
        Task<int>[] waiting;
        await using (var transaction = await other.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            waiting = [.. Enumerable.Range(0, 8).Select(turn => writes.WriteAsync(async db =>
            {
                db.ChangeTracker.Entries().ShouldBeEmpty();
                return await WriteAsync(db, $"{turn}", await db.Attempts.CountAsync());
            }))];
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        (await Task.WhenAll(waiting)).ShouldBe(Enumerable.Range(0, 8));
    }

    [Fact]
    public async Task R_17_Whoever_notes_an_event_that_the_database_does_not_take_is_told_so_and_the_next_is_taken()
    {
        var writes = _world.Get<AuditedWrites>();
        await using (var db = _world.OpenDatabase())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE AuditRows RENAME TO Away", TestContext.Current.CancellationToken);
        }

        await Should.ThrowAsync<SqliteException>(writes.NoteAsync(AuditEvent.RequestTracked, AuditResult.Success));
        await using (var db = _world.OpenDatabase())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Away RENAME TO AuditRows", TestContext.Current.CancellationToken);
        }

        await writes.NoteAsync(AuditEvent.RequestTracked, AuditResult.Success);
        (await _world.Get<VerifyAuditTrail>().ExecuteAsync(TestContext.Current.CancellationToken)).Value.Whole.ShouldBe(1);
    }

    private async Task<(int Written, AuditEntry Entry)> WriteAsync(PortalDbContext db, string subject, int written)
    {
        db.Attempts.Add(new AttemptRow { Action = AttemptAction.Tracked, Subject = subject, At = _world.Clock.GetUtcNow() });
        await Task.Yield();
        return (written, new AuditEntry(AuditEvent.RequestTracked, AuditResult.Success, PersonKey: null, EventId: null, subject));
    }
}
