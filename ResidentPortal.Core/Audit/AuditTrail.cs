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

    /// <summary>Adds one event to the portal's chain and saves the context.</summary>
    public async Task AppendAsync(PortalDbContext db, AuditEvent auditEvent, AuditResult result, string? personKey = null, string? eventId = null, string? note = null)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The trail is written in the transaction of what it records.");
        }

        var head = await db.AuditHeads.SingleOrDefaultAsync(row => row.Chain == Portal);
        if (head is null)
        {
            head = new AuditHeadRow { Chain = Portal };
            db.Add(head);
        }

        var at = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var sequence = head.Sequence + 1;
        var row = new AuditRow
        {
            Chain = Portal,
            Sequence = sequence,
            At = at,
            Event = auditEvent,
            Result = result,
            PersonKey = personKey,
            EventId = eventId,
            Note = note,
            PreviousHash = head.Hash,
            Hash = Link(sequence, at, auditEvent, result, personKey, eventId, note, head.Hash),
        };
        db.Add(row);
        (head.Sequence, head.Hash) = (row.Sequence, row.Hash);
        head.Seal = Seal(head);
        await db.SaveChangesAsync();
    }

    /// <summary>The hash that a row must have.</summary>
    public byte[] Link(AuditRow row) => Link(row.Sequence, row.At, row.Event, row.Result, row.PersonKey, row.EventId, row.Note, row.PreviousHash);

    /// <summary>The seal that a head must have.</summary>
    public byte[] Seal(AuditHeadRow head) =>
        HMACSHA256.HashData(_key, (byte[])[.. Encoding.UTF8.GetBytes($"head\n{head.Chain}\n{head.Sequence}\n"), .. head.Hash]);

    private byte[] Link(long sequence, DateTimeOffset at, AuditEvent auditEvent, AuditResult result, string? personKey, string? eventId, string? note, byte[] previous)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        mac.AppendData(previous);
        foreach (var field in (string?[])[Portal, $"{sequence}", $"{at.ToUnixTimeMilliseconds()}", $"{auditEvent}", $"{result}", personKey, eventId, note])
        {
            // Length before text, so that no two lists of fields give the same bytes; a missing field is not an empty one.
            var bytes = Encoding.UTF8.GetBytes(field ?? string.Empty);
            var length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
            mac.AppendData(length);
            mac.AppendData(bytes);
        }

        return mac.GetHashAndReset();
    }
}
