using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates.Documents;

/// <summary>Why a paper is not taken.</summary>
public static class DocumentProblems
{
    /// <summary>The file has no bytes.</summary>
    public static readonly Problem Empty = new("documents.empty", ProblemKind.Invalid);

    /// <summary>The file is larger than anything that is taken. Fact <c>most</c>: megabytes.</summary>
    public static readonly Problem TooLarge = new("documents.tooLarge", ProblemKind.Invalid);

    /// <summary>The file is neither PDF nor JPEG nor PNG, whatever it calls itself: archives, office documents, web pages.</summary>
    public static readonly Problem OtherKind = new("documents.otherKind", ProblemKind.Invalid);

    /// <summary>The file is of a kind that is taken, but its name or the browser says another.</summary>
    public static readonly Problem NameDiffers = new("documents.nameDiffers", ProblemKind.Invalid);

    /// <summary>The scanner found something harmful.</summary>
    public static readonly Problem Harmful = new("documents.harmful", ProblemKind.Refused);

    /// <summary>The scanner does not answer, or the machine has no room: nothing is let in unchecked.</summary>
    public static readonly Problem Wait = new("documents.wait", ProblemKind.Unavailable);

    /// <summary>The picture has more points than are read. Fact <c>most</c>: megapixels.</summary>
    public static readonly Problem TooManyPixels = new("documents.tooManyPixels", ProblemKind.Invalid);

    /// <summary>The picture is so small that no writing in it can be read.</summary>
    public static readonly Problem TooSmall = new("documents.tooSmall", ProblemKind.Invalid);

    /// <summary>The picture is damaged, or only a part of it arrived.</summary>
    public static readonly Problem PictureDamaged = new("documents.pictureDamaged", ProblemKind.Invalid);

    /// <summary>The picture shows one colour and nothing else.</summary>
    public static readonly Problem Blank = new("documents.blank", ProblemKind.Invalid);

    /// <summary>The PDF is larger than a file may be; a PDF is not made smaller here. Fact <c>most</c>: megabytes.</summary>
    public static readonly Problem PdfTooLarge = new("documents.pdfTooLarge", ProblemKind.Invalid);

    /// <summary>The PDF has a password, or allows less than reading.</summary>
    public static readonly Problem PdfLocked = new("documents.pdfLocked", ProblemKind.Invalid);

    /// <summary>The PDF does something by itself: it runs a program, plays, opens or sends.</summary>
    public static readonly Problem PdfActive = new("documents.pdfActive", ProblemKind.Invalid);

    /// <summary>The PDF holds other files.</summary>
    public static readonly Problem PdfHoldsFiles = new("documents.pdfHoldsFiles", ProblemKind.Invalid);

    /// <summary>The PDF is a form to fill in whose answers are not on its pages.</summary>
    public static readonly Problem PdfForm = new("documents.pdfForm", ProblemKind.Invalid);

    /// <summary>The PDF has no pages or more than are taken. Fact <c>most</c>: pages.</summary>
    public static readonly Problem PdfPages = new("documents.pdfPages", ProblemKind.Invalid);

    /// <summary>Something else stands before or behind the PDF in the same file.</summary>
    public static readonly Problem PdfNotAlone = new("documents.pdfNotAlone", ProblemKind.Invalid);

    /// <summary>The PDF is damaged, or cannot be written anew.</summary>
    public static readonly Problem PdfDamaged = new("documents.pdfDamaged", ProblemKind.Invalid);
}
