using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Updates.Documents;

namespace ResidentPortal.Core.Updates.Whole;

/// <summary>An update as it is given at once, for those who have no pages: nothing of it is believed before it was judged.</summary>
/// <param name="IntentId">The id of the request; a second one with the same hands in no second packet.</param>
/// <param name="Fields">The new texts by attribute; within one by MOSIP's code of the language, under an empty name for a field without languages.</param>
/// <param name="IsConsented">Whether the resident agreed that the office checks and records it.</param>
public sealed record UpdateSubmission(Guid IntentId, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Fields, bool IsConsented)
{
    /// <summary>Whom the update says it is about; null where it does not say.</summary>
    public Uin? Holder { get; init; }

    /// <summary>The papers that come with it.</summary>
    public IReadOnlyList<SubmittedPaper> Papers { get; init; } = [];

    /// <summary>The transaction whose papers were sent ahead (<see cref="Uploads.UploadPaper"/>); null where none were.</summary>
    public TransactionId? Transaction { get; init; }

    /// <summary>New contacts that a code has reached, by attribute.</summary>
    internal IReadOnlyDictionary<string, string> Proved { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Without what is in it.</summary>
    public override string ToString() => nameof(UpdateSubmission);
}

/// <summary>A paper that comes with an update.</summary>
/// <param name="Field">The field of the form it is for, <c>proofOfAddress</c>.</param>
/// <param name="Type">The code of its type in master data, <c>RNC</c>.</param>
/// <param name="File">The file.</param>
public sealed record SubmittedPaper(string Field, string? Type, DocumentUpload File)
{
    /// <summary>Without the file.</summary>
    public override string ToString() => nameof(SubmittedPaper);
}
