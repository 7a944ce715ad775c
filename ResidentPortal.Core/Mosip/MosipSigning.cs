namespace ResidentPortal.Core.Mosip;

/// <summary>How key manager signs a card (<c>/pdf/sign</c>): with which key, and where the signature is seen.</summary>
public sealed class MosipSigning
{
    /// <summary>The application whose key signs (<c>mosip.resident.sign.pdf.application.id</c>).</summary>
    public string ApplicationId { get; set; } = "KERNEL";

    /// <summary>The key of that application (<c>mosip.resident.sign.pdf.reference.id</c>).</summary>
    public string ReferenceId { get; set; } = "SIGN";

    /// <summary>The reason that the signature states.</summary>
    public string Reason { get; set; } = "Digitally Signed";

    /// <summary>The left side of the visible signature on the first page, in points from the page's left side. MOSIP's own place would lie on the card: this is its foot.</summary>
    public int LowerLeftX { get; set; } = 36;

    /// <summary>The lower side, in points from the page's foot.</summary>
    public int LowerLeftY { get; set; } = 20;

    /// <summary>The right side.</summary>
    public int UpperRightX { get; set; } = 196;

    /// <summary>The upper side.</summary>
    public int UpperRightY { get; set; } = 52;
}
