using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ResidentPortal.Core.Updates.Documents;

/// <summary>A page as it is written anew.</summary>
/// <param name="Entries">What draws it, with what it inherits (ISO 32000-2, 7.7.3.4).</param>
/// <param name="Annotations">The annotations that are drawn on it.</param>
internal sealed record PdfPage(IReadOnlyDictionary<string, IToken> Entries, IReadOnlyList<PdfDrawnNote> Annotations);

/// <summary>What an annotation draws, a filled-in field or a stamp: where, and which drawing.</summary>
internal sealed record PdfDrawnNote(IToken Place, IndirectReferenceToken Drawing);

/// <summary>Finds the pages of a file.</summary>
internal static class PdfPageTree
{
    private static readonly string[] Inherited = ["Resources", "MediaBox", "CropBox", "Rotate"];
    private static readonly string[] Kept = [.. Inherited, "Contents", "UserUnit", "Group"];

    /// <summary>The pages in their order; null where there are more than this.</summary>
    public static List<PdfPage>? Pages(PdfObjects objects, int most)
    {
        List<PdfPage> pages = [];
        HashSet<IndirectReference> seen = [];
        var catalog = Dictionary(objects.Whole(new IndirectReferenceToken(objects.Root)));
        Stack<(IToken Node, Dictionary<string, IToken> From)> waiting = new([(catalog.Data["Pages"], [])]);
        while (waiting.TryPop(out var next))
        {
            if (next.Node is not IndirectReferenceToken reference || !seen.Add(reference.Data))
            {
                throw new PdfDocumentFormatException("A page stands in two places.");
            }

            var node = Dictionary(objects.Whole(reference));
            var own = new Dictionary<string, IToken>(next.From, StringComparer.Ordinal);
            foreach (var key in Inherited.Where(node.Data.ContainsKey))
            {
                own[key] = node.Data[key];
            }

            if (objects.Whole(node, "Kids") is ArrayToken kids)
            {
                foreach (var kid in kids.Data.Reverse())
                {
                    waiting.Push((kid, own));
                }

                continue;
            }

            if (pages.Count == most)
            {
                return null;
            }

            foreach (var key in Kept.Where(node.Data.ContainsKey))
            {
                own[key] = node.Data[key];
            }

            pages.Add(new PdfPage(own, [.. Notes(objects, node)]));
        }

        return pages;
    }

    private static DictionaryToken Dictionary(IToken token) => token as DictionaryToken ?? throw new PdfDocumentFormatException("Something else stands where a dictionary should.");

    private static IEnumerable<PdfDrawnNote> Notes(PdfObjects objects, DictionaryToken page)
    {
        const int Hidden = 2;
        const int NoView = 32;
        if (objects.Whole(page, "Annots") is not ArrayToken annotations)
        {
            yield break;
        }

        foreach (var token in annotations.Data)
        {
            if (objects.Whole(token) is DictionaryToken note && objects.Name(note, "Subtype") is not ("Link" or "Popup")
                && ((int)(objects.Number(note, "F") ?? 0) & (Hidden | NoView)) == 0 && DrawingOf(objects, note) is { } drawing && objects.Whole(note, "Rect") is ArrayToken place)
            {
                yield return new PdfDrawnNote(place, drawing);
            }
        }
    }

    /// <summary>Whether a field has an answer that no drawing shows: written anew, it would be lost.</summary>
    public static bool HasUndrawnAnswers(PdfObjects objects) => objects.Reachable().Any(found =>
        objects.Name(found.Dictionary, "Subtype") is "Widget" && DrawingOf(objects, found.Dictionary) is null && IsAnswered(objects, found.Dictionary));

    private static bool IsAnswered(PdfObjects objects, DictionaryToken field)
    {
        const int Deepest = 16;
        for (var depth = 0; depth < Deepest; depth++)
        {
            if (objects.Whole(field, "V") is StringToken { Data.Length: > 0 } or HexToken { Data.Length: > 0 } or StreamToken or ArrayToken { Length: > 0 })
            {
                return true;
            }

            if (objects.Whole(field, "Parent") is not DictionaryToken parent)
            {
                return false;
            }

            field = parent;
        }

        return true;
    }

    // The drawing for now (12.5.5): the only one, or the one of the state it is in.
    private static IndirectReferenceToken? DrawingOf(PdfObjects objects, DictionaryToken note)
    {
        var normal = objects.Whole(note, "AP") is DictionaryToken drawings ? drawings.Data.GetValueOrDefault("N") : null;
        var drawing = objects.Whole(normal) is DictionaryToken states && objects.Name(note, "AS") is { } state ? states.Data.GetValueOrDefault(state) : normal;
        return drawing is IndirectReferenceToken reference && objects.Whole(reference) is StreamToken ? reference : null;
    }
}
