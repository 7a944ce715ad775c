using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ResidentPortal.Core.Storage;

/// <summary>SQL in the transaction of a context, prepared once for as long as the connection stays open: to prepare it costs more than to run what touches a row or two.</summary>
/// <param name="text">The SQL.</param>
/// <param name="names">Its parameters, in the order in which their values come.</param>
internal sealed class Statement(string text, params string[] names)
{
    // The driver lets go of all commands when their connection is closed: one that were used again would speak to whoever has the handle then.
    private readonly ConditionalWeakTable<DbConnection, DbCommand> _prepared = [];

    /// <summary>The command with its values, as the database has them; null for none.</summary>
    public DbCommand With(PortalDbContext db, params ReadOnlySpan<object?> values)
    {
        var command = _prepared.GetValue(db.Database.GetDbConnection(), Prepare);
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters[at].Value = values[at] ?? DBNull.Value;
        }

        return command;
    }

    private DbCommand Prepare(DbConnection connection)
    {
        connection.StateChange += ForgetClosed;
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private void ForgetClosed(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState is ConnectionState.Closed && sender is DbConnection connection)
        {
            connection.StateChange -= ForgetClosed;
            _prepared.Remove(connection);
        }
    }
}
