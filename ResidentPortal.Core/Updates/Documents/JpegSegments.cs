using System.Buffers.Binary;

namespace ResidentPortal.Core.Updates.Documents;

/// <summary>Walks through the segments of a JPEG file (ISO/IEC 10918-1, B.1.1) without decoding it.</summary>
internal static class JpegSegments
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const int MostScans = 100; // each goes over the whole picture again; honest files have some ten

    /// <summary>Whether the file goes on to its end, in no more scans than a camera or a scanner writes.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file)
    {
        var (at, scans) = (0, 0);
        while (Next(file, ref at) is { } segment)
        {
            scans += segment.Marker is StartOfScan ? 1 : 0;
            if (segment.Marker is EndOfImage)
            {
                return scans is > 0 and <= MostScans;
            }
        }

        return false;
    }

    /// <summary>The same picture without notes on it: Exif and XMP (APP1), Photoshop's (APP13), comments, all that is not needed to show it, and what stands behind its end. Null where it has no end.</summary>
    public static byte[]? WithoutNotes(ReadOnlySpan<byte> file)
    {
        using var bare = new MemoryStream(file.Length);
        var at = 0;
        while (Next(file, ref at) is { } segment)
        {
            if (!IsNote(segment.Marker, file[segment.Start..segment.End]))
            {
                bare.Write(file[segment.Start..segment.End]);
            }

            if (segment.Marker is EndOfImage)
            {
                return bare.ToArray();
            }
        }

        return null;
    }

    // JFIF (APP0), a colour profile (APP2) and Adobe's colour transform (APP14) decide how it looks.
    private static bool IsNote(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        0xE0 or 0xEE => false,
        0xE2 => !segment[4..].StartsWith("ICC_PROFILE"u8),
        >= 0xE1 and <= 0xEF or 0xFE => true,
        _ => false,
    };

    private static (byte Marker, int Start, int End)? Next(ReadOnlySpan<byte> file, ref int at)
    {
        var start = at;
        while (at + 1 < file.Length && file[at] == 0xFF && file[at + 1] == 0xFF)
        {
            at++; // filling
        }

        if (at + 1 >= file.Length || file[at] != 0xFF || file[at + 1] == 0)
        {
            return null;
        }

        var marker = file[at + 1];
        at += 2;
        if (marker is StartOfImage or EndOfImage or 0x01 or (>= 0xD0 and <= 0xD7))
        {
            return (marker, start, at);
        }

        var length = at + 2 > file.Length ? 0 : BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
        if (length < 2 || at + length > file.Length)
        {
            return null;
        }

        at += length;
        if (marker is StartOfScan)
        {
            // What is coded ends at a marker that is neither a stuffed byte nor a restart.
            while (at + 1 < file.Length && (file[at] != 0xFF || file[at + 1] is 0 or (>= 0xD0 and <= 0xD7)))
            {
                at++;
            }
        }

        return (marker, start, at);
    }
}
