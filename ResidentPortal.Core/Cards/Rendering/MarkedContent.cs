using System.Globalization;
using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>What Skia wrote onto the page, each thing marked as what it is (ISO 32000-2, 14.6), with the ground under it where there is one.</summary>
internal static class MarkedContent
{
    private const string Ground = "Ground";

    /// <summary>The content of the page, marked.</summary>
    /// <param name="content">As Skia wrote it.</param>
    /// <param name="roles">What the things are, in the order in which they were drawn; null for ornament.</param>
    /// <param name="hasGround">Whether something lies under the page.</param>
    public static StreamToken Of(StreamToken content, IReadOnlyList<string?> roles, bool hasGround)
    {
        using var plain = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(content.Data.ToArray()), CompressionMode.Decompress))
        {
            zlib.CopyTo(plain);
        }

        using var packed = new MemoryStream((int)content.Data.Length * 2);
        var next = 0;
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var marked = new BufferedStream(zlib, 1 << 15))
        {
            marked.Write(Encoding.ASCII.GetBytes($"/Artifact BMC\n{(hasGround ? $"/{Ground} Do\n" : string.Empty)}"));
            string? role = null;
            var rest = plain.GetBuffer().AsSpan(0, (int)plain.Length);
            while (!rest.IsEmpty)
            {
                var line = rest[..(rest.IndexOf((byte)'\n') is >= 0 and var end ? end + 1 : rest.Length)];
                rest = rest[line.Length..];
                var isPicture = line.EndsWith(" Do\n"u8);
                if (isPicture || line.SequenceEqual("BT\n"u8))
                {
                    role = roles[next];
                    if (role is not null)
                    {
                        marked.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"EMC\n/{role} <</MCID {next}>> BDC\n")));
                    }

                    next++;
                }

                marked.Write(line);
                if (role is not null && (isPicture || line.SequenceEqual("ET\n"u8)))
                {
                    marked.Write("EMC\n/Artifact BMC\n"u8);
                }
            }

            marked.Write("\nEMC\n"u8);
        }

        if (next != roles.Count)
        {
            throw new InvalidDataException($"{roles.Count} things were written down and {next} drawn.");
        }

        return new StreamToken(content.StreamDictionary.With(NameToken.Length, new NumericToken(packed.Length)), packed.ToArray());
    }

    /// <summary>The page, with its ground among what it may use.</summary>
    public static DictionaryToken WithGround(DictionaryToken page, IndirectReference ground)
    {
        var resources = (DictionaryToken)page.Data[NameToken.Resources];
        var pictures = resources.Data.TryGetValue(NameToken.Xobject, out var drawn) ? (DictionaryToken)drawn : new DictionaryToken(new Dictionary<NameToken, IToken>());
        return page.With(NameToken.Resources, resources.With(NameToken.Xobject, pictures.With(NameToken.Create(Ground), new IndirectReferenceToken(ground))));
    }
}
