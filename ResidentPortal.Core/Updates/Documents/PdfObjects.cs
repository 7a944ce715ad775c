using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ResidentPortal.Core.Updates.Documents;

/// <summary>The objects of a PDF by what leads to them (ISO 32000-2, 7.3.10), wherever in the file they lie: on their own or packed in a stream.</summary>
internal sealed class PdfObjects(Structure structure)
{
    private const int LongestChain = 8;
    private const int MostTokens = 1_000_000;

    /// <summary>The root of all that a reader sees.</summary>
    public IndirectReference Root => structure.Trailer.Root;

    /// <summary>Which layers are seen and which are not (8.11.4), where there are layers.</summary>
    public DictionaryToken? Layers => Whole(new IndirectReferenceToken(Root)) is DictionaryToken catalog ? Whole(catalog, "OCProperties") as DictionaryToken : null;

    /// <summary>What a token stands for: itself, or the object it refers to. An object that is not there is nothing (7.3.10).</summary>
    public IToken Whole(IToken? token)
    {
        for (var steps = 0; token is IndirectReferenceToken reference; steps++)
        {
            if (steps == LongestChain)
            {
                throw new PdfDocumentFormatException("A reference leads nowhere.");
            }

            token = structure.CrossReferenceTable.ObjectOffsets.ContainsKey(reference.Data) ? structure.GetObject(reference.Data)?.Data : null;
        }

        return token ?? NullToken.Instance;
    }

    /// <summary>What a key of a dictionary stands for.</summary>
    public IToken Whole(DictionaryToken dictionary, string key) => Whole(dictionary.Data.GetValueOrDefault(key));

    /// <summary>The name under a key, or null.</summary>
    public string? Name(DictionaryToken dictionary, string key) => (Whole(dictionary, key) as NameToken)?.Data;

    /// <summary>The number under a key, or null.</summary>
    public double? Number(DictionaryToken dictionary, string key) => (Whole(dictionary, key) as NumericToken)?.Data;

    /// <summary>Every dictionary that can be reached, with the stream it belongs to where it does; each object once.</summary>
    public IEnumerable<(DictionaryToken Dictionary, StreamToken? Stream)> Reachable()
    {
        HashSet<IndirectReference> seen = [];
        Stack<IToken> waiting = new([new IndirectReferenceToken(Root)]);
        for (var count = 0; waiting.TryPop(out var token); count++)
        {
            if (count == MostTokens)
            {
                throw new PdfDocumentFormatException("This file has more parts than a paper.");
            }

            switch (token)
            {
                case IndirectReferenceToken reference when seen.Add(reference.Data):
                    waiting.Push(Whole(reference));
                    break;
                case StreamToken stream:
                    yield return (stream.StreamDictionary, stream);
                    Push(stream.StreamDictionary.Data.Values);
                    break;
                case DictionaryToken dictionary:
                    yield return (dictionary, null);
                    Push(dictionary.Data.Values);
                    break;
                case ArrayToken array:
                    Push(array.Data);
                    break;
            }
        }

        void Push(IEnumerable<IToken> tokens)
        {
            foreach (var token in tokens.Where(token => token is IndirectReferenceToken or StreamToken or DictionaryToken or ArrayToken))
            {
                waiting.Push(token);
            }
        }
    }
}
