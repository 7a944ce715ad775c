using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using ResidentPortal.Api.Acts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates.Documents;
using ResidentPortal.Core.Updates.Uploads;
using ResidentPortal.Security;

namespace ResidentPortal.Api.Documents;

/// <summary><c>POST /documents/{id}</c>: takes a document ahead of the update that names the same transaction.</summary>
internal static class UploadDocument
{
    private const string Transaction = "id";
    private const int BesideFile = 16 * 1024; // The other parts, and the lines around them.

    private static readonly string[] Parts = ["docCatCode", "docTypCode", "langCode", "referenceId"];
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".pdf"];

    private static readonly Operation Operation = new("POST", "/documents/{id}", "mosip.resident.document.upload", Operation.Newer)
    {
        Summary = "Takes a document ahead of an update, as multipart/form-data: file, docCatCode, docTypCode, langCode and referenceId. It is kept for a day, for its owner alone.",
        Access = Access.Resident,
        Parameters = [new(Transaction, "A transaction of the caller's, ten digits; the update names the same.", "1234567890")],
        Gives = """{ "transactionId": "1234567890", "docId": "0b7f0e2c-4a6e-4f5e-9d5c-8d0c5b7a3f11", "docName": "contract.pdf", "docCatCode": "POA", "docTypCode": "RNC", "docFileFormat": "pdf" }""",
        Refuses =
        [
            ApiErrors.Invalid("transactionId"), ApiErrors.Invalid("docCatCode"), ApiErrors.Invalid("docTypCode"), ApiErrors.Invalid("languageCode"), DocumentErrors.OtherKind, DocumentErrors.TooLarge,
            DocumentErrors.Corrupted, DocumentErrors.NotScanned, DocumentErrors.NotKept,
        ],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<DocumentReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall call)
    {
        var limits = call.Get<IOptions<DocumentOptions>>().Value;
        var (form, unreadable) = await ReadAsync(call, limits);
        if (form is null)
        {
            return unreadable!;
        }

        if (Parts.FirstOrDefault(name => !form.ContainsKey(name)) is { } part)
        {
            return ApiErrors.BadRequest with { Message = $"Required request parameter '{part}' is not present" };
        }

        if (form.Files.GetFile("file") is not { } file)
        {
            return ApiErrors.BadRequest with { Message = "Required request part 'file' is not present" };
        }

        var (category, type, language) = (form["docCatCode"].ToString(), form["docTypCode"].ToString(), form["langCode"].ToString());
        if (await JudgeAsync(call, category, type, language) is { } fault)
        {
            return fault;
        }

        return (Check.That(Endings.Contains(Path.GetExtension(file.FileName), StringComparer.OrdinalIgnoreCase), DocumentErrors.OtherKind)
            ?? Check.That(file.Length <= limits.FileBytes, DocumentErrors.TooLarge)) is { } refusal ? refusal : await TakeAsync(call, category, type, file);
    }

    private static async Task<ApiError?> JudgeAsync(ApiCall call, string category, string type, string language)
    {
        if ((Check.That(Inputs.IsTransactionId(call.Parameter(Transaction)), "transactionId") ?? Check.That(category.Length > 0, "docCatCode") ?? Check.That(type.Length > 0, "docTypCode")) is { } fault)
        {
            return fault;
        }

        return (await call.Get<ListUploadKinds>().ExecuteAsync(call.Gone)).Try(out var known, out _)
            ? Check.That(known.Languages.Contains(language, StringComparer.Ordinal), "languageCode")
                ?? Check.That(known.Types.ContainsKey(category), "docCatCode")
                ?? Check.That(known.Types.GetValueOrDefault(category)?.Contains(type, StringComparer.Ordinal) is true, "docTypCode")
            : ResidentErrors.Inaccessible;
    }

    private static async Task<ApiAnswer> TakeAsync(ApiCall call, string category, string type, IFormFile file)
    {
        var transaction = TransactionId.Stored(call.Parameter(Transaction)!);
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, call.Gone);
        var order = new UploadOrder(transaction, category, type, new DocumentUpload(Path.GetFileName(file.FileName), file.ContentType, bytes.ToArray()));
        return (await call.Get<UploadPaper>().ExecuteAsync(call.SessionId, order, call.Gone)).Try(out var upload, out var problem)
            ? ApiAnswer.Of(DocumentReply.Of(transaction, upload))
            : ErrorOf(problem);
    }

    private static ApiError ErrorOf(Problem problem) => problem.Key switch
    {
        "updates.unknownField" => ApiErrors.Invalid("docCatCode"),
        "updates.noPaperType" => ApiErrors.Invalid("docTypCode"),
        "common.signInNeeded" => ApiErrors.NotAuthenticated,
        _ => DocumentErrors.Of(problem),
    };

    private static async Task<(IFormCollection? Form, ApiError? Fault)> ReadAsync(ApiCall call, DocumentOptions limits)
    {
        var request = call.Http.Request;
        if (!request.HasFormContentType)
        {
            return (null, ApiErrors.BadRequest with { Message = "Content type not supported" });
        }

        // One that is too large is read to its end all the same: whoever is cut off while they send hear no answer.
        var isTooLarge = request.ContentLength > limits.UploadBytes + BesideFile;
        if (call.Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = isTooLarge ? LargeUploads.MostSwallowed : limits.UploadBytes + BesideFile;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(call.Gone);
        patience.CancelAfter(TimeSpan.FromSeconds(call.Get<IOptions<ApiOptions>>().Value.BodySeconds));
        try
        {
            if (isTooLarge)
            {
                await LargeUploads.SwallowAsync(request, patience.Token);
                return (null, DocumentErrors.TooLarge);
            }

            return (await request.ReadFormAsync(patience.Token), null);
        }
        catch (BadHttpRequestException refusal) when (refusal.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            return (null, DocumentErrors.TooLarge);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or BadHttpRequestException || (unreadable is OperationCanceledException && !call.Gone.IsCancellationRequested))
        {
            return (null, ApiErrors.BadRequest);
        }
    }
}

/// <summary>A document that was sent ahead.</summary>
/// <param name="TransactionId">The transaction, ten digits.</param>
/// <param name="DocId">Its id, by which it is fetched and deleted.</param>
/// <param name="DocName">The name of its file, as it was sent.</param>
/// <param name="DocCatCode">The code of its category.</param>
/// <param name="DocTypCode">The code of its type.</param>
/// <param name="DocFileFormat">The format it is kept in: <c>pdf</c> or <c>jpg</c>; pictures become <c>jpg</c>.</param>
internal sealed record DocumentReply(string TransactionId, string DocId, string DocName, string DocCatCode, string DocTypCode, string DocFileFormat)
{
    /// <summary>A document as the wire has it.</summary>
    public static DocumentReply Of(TransactionId transaction, Upload upload) => new(transaction.Value, upload.Id.ToString("D"), upload.Name, upload.Category, upload.Type, upload.Format);
}
