using System.Buffers.Binary;

namespace ResidentPortal.Core.Cards.Photos;

/// <summary>A face record (ISO/IEC 19794-5:2011, in the layout MOSIP reads and writes): headers of changing length, and in them an image file.</summary>
internal static class FaceRecord
{
    private const int RepresentationsAt = 12;
    private const int QualitiesAt = 35;
    private const int QualitySize = 5;
    private const int LandmarkSize = 8;
    private const int MostTries = 16;

    /// <summary>
    /// The image in a record, null where there is none. Where the headers do not lead to an image, as in records of the edition of 2005, the first
    /// beginning of an image is taken, with all that follows: decoders stop by themselves. A bare image is found the same way.
    /// </summary>
    public static FaceImage? ImageIn(byte[] record) => (ByHeaders(record) is { } image ? FaceImage.Of(image) : null) ?? ByScanning(record);

    private static ReadOnlyMemory<byte>? ByHeaders(byte[] record)
    {
        if (!record.AsSpan().StartsWith("FAC\0"u8) || !record.AsSpan(4).StartsWith("030\0"u8) || Number(record, RepresentationsAt, 2) != 1)
        {
            return null;
        }

        var landmarksAt = QualitiesAt + 1 + (QualitySize * Number(record, QualitiesAt, 1));
        var lengthAt = landmarksAt + 28 + (LandmarkSize * Number(record, landmarksAt, 2));
        var length = Number(record, lengthAt, 4);
        var imageAt = lengthAt + 4;

        // A record may be longer than it says, for data of other kinds behind the image, but never shorter.
        return length > 0 && length <= record.Length - imageAt ? record.AsMemory((int)imageAt, (int)length) : null;
    }

    private static FaceImage? ByScanning(byte[] record)
    {
        var tries = 0;
        for (var at = 0; at < record.Length && tries < MostTries; at++)
        {
            if (FaceImage.KindOf(record.AsSpan(at)) is not null)
            {
                tries++;
                if (FaceImage.Of(record.AsMemory(at)) is { } image)
                {
                    return image;
                }
            }
        }

        return null;
    }

    /// <summary>A number in the record; where the record ends before, one so large that nothing fits.</summary>
    private static long Number(byte[] record, long at, int size) => at + size > record.Length ? int.MaxValue : size switch
    {
        1 => record[at],
        2 => BinaryPrimitives.ReadUInt16BigEndian(record.AsSpan((int)at)),
        _ => BinaryPrimitives.ReadUInt32BigEndian(record.AsSpan((int)at)),
    };
}
