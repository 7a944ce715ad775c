using System.Text.RegularExpressions;
using ResidentPortal.Api.Acts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates.Uploads;

namespace ResidentPortal.Api.Documents;

/// <summary><c>GET /documents/{id}</c>, <c>GET</c> and <c>DELETE</c> of one document: what its owner sent ahead. Another person's is not there.</summary>
internal static partial class OwnDocuments
{
    private const string TransactionPart = "id";
    private const string TransactionQuery = "transactionId";
    private const string Document = "id";

    private static readonly ApiError NotDeleted = new("RES-SER-458", "Failed to delete document");
    private static readonly ApiParameter InQuery = new(TransactionQuery, "The transaction it was sent in, ten digits.", "1234567890");
    private static readonly ApiParameter InPath = new(Document, "The document's id.", "0b7f0e2c-4a6e-4f5e-9d5c-8d0c5b7a3f11");
    private static readonly ApiError None = Updates.UpdateErrors.NoDocument("1234567890");

    private static readonly Operation ListOperation = new("GET", "/documents/{id}", "mosip.resident.document.list", Operation.Newer)
    {
        Summary = "Lists the documents that were sent ahead in a transaction.",
        Access = Access.Resident,
        Parameters = [new(TransactionPart, "The transaction, ten digits.", "1234567890")],
        Gives = """[{ "transactionId": "1234567890", "docId": "0b7f0e2c-4a6e-4f5e-9d5c-8d0c5b7a3f11", "docName": "contract.pdf", "docCatCode": "POA", "docTypCode": "RNC", "docFileFormat": "pdf" }]""",
        Refuses = [ApiErrors.Invalid("transactionId"), None],
    };

    private static readonly Operation ShowOperation = new("GET", "/document/{id}", "mosip.resident.document.get", Operation.Newer)
    {
        Summary = "Gives a document that was sent ahead, as it will be sent on.",
        Access = Access.Resident,
        Parameters = [InPath, InQuery],
        Gives = """{ "document": "JVBERi0xLjcK" }""",
        Refuses = [ApiErrors.Invalid("transactionId"), ApiErrors.Invalid("documentId"), None],
    };

    private static readonly Operation DeleteOperation = new("DELETE", "/documents/{id}", "mosip.resident.document.delete", Operation.Newer)
    {
        Summary = "Deletes a document that was sent ahead.",
        Access = Access.Resident,
        Parameters = [InPath, InQuery],
        Gives = """{ "status": "SUCCESS", "message": "Document deleted successfully" }""",
        Refuses = [ApiErrors.Invalid("transactionId"), ApiErrors.Invalid("documentId"), None, NotDeleted],
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapOperation<IReadOnlyList<DocumentReply>>(ListOperation, ListAsync);
        api.MapOperation<DocumentContent>(ShowOperation, ShowAsync);
        api.MapOperation<DeletedReply>(DeleteOperation, DeleteAsync);
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call)
    {
        var typed = call.Parameter(TransactionPart);
        if (!Inputs.IsTransactionId(typed))
        {
            return ApiErrors.Invalid("transactionId");
        }

        var transaction = TransactionId.Stored(typed!);
        return (await call.Get<ListUploads>().ExecuteAsync(call.SessionId, transaction, call.Gone)).Try(out var uploads, out var problem)
            ? ApiAnswer.Of(uploads.Select(upload => DocumentReply.Of(transaction, upload)).ToList())
            : ErrorOf(problem, typed);
    }

    private static async Task<ApiAnswer> ShowAsync(ApiCall call)
    {
        if (Judge(call, out var transaction, out var id) is { } fault)
        {
            return fault;
        }

        return (await call.Get<ShowUpload>().ExecuteAsync(call.SessionId, transaction, id, call.Gone)).Try(out var file, out var problem)
            ? ApiAnswer.Of(new DocumentContent(Convert.ToBase64String(file)))
            : ErrorOf(problem, transaction.Value);
    }

    private static async Task<ApiAnswer> DeleteAsync(ApiCall call)
    {
        if (Judge(call, out var transaction, out var id) is { } fault)
        {
            return fault;
        }

        return (await call.Get<RemoveUpload>().ExecuteAsync(call.SessionId, transaction, id, call.Gone)).Try(out _, out var problem)
            ? ApiAnswer.Of(new DeletedReply("SUCCESS", "Document deleted successfully"))
            : ErrorOf(problem, transaction.Value);
    }

    private static ApiError? Judge(ApiCall call, out TransactionId transaction, out Guid id)
    {
        var (typed, document) = (call.Parameter(TransactionQuery), call.Parameter(Document));
        transaction = TransactionId.TryParse(typed, out var parsed) ? parsed : TransactionId.New();

        // What has the form of an id and is none of ours is the id of nothing.
        id = Guid.TryParseExact(document, "D", out var known) ? known : Guid.Empty;
        return Check.That(typed is not null, ApiErrors.BadRequest with { Message = $"Required request parameter '{TransactionQuery}' is not present" })
            ?? Check.That(Inputs.IsTransactionId(typed), "transactionId")
            ?? Check.That(DocumentId.IsMatch(document ?? string.Empty), "documentId");
    }

    private static ApiError ErrorOf(Problem problem, string? transaction) => problem.Kind is ProblemKind.NotFound ? Updates.UpdateErrors.NoDocument(transaction)
        : problem.Kind is ProblemKind.Forbidden ? ApiErrors.NotAuthenticated : ResidentErrors.Inaccessible;

    [GeneratedRegex("^[A-Za-z0-9-]{20,}\\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex DocumentId { get; }
}

/// <summary>A document.</summary>
/// <param name="Document">The file in base64.</param>
internal sealed record DocumentContent(string Document)
{
    /// <summary>Without the file.</summary>
    public override string ToString() => nameof(DocumentContent);
}

/// <summary>That a document was deleted.</summary>
/// <param name="Status">Always <c>SUCCESS</c>.</param>
/// <param name="Message">The same in words.</param>
internal sealed record DeletedReply(string Status, string Message);
