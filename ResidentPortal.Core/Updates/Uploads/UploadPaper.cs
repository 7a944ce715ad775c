using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.Updates.Documents;

namespace ResidentPortal.Core.Updates.Uploads;

/// <summary>
/// Takes a paper ahead of the update it is for (MOSIP <c>POST /documents/{transaction-id}</c>): by the same rules as a paper of a draft, sealed, for its owner alone, for some
/// hours. Only categories that a field of the country's form takes are kept: others could never be sent.
/// </summary>
public sealed class UploadPaper(
    IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, IUpdateForms forms, PaperRules rules, UploadShelf shelf, Vault vault, AuditTrail trail, IOptions<UpdateOptions> options, TimeProvider clock)
{
    private const int LongestName = 128;

    /// <summary>
    /// The paper. Problems: those of the sign-in, <see cref="UpdateProblems.UnknownField"/> (no field takes the category), those of <see cref="PaperRules"/>,
    /// <see cref="UpdateProblems.TooManyPapers"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<Upload>> ExecuteAsync(Guid sessionId, UploadOrder order, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await forms.FindAsync(cancellationToken)).Try(out var form, out problem))
        {
            return problem;
        }

        if (form.Fields.FirstOrDefault(one => one.DocumentCategory is { } category && string.Equals(category, order.Category, StringComparison.Ordinal)) is not { } field)
        {
            return UpdateProblems.UnknownField;
        }

        var others = await shelf.ListAsync(session, order.Transaction, cancellationToken);
        if (!(await rules.CheckAsync(field, order.Type, order.File, others.Count, Language.English, cancellationToken)).Try(out _, out problem))
        {
            return problem;
        }

        var taken = await rules.TakeAsync(order.File, others.Sum(paper => (long)paper.Size), cancellationToken);
        return await StoreAsync(session, order, taken);
    }

    private async Task<Outcome<Upload>> StoreAsync(ResidentSession session, UploadOrder order, Outcome<CleanDocument> taken)
    {
        // Before the transaction: to seal may make a new key, which is written by a connection of its own.
        var name = order.File.FileName is { Length: > LongestName } longer ? longer[^LongestName..] : order.File.FileName;
        var (oldest, mostRows) = (shelf.Oldest(), options.Value.UploadsPerPerson);
        var row = taken.IsSuccess ? RowOf(session, order, name, taken.Value) : null;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var problem = taken.Problem;
        if (problem is null && await db.Uploads.CountAsync(one => one.PersonKey == session.PersonKey && one.AddedAt >= oldest) >= mostRows)
        {
            problem = UpdateProblems.TooManyPapers.With("count", mostRows);
        }

        if (problem is null)
        {
            db.Uploads.Add(row!);
        }

        await trail.AppendAsync(db, AuditEvent.DocumentAdded, problem is null ? AuditResult.Success : AuditResult.Failure, session.PersonKey, note: problem?.Key);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return problem is null ? new Upload(row!.Id, row.Category, row.Type, name, row.Format, row.Size) : problem;
    }

    private UploadRow RowOf(ResidentSession session, UploadOrder order, string name, CleanDocument paper) => new()
    {
        Id = Guid.NewGuid(),
        TransactionKey = shelf.Key(session, order.Transaction),
        PersonKey = session.PersonKey,
        Category = order.Category!,
        Type = order.Type!,
        SealedName = vault.Seal(UploadShelf.NamePurpose, name),
        Format = paper.Format,
        Size = paper.File.Length,
        SealedFile = vault.Seal(UploadShelf.FilePurpose, paper.File),
        AddedAt = clock.GetUtcNow(),
    };
}

/// <summary>A paper to be taken ahead of an update.</summary>
/// <param name="Transaction">What it is taken for: the update that names it takes the paper along.</param>
/// <param name="Category">The code of its category in master data, <c>POA</c>.</param>
/// <param name="Type">The code of its type in master data, <c>RNC</c>.</param>
/// <param name="File">The file.</param>
public sealed record UploadOrder(TransactionId Transaction, string? Category, string? Type, DocumentUpload File)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(UploadOrder);
}
