using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ResidentPortal.Core.Storage;

/// <summary>Has SQLite write zeros over what is deleted, instead of only forgetting where it stood: what a person was told is gone is gone from the file too.</summary>
internal sealed class WipeDeleted : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA secure_delete = ON";
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA secure_delete = ON";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
