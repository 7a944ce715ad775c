using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Audit;

/// <summary>
/// Adds events to a hash chain. It must be called inside the transaction of what it records, as the last thing before the commit: act and record stand or
/// fall together, and SQLite's one writer keeps the chain in line.
/// </summary>
public sealed class AuditTrail(LookupKeys keys, TimeProvider clock)
{
    /// <summary>The chain of the portal itself.</summary>
    public const string Portal = "portal";

    private readonly byte[] _key = keys.Derive("audit-chain");

    /// <summary>The chain of a visit at a kiosk.</summary>
    public static string Visit(Guid visitId) => $"visit:{visitId:N}";

    /// <summary>Adds one event to a chain, the portal's own where none is named, and saves the context.</summary>
    public Task AppendAsync(PortalDbContext db, AuditEvent auditEvent, AuditResult result, string? personKey = null, string? eventId = null, string? note = null, string chain = Portal) =>
        AppendAsync(db, [new AuditEntry(auditEvent, result, personKey, eventId, note)], chain);

    /// <summary>Adds events to a chain in their order, and saves the context.</summary>
    internal async Task AppendAsync(PortalDbContext db, IReadOnlyCollection<AuditEntry> entries, string chain = Portal)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The trail is written in the transaction of what it records.");
        }

        await db.SaveChangesAsync();
        var head = await AuditTable.EndOfAsync(db, chain);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var rows = new List<AuditRow>(entries.Count);
        foreach (var entry in entries)
        {
            var row = new AuditRow
            {
                Chain = chain,
                Sequence = head.Sequence + 1,
                At = at,
                Event = entry.Event,
                Result = entry.Result,
                PersonKey = entry.PersonKey,
                EventId = entry.EventId,
                Note = entry.Note,
                PreviousHash = head.Hash,
                Hash = Link(chain, head.Sequence + 1, at, entry.Event, entry.Result, entry.PersonKey, entry.EventId, entry.Note, head.Hash),
            };
            rows.Add(row);
            (head.Sequence, head.Hash) = (row.Sequence, row.Hash);
        }

        head.Seal = Seal(head);
        await AuditTable.AddAsync(db, rows, head);
    }

    /// <summary>The hash that a row must have.</summary>
    public byte[] Link(AuditRow row) => Link(row.Chain, row.Sequence, row.At, row.Event, row.Result, row.PersonKey, row.EventId, row.Note, row.PreviousHash);

    /// <summary>The seal that a head must have.</summary>
    public byte[] Seal(AuditHeadRow head) =>
        HMACSHA256.HashData(_key, (byte[])[.. Encoding.UTF8.GetBytes($"head\n{head.Chain}\n{head.Sequence}\n"), .. head.Hash]);

    private byte[] Link(string chain, long sequence, DateTimeOffset at, AuditEvent auditEvent, AuditResult result, string? personKey, string? eventId, string? note, byte[] previous)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        bytes.Write(previous);
        foreach (var field in (ReadOnlySpan<string?>)[chain, $"{sequence}", $"{at.ToUnixTimeMilliseconds()}", $"{auditEvent}", $"{result}", personKey, eventId, note])
        {
            // Length before text, so that no two lists of fields give the same bytes; a missing field is not an empty one.
            BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), field is null ? -1 : Encoding.UTF8.GetByteCount(field));
            bytes.Advance(sizeof(int));
            Encoding.UTF8.GetBytes(field, bytes);
        }

        return HMACSHA256.HashData(_key, bytes.WrittenSpan);
    }
}

/// <summary>What is to be recorded.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Result">How it ended.</param>
/// <param name="PersonKey">The person key, where a person is known.</param>
/// <param name="EventId">The service request, where there is one.</param>
/// <param name="Note">What more is to be said, never personal.</param>
internal sealed record AuditEntry(AuditEvent Event, AuditResult Result, string? PersonKey, string? EventId, string? Note);
