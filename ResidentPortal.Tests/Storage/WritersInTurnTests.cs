using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Otp;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Storage;

public sealed class WritersInTurnTests : IAsyncDisposable
{
    private readonly CoreWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_transaction_begins_when_the_one_before_it_is_committed()
    {
        await using var first = _world.OpenDatabase();
        await using var second = _world.OpenDatabase();
        await using var transaction = await first.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var next = second.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        next.IsCompleted.ShouldBeFalse("it waits without a thread");
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await (await next).DisposeAsync();
    }

    [Fact]
    public async Task R_16_One_that_is_left_without_a_commit_lets_the_next_one_in()
    {
        await using var first = _world.OpenDatabase();
        await using (await first.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            first.Attempts.Add(new AttemptRow { Action = AttemptAction.Tracked, Subject = "left", At = _world.Clock.GetUtcNow() });
            await first.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var second = _world.OpenDatabase();
        await using var transaction = await second.Database.BeginTransactionAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        (await second.Attempts.CountAsync(row => row.Subject == "left", TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task R_16_One_that_did_nothing_at_all_lets_the_next_one_in()
    {
        await using var first = _world.OpenDatabase();
        await (await first.Database.BeginTransactionAsync(TestContext.Current.CancellationToken)).DisposeAsync();
        await using var second = _world.OpenDatabase();
        await using var transaction = await second.Database.BeginTransactionAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Two_hundred_writers_at_once_all_come_through_and_the_chain_is_whole()
    {
        var writes = _world.Get<AuditedWrites>();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(turn => Task.Run(async () =>
        {
            if (turn % 2 == 0)
            {
                await writes.NoteAsync(AuditEvent.RequestTracked, AuditResult.Success, note: $"{turn}");
                return;
            }

            await using var db = _world.OpenDatabase();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await _world.Get<AuditTrail>().AppendAsync(db, AuditEvent.Refused, AuditResult.Failure, note: $"{turn}");
            await transaction.CommitAsync();
        })));
        var verdict = (await _world.Get<VerifyAuditTrail>().ExecuteAsync(TestContext.Current.CancellationToken)).Value;
        verdict.ShouldBe(new AuditVerdict(200, AuditFault.None, 200));
        await using var database = _world.OpenDatabase();
        (await database.AuditRows.Select(row => row.Note).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(Enumerable.Range(0, 200).Select(turn => $"{turn}"), ignoreOrder: true);
    }
}
