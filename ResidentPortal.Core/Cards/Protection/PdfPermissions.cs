namespace ResidentPortal.Core.Cards.Protection;

/// <summary>What a reader is asked to allow (ISO 32000-2, table 22). Readers may ignore it: nothing enforces it once the file is open.</summary>
[Flags]
internal enum PdfPermissions
{
    None = 0,
    Print = 1 << 2,
    Modify = 1 << 3,
    Copy = 1 << 4,
    Annotate = 1 << 5,
    FillForms = 1 << 8,
    ExtractForAccessibility = 1 << 9,
    Assemble = 1 << 10,
    PrintHighQuality = 1 << 11,

    /// <summary>What a card allows: all that its holder may want to do with it but change it.</summary>
    OfCards = Print | PrintHighQuality | Copy | ExtractForAccessibility,
}
