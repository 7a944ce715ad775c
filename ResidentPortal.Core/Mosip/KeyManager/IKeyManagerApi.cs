using System.Text.Json.Serialization;
using Refit;

namespace ResidentPortal.Core.Mosip.KeyManager;

/// <summary>MOSIP key manager.</summary>
internal interface IKeyManagerApi
{
    /// <summary><c>POST /pdf/sign</c>: the file signed, and protected by the password.</summary>
    [Post("/pdf/sign")]
    Task<HttpResponseMessage> SignPdfAsync([Header("Cookie")] string cookie, [Body] KernelRequest<PdfToSign> body, CancellationToken cancellationToken);
}

/// <summary>A file to sign.</summary>
internal sealed record PdfToSign
{
    /// <summary>The application whose key signs.</summary>
    [JsonPropertyName("applicationId")]
    public required string ApplicationId { get; init; }

    /// <summary>The key of that application.</summary>
    [JsonPropertyName("referenceId")]
    public required string ReferenceId { get; init; }

    /// <summary>When it is signed.</summary>
    [JsonPropertyName("timeStamp")]
    public required string TimeStamp { get; init; }

    /// <summary>The file in base64 of the plain alphabet.</summary>
    [JsonPropertyName("data")]
    public required string Data { get; init; }

    /// <summary>The left side of the visible signature.</summary>
    [JsonPropertyName("lowerLeftX")]
    public required int LowerLeftX { get; init; }

    /// <summary>Its lower side.</summary>
    [JsonPropertyName("lowerLeftY")]
    public required int LowerLeftY { get; init; }

    /// <summary>Its right side.</summary>
    [JsonPropertyName("upperRightX")]
    public required int UpperRightX { get; init; }

    /// <summary>Its upper side.</summary>
    [JsonPropertyName("upperRightY")]
    public required int UpperRightY { get; init; }

    /// <summary>The reason that the signature states.</summary>
    [JsonPropertyName("reason")]
    public required string Reason { get; init; }

    /// <summary>The page of the visible signature.</summary>
    [JsonPropertyName("pageNumber")]
    public int PageNumber { get; init; } = 1;

    /// <summary>The password that opens the file; without one it stays open.</summary>
    [JsonPropertyName("password")]
    public required string? Password { get; init; }

    /// <summary>Without file and password.</summary>
    public override string ToString() => nameof(PdfToSign);
}
