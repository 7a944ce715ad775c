using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace ResidentPortal.Core.Storage;

/// <summary>
/// Lets transactions of this program in one after the other, in the order in which they came. SQLite has one writer, and whoever finds it busy there sleeps with its
/// thread and looks again after 1, 2, 5, 10 and more milliseconds, while a later one may slip in. Writers of other programs are still SQLite's own business.
/// </summary>
internal sealed class WritersInTurn : DbTransactionInterceptor, IDbConnectionInterceptor, IDisposable
{
    // Whoever has waited so long goes to SQLite without a turn, and hears from it what is the matter.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConditionalWeakTable<sqlite3, Holder> _holders = [];

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (await _turn.WaitAsync(Patience, cancellationToken))
        {
            Take(connection);
        }

        return result;
    }

    public override InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        if (_turn.Wait(Patience))
        {
            Take(connection);
        }

        return result;
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Pass(eventData.Context is { } db ? HandleOf(db.Database.GetDbConnection()) : null);

    // One that is left without a commit is rolled back by its driver without a word to anybody here: SQLite itself says so. The handle outlives the connection, which the pool hands out anew.
    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = HandleOf(connection);
        if (!_holders.TryGetValue(handle, out _) && _holders.TryAdd(handle, new Holder()))
        {
            raw.sqlite3_rollback_hook(handle, _ => Pass(handle), v: null);
        }
    }

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    // A turn of which no transaction came, because it could not begin, ends with its connection.
    public InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Pass(HandleOf(connection));
        return result;
    }

    public ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        new(ConnectionClosing(connection, eventData, result));

    public void Dispose() => _turn.Dispose();

    private static sqlite3 HandleOf(DbConnection connection) => ((SqliteConnection)connection).Handle!;

    private void Take(DbConnection connection)
    {
        if (_holders.TryGetValue(HandleOf(connection), out var holder))
        {
            Volatile.Write(ref holder.HasTurn, true);
        }
    }

    private void Pass(sqlite3? handle)
    {
        if (handle is not null && _holders.TryGetValue(handle, out var holder) && Interlocked.Exchange(ref holder.HasTurn, false))
        {
            _turn.Release();
        }
    }

    private sealed class Holder
    {
        public bool HasTurn;
    }
}
