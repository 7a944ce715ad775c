using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace ResidentPortal.Core.Cards.Protection;

/// <summary>
/// Opens a finished file before anybody is offered it: with the password it has its pages, without it stays closed. PdfPig's decryption is not our code, and so a witness of its own.
/// </summary>
internal static class CardSelfCheck
{
    private const string None = "";

    /// <summary>What is wrong with the file, if anything.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="password">Its password.</param>
    /// <param name="isOurs">Whether this program made it: then nothing in it may be out of order. The key manager's library is freer.</param>
    /// <param name="pages">How many pages it has.</param>
    public static CardFileFault Check(byte[] pdf, string password, bool isOurs, int pages = 1)
    {
        try
        {
            using var document = Open(pdf, password, isOurs);
            if (document.NumberOfPages != pages)
            {
                return CardFileFault.OtherPages;
            }

            foreach (var reference in document.Structure.CrossReferenceTable.ObjectOffsets.Keys)
            {
                _ = document.Structure.GetObject(reference);
            }
        }
        catch (Exception fault) when (fault is PdfDocumentEncryptedException or PdfDocumentFormatException)
        {
            return CardFileFault.DoesNotOpen;
        }

        try
        {
            using var document = Open(pdf, None, isOurs);
            return CardFileFault.OpensWithoutPassword;
        }
        catch (PdfDocumentEncryptedException)
        {
            return CardFileFault.None;
        }
    }

    private static PdfDocument Open(byte[] pdf, string password, bool isOurs) => PdfDocument.Open(pdf, new ParsingOptions { UseLenientParsing = !isOurs, Password = password });
}

/// <summary>What can be wrong with a finished file.</summary>
internal enum CardFileFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The password does not open it, or it is no PDF.</summary>
    DoesNotOpen,

    /// <summary>It opens without the password.</summary>
    OpensWithoutPassword,

    /// <summary>It has more pages or fewer.</summary>
    OtherPages,
}
