using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Audit;

/// <summary>
/// Writes what several callers have to write, each with the event that records it, in one transaction: SQLite has one writer, and what a transaction costs is its commit, which waits for
/// the disk. Each caller goes on when its own part is on the disk. A part that fails is taken back alone, without its event; the others stand.
/// </summary>
public sealed class AuditedWrites : IDisposable
{
    private const int MostAtOnce = 64;
    private const string BeforePart = "before_part";

    private readonly IDbContextFactory<PortalDbContext> _databases;
    private readonly AuditTrail _trail;
    private readonly Together<Part> _parts;
    private PortalDbContext? _open;

    /// <summary>Over the portal's database and its own chain.</summary>
    public AuditedWrites(IDbContextFactory<PortalDbContext> databases, AuditTrail trail)
    {
        (_databases, _trail) = (databases, trail);
        _parts = new Together<Part>(MostAtOnce, WriteAsync);
    }

    /// <summary>Adds an event that records nothing but itself: a state was read, a code was sent.</summary>
    public Task NoteAsync(AuditEvent auditEvent, AuditResult result, string? personKey = null, string? eventId = null, string? note = null) =>
        BringAsync(new Part(Write: null) { Entry = new AuditEntry(auditEvent, result, personKey, eventId, note) });

    /// <summary>
    /// Writes in the transaction that is shared, and records it; the writing neither begins a transaction nor ends one. It finds what parts before it have saved, as anywhere. Its
    /// exceptions reach this caller; a fault of the trail or of the commit reaches all.
    /// </summary>
    internal async Task<T> WriteAsync<T>(Func<PortalDbContext, Task<(T Written, AuditEntry Entry)>> write)
    {
        var written = default(T);
        await BringAsync(new Part(async db =>
        {
            (written, var entry) = await write(db);
            await db.SaveChangesAsync();
            return entry;
        }));
        return written!;
    }

    /// <summary>Closes the database.</summary>
    public void Dispose() => Interlocked.Exchange(ref _open, null)?.Dispose();

    private async Task BringAsync(Part part)
    {
        await _parts.BringAsync(part);
        await part.Done.Task;
    }

    private async Task WriteAsync(List<Part> together)
    {
        try
        {
            var db = _open ??= await OpenAsync();
            await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
            foreach (var part in together.Where(part => part.Write is not null))
            {
                await (together.Count == 1 ? RunAsync(part, db) : RunAmongOthersAsync(part, db, transaction));
            }

            if (together.Where(part => part.Fault is null).Select(part => part.Entry!).ToList() is { Count: > 0 } entries)
            {
                await _trail.AppendAsync(db, entries);
                await transaction.CommitAsync(CancellationToken.None);
            }

            together.ForEach(part => part.Tell());
        }
        catch (Exception fault)
        {
            Dispose(); // Whatever is the matter with it, the next round begins with another.
            together.ForEach(part => part.Tell(fault));
        }
    }

    // One stays open from round to round: to open it and to prepare its statements costs more than to write a row.
    private async Task<PortalDbContext> OpenAsync()
    {
        var db = _open = await _databases.CreateDbContextAsync(CancellationToken.None);
        db.Database.AutoSavepointsEnabled = false; // A part has its own around all that it saves.
        await db.Database.OpenConnectionAsync(CancellationToken.None);
        return db;
    }

    // Where it fails it is taken back alone.
    private static async Task RunAmongOthersAsync(Part part, PortalDbContext db, IDbContextTransaction transaction)
    {
        await transaction.CreateSavepointAsync(BeforePart);
        await RunAsync(part, db);
        await (part.Fault is null ? transaction.ReleaseSavepointAsync(BeforePart) : transaction.RollbackToSavepointAsync(BeforePart));
    }

    // Where it fails and nothing else is written, nothing is committed.
    private static async Task RunAsync(Part part, PortalDbContext db)
    {
        try
        {
            part.Entry = await part.Write!(db);
        }
        catch (Exception fault)
        {
            part.Fault = fault;
        }
        finally
        {
            db.ChangeTracker.Clear(); // The next part begins with nothing in hand, as it would alone.
        }
    }

    private sealed record Part(Func<PortalDbContext, Task<AuditEntry>>? Write)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public AuditEntry? Entry { get; set; }

        public Exception? Fault { get; set; }

        public void Tell(Exception? fault = null)
        {
            if ((Fault ?? fault) is { } why)
            {
                Done.TrySetException(why);
            }
            else
            {
                Done.TrySetResult();
            }
        }
    }
}
