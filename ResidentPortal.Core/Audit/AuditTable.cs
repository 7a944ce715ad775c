using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Audit;

/// <summary>
/// The tables of the trail, in statements of their own, in the transaction of a context. Every act writes here, and to track rows that nobody will change again costs more than to write
/// them.
/// </summary>
internal static class AuditTable
{
    private static readonly Statement End = new("""SELECT "Sequence", "Hash" FROM "AuditHeads" WHERE "Chain" = @chain""", "@chain");

    private static readonly Statement Row = new(
        """
        INSERT INTO "AuditRows" ("Chain", "Sequence", "At", "Event", "Result", "PersonKey", "EventId", "Note", "PreviousHash", "Hash")
        VALUES (@chain, @sequence, @at, @event, @result, @person, @eventId, @note, @previous, @hash)
        """,
        "@chain", "@sequence", "@at", "@event", "@result", "@person", "@eventId", "@note", "@previous", "@hash");

    private static readonly Statement NewEnd = new(
        """
        INSERT INTO "AuditHeads" ("Chain", "Sequence", "Hash", "Seal", "Forwarded") VALUES (@chain, @sequence, @hash, @seal, 0)
        ON CONFLICT ("Chain") DO UPDATE SET "Sequence" = excluded."Sequence", "Hash" = excluded."Hash", "Seal" = excluded."Seal"
        """,
        "@chain", "@sequence", "@hash", "@seal");

    /// <summary>The end of a chain; of one that has not begun, the place before the first row.</summary>
    public static async Task<AuditHeadRow> EndOfAsync(PortalDbContext db, string chain)
    {
        await using var reader = await End.With(db, chain).ExecuteReaderAsync();
        return await reader.ReadAsync() ? new AuditHeadRow { Chain = chain, Sequence = reader.GetInt64(0), Hash = reader.GetFieldValue<byte[]>(1) } : new AuditHeadRow { Chain = chain };
    }

    /// <summary>Adds rows, and moves the end of their chain.</summary>
    public static async Task AddAsync(PortalDbContext db, IReadOnlyList<AuditRow> rows, AuditHeadRow end)
    {
        foreach (var row in rows)
        {
            await Row.With(db, row.Chain, row.Sequence, row.At.ToUnixTimeMilliseconds(), row.Event.ToString(), row.Result.ToString(), row.PersonKey, row.EventId, row.Note, row.PreviousHash, row.Hash)
                .ExecuteNonQueryAsync();
        }

        await NewEnd.With(db, end.Chain, end.Sequence, end.Hash, end.Seal).ExecuteNonQueryAsync();
    }
}
