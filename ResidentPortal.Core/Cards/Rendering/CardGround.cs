using System.Collections.Concurrent;
using System.IO.Compression;
using SkiaSharp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>
/// What lies under every page of a kind: the cards' ground with its engraving, the marks to cut along. It says nothing of anybody, so it is drawn and packed once and put
/// under each page as it is (a form XObject, ISO 32000-2, 8.10).
/// </summary>
internal static class CardGround
{
    private static readonly ConcurrentDictionary<(CardKind Kind, bool IsRightToLeft), Lazy<StreamToken>> Made = new();

    /// <summary>The ground of a kind, mirrored or not.</summary>
    public static StreamToken Of(CardKind kind, bool isRightToLeft, Action<PrintedPages> draw) => Made.GetOrAdd((kind, isRightToLeft), _ => new(() => Make(draw))).Value;

    private static StreamToken Make(Action<PrintedPages> draw)
    {
        var page = new PrintedPages();
        draw(page);
        using var document = PdfDocument.Open(page.ToUntaggedPdf(SKDocumentPdfMetadata.Default), ParsingOptions.LenientParsingOff);
        var drawn = document.GetPage(1).Dictionary;
        var content = ((StreamToken)Whole(drawn.Data[NameToken.Contents])).Data;
        using var packed = new MemoryStream();
        using (var plain = new ZLibStream(new MemoryStream(content.ToArray()), CompressionMode.Decompress))
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            plain.CopyTo(zlib);
        }

        return new StreamToken(
            new DictionaryToken(new Dictionary<NameToken, IToken>
            {
                [NameToken.Type] = NameToken.Xobject,
                [NameToken.Subtype] = NameToken.Form,
                [NameToken.Bbox] = drawn.Data[NameToken.MediaBox],
                [NameToken.Resources] = Whole(drawn.Data[NameToken.Resources]),
                [NameToken.Filter] = NameToken.FlateDecode,
                [NameToken.Length] = new NumericToken(packed.Length),
            }),
            packed.ToArray());

        // Without references: it goes into other files.
        IToken Whole(IToken token) => token switch
        {
            IndirectReferenceToken reference => Whole(document.Structure.GetObject(reference.Data).Data),
            DictionaryToken dictionary => new DictionaryToken(dictionary.Data.ToDictionary(entry => NameToken.Create(entry.Key), entry => Whole(entry.Value))),
            ArrayToken array => new ArrayToken([.. array.Data.Select(Whole)]),
            _ => token,
        };
    }
}
