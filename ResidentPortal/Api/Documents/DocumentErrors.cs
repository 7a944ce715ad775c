using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Api.Documents;

/// <summary>Why a document is not taken, in the words of MOSIP's Resident Services.</summary>
internal static class DocumentErrors
{
    /// <summary>The ending is none of those that are taken.</summary>
    public static readonly ApiError OtherKind = new("RES-SER-516", "Unsupported file type. Supported file extensions: jpg, jpeg, png, pdf");

    /// <summary>The file is too large.</summary>
    public static readonly ApiError TooLarge = new("RES-SER-514", "File size cannot be more than 2MB.");

    /// <summary>The file is harmful, damaged, or does something by itself.</summary>
    public static readonly ApiError Corrupted = new("RES-SER-319", "The file uploaded is corrupted");

    /// <summary>The scanner does not answer.</summary>
    public static readonly ApiError NotScanned = new("RES-SER-437", "Virus scanning failed for attached document");

    /// <summary>The document could not be kept.</summary>
    public static readonly ApiError NotKept = new("RES-SER-434", "Failed to upload document");

    /// <summary>The error of a problem.</summary>
    public static ApiError Of(Problem problem) => problem.Key switch
    {
        "documents.empty" or "documents.otherKind" or "documents.nameDiffers" => OtherKind,
        "documents.tooLarge" or "documents.pdfTooLarge" or "updates.papersTooLarge" => TooLarge,
        "documents.wait" => NotScanned,
        "updates.noFile" => OtherKind,
        _ => problem.Key.StartsWith("documents.", StringComparison.Ordinal) ? Corrupted : NotKept,
    };
}
