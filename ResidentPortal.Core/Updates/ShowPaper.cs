using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>Hands a paper of the open draft back to its owner, as it will be sent.</summary>
public sealed class ShowPaper(UpdateDrafts drafts, PaperShelf shelf, Vault vault)
{
    /// <summary>The file. Problems: those of the draft, <see cref="CommonProblems.NotFound"/> (also another person's).</summary>
    public async Task<Outcome<PaperFile>> ExecuteAsync(Guid sessionId, Visitor visitor, Guid id, CancellationToken cancellationToken = default)
    {
        if (!(await drafts.FindAsync(sessionId, visitor, cancellationToken)).Try(out var draft, out var problem))
        {
            return problem;
        }

        return await shelf.FindAsync(draft.Row.Id, id, cancellationToken) is { } row && vault.Open(PaperShelf.Purpose, row.SealedFile) is { } file
            ? new PaperFile(row.Field, row.Format, file)
            : CommonProblems.NotFound;
    }
}

/// <summary>A paper with its file.</summary>
/// <param name="Field">The field it is for.</param>
/// <param name="Format">The ending of the file.</param>
/// <param name="File">The file.</param>
public sealed record PaperFile(string Field, string Format, byte[] File)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(PaperFile);
}
