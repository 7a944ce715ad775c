using System.IO.Compression;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ResidentPortal.Core.Updates.Documents;

/// <summary>
/// How streams are unpacked while a PDF of strangers is parsed: those that hold objects and their table are packed with Flate and nothing else, and a stream that
/// unpacks to a thousand times its size is never unpacked.
/// </summary>
internal sealed class BoundedFilters() : BaseFilterProvider(new Dictionary<string, IFilter>(StringComparer.Ordinal)
{
    [NameToken.FlateDecode.Data] = new BoundedFlate(),
    [NameToken.FlateDecodeAbbreviation.Data] = new BoundedFlate(),
})
{
    private const int MostObjects = 16_000_000;
    private const int WidestRow = 65_536;

    /// <summary>How many bytes a packed stream unpacks to, looked at no further than a little beyond a limit.</summary>
    public static long Unpacked(ReadOnlyMemory<byte> packed, long most)
    {
        using var source = new MemoryStream(packed.ToArray());
        using var plain = new ZLibStream(source, CompressionMode.Decompress);
        var room = new byte[32 * 1024];
        var size = 0L;
        try
        {
            for (int read; size <= most && (read = plain.Read(room)) > 0;)
            {
                size += read;
            }
        }
        catch (InvalidDataException)
        {
            return size; // torn: readers show what there is
        }

        return size;
    }

    private sealed class BoundedFlate : IFilter
    {
        private readonly FlateFilter _flate = new();

        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) =>
            Unpacked(input, MostObjects) > MostObjects || HasWideRows(streamDictionary)
                ? throw new PdfDocumentFormatException("A stream of this file unpacks to more than it may.")
                : _flate.Decode(input, streamDictionary, filterProvider, filterIndex);

        // The predictor makes room for a row before it looks whether there is one.
        private static bool HasWideRows(DictionaryToken stream) => stream.Data.Where(entry => entry.Key is "DecodeParms" or "DP").Select(entry => entry.Value)
            .SelectMany(parameters => parameters is ArrayToken array ? array.Data : [parameters])
            .Any(parameters => parameters switch
            {
                DictionaryToken dictionary => dictionary.Data.Values.Any(value => value is not NumericToken { Data: <= WidestRow }),
                NullToken => false,
                _ => true,
            });
    }
}
