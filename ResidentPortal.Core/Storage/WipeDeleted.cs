using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace ResidentPortal.Core.Storage;

/// <summary>Has SQLite write zeros over what is deleted, instead of only forgetting where it stood: what a person was told is gone is gone from the file too.</summary>
internal sealed class WipeDeleted : DbConnectionInterceptor
{
    // Waiting for the one writer is SQLite's own business, which looks again after milliseconds; the driver would look again after 150 ms only.
    private const string Settings = "PRAGMA secure_delete = ON; PRAGMA busy_timeout = 10000";

    // The handles that have heard it: the pool hands them out again and again.
    private readonly ConditionalWeakTable<sqlite3, object> _settled = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (_settled.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
        _settled.TryAdd(handle, this);
    }

    // SQLite knows no other way than to do it at once.
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
