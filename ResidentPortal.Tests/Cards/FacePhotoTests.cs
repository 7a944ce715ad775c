using System.Text;
using ResidentPortal.Core.Cards.Photos;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Cards.PhotoSamples;

namespace ResidentPortal.Tests.Cards;

/// <summary>Which image in a person's biometrics is the portrait.</summary>
public sealed class FacePhotoTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(3, 0)]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(3, 2)]
    public void The_image_is_found_behind_headers_of_any_length(int qualities, int landmarks) => ShouldFind(Document(Part(Record(Jp2, qualities, landmarks))), Jp2);

    [Fact]
    public void What_follows_the_image_is_left_alone() => ShouldFind(Document(Part(Record(Jp2, trailing: 49_000))), Jp2);

    [Theory]
    [InlineData(0xFFFFFFFF)]
    [InlineData(0x7FFFFFFF)]
    [InlineData(1_000_000)]
    [InlineData(0)]
    public void A_length_that_cannot_be_is_not_believed(uint length) => ShouldFind(Document(Part(Record(Jp2, length: length))), Jp2);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Another_number_of_images_is_not_relied_on(int representations) => ShouldFind(Document(Part(Record(Jp2, representations: representations))), Jp2);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(77)]
    public void What_the_record_says_of_the_images_sort_does_not_matter(byte type) => Found(Document(Part(Record(Jp2, type: type)))).Kind.ShouldBe(ImageKind.Jp2);

    [Theory]
    [InlineData("meera.jp2", "Jp2")]
    [InlineData("elodie.j2k", "Codestream")]
    [InlineData("abebe.jpg", "Jpeg")]
    [InlineData("tomas.png", "Png")]
    public void The_sort_of_an_image_is_told_by_its_first_bytes_with_a_record_around_it_or_without(string file, string kind)
    {
        Found(Face(File(file))).Kind.ToString().ShouldBe(kind);
        Found(Document(Part(File(file)))).Kind.ToString().ShouldBe(kind);
    }

    [Fact]
    public void A_record_of_another_edition_is_searched()
    {
        byte[] old = [.. "FAC\0"u8, .. "010\0"u8, .. new byte[40], .. Codestream];
        ShouldFind(Document(Part(old)), Codestream);
    }

    [Fact]
    public void Base64_of_either_alphabet_padded_or_not_and_in_lines_is_read()
    {
        var plain = Convert.ToBase64String(Record(Jp2));
        var url = plain.Replace('+', '-').Replace('/', '_').TrimEnd('=');
        foreach (var block in new[] { plain, url, string.Join("\r\n", plain.Chunk(76).Select(line => new string(line))), $"\n  {url}\n" })
        {
            ShouldFind(Document(Part(block)), Jp2);
        }
    }

    [Theory]
    [InlineData("""<others><entry key="EXCEPTION">true</entry></others>""")]
    [InlineData("""<others><entry key="EXCEPTION">TRUE</entry><entry key="RETRIES">1</entry></others>""")]
    [InlineData("""<Others><Key>EXCEPTION</Key><Value>true</Value></Others>""")]
    public void A_face_that_could_not_be_taken_is_none(string others) => StateOf(Document(Part(Record(Jp2), after: others))).ShouldBe(PhotoState.NoneEnrolled);

    [Fact]
    public void A_face_without_an_exception_is_one() => ShouldFind(Document(Part(Record(Jp2), after: """<others><entry key="EXCEPTION">false</entry></others>""")), Jp2);

    [Fact]
    public void Fingers_and_the_photo_of_an_exception_are_passed_over()
    {
        ShouldFind(Document(Part([1, 2, 3], "Finger"), Part(Record(Jpeg), "ExceptionPhoto"), Part(Record(Jp2)), Part([4], "Iris")), Jp2);
        StateOf(Document(Part([1, 2, 3], "Finger"), Part(Record(Jpeg), "ExceptionPhoto"))).ShouldBe(PhotoState.NoneEnrolled);
        StateOf(Document(Part(string.Empty))).ShouldBe(PhotoState.NoneEnrolled);
    }

    [Fact]
    public void Of_two_faces_the_raw_one_goes_first_then_the_newer_then_the_first()
    {
        ShouldFind(Document(Part(Record(Jpeg), level: "Processed", created: "2026-02-01T10:00:00.000Z"), Part(Record(Jp2))), Jp2);
        ShouldFind(Document(Part(Record(Jpeg), created: "2019-02-01T10:00:00.000Z"), Part(Record(Jp2))), Jp2);
        ShouldFind(Document(Part(Record(Jp2)), Part(Record(Jpeg))), Jp2);
    }

    [Fact]
    public void A_face_that_cannot_be_read_leaves_the_next_one() => ShouldFind(Document(Part([9, 9, 9]), Part("%%%"), Part(Record(Jp2))), Jp2);

    [Fact]
    public void Records_within_records_are_looked_into() => ShouldFind(Document($"<BIR>{Part([1], "Finger")}<BIR>{Part(Record(Jp2))}</BIR></BIR>"), Jp2);

    [Fact]
    public void Without_biometrics_there_is_no_face()
    {
        StateOf(null).ShouldBe(PhotoState.NoneEnrolled);
        StateOf(Document()).ShouldBe(PhotoState.NoneEnrolled);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not XML")]
    [InlineData("<BIR>")]
    [InlineData("<html><body>Service unavailable</body></html>")]
    [InlineData("<!DOCTYPE BIR [<!ENTITY a \"aaaa\">]><BIR>&a;</BIR>")]
    [InlineData("<!DOCTYPE BIR SYSTEM \"http://elsewhere.example/a.dtd\"><BIR/>")]
    public void What_is_no_document_of_biometrics_is_unreadable(string document) => StateOf(Encoding.UTF8.GetBytes(document)).ShouldBe(PhotoState.Unreadable);

    [Theory]
    [InlineData("AAAA")]
    [InlineData("not base64 at all!")]
    public void A_face_in_which_no_image_begins_is_unreadable(string block) => StateOf(Document(Part(block))).ShouldBe(PhotoState.Unreadable);

    [Fact]
    public void A_face_larger_than_any_is_unreadable()
    {
        StateOf(Document(Part(Record(Jp2, trailing: 6 * 1024 * 1024)))).ShouldBe(PhotoState.Unreadable);
        StateOf([.. Face(Jp2), .. new byte[16 * 1024 * 1024]]).ShouldBe(PhotoState.Unreadable);
    }

    [Theory]
    [InlineData(5000, 100)]
    [InlineData(4096, 4096)]
    [InlineData(0, 100)]
    [InlineData(60000, 60000)]
    public void Sides_that_no_photo_has_never_reach_a_decoder(int width, int height)
    {
        var png = Png.ToArray();
        Put(png, 16, width);
        Put(png, 20, height);
        FaceImage.Of(png).ShouldBeNull();
        var codestream = Codestream.ToArray();
        Put(codestream, 8, width);
        Put(codestream, 12, height);
        FaceImage.Of(codestream).ShouldBeNull();
        var jp2 = Jp2.ToArray();
        var inner = jp2.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51]);
        Put(jp2, inner + 8, width);
        Put(jp2, inner + 12, height);
        FaceImage.Of(jp2).ShouldBeNull();
        StateOf(Face(jp2)).ShouldBe(PhotoState.Unreadable);

        static void Put(byte[] bytes, int at, int number) => System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), number);
    }

    [Fact]
    public void Nothing_cut_short_or_changed_makes_this_throw()
    {
        var random = new Random(7);
        var document = Face(Jp2[..2000]);
        for (var length = 0; length < document.Length; length += 7)
        {
            FacePhoto.Find(document[..length]).Image.ShouldBeNull();
        }

        foreach (var image in new[] { Jp2, Codestream, Jpeg, Png })
        {
            for (var i = 0; i < 2000; i++)
            {
                var record = Record(image);
                record[random.Next(200)] = (byte)random.Next(256);
                FaceRecord.ImageIn(record[..random.Next(record.Length)]);
                FaceRecord.ImageIn(record);
            }
        }
    }

    private static FaceImage Found(byte[] document) => FacePhoto.Find(document).Image.ShouldNotBeNull();

    private static PhotoState StateOf(byte[]? document) => FacePhoto.Find(document).State;

    private static void ShouldFind(byte[] document, byte[] image) => Found(document).Bytes.Span[..image.Length].SequenceEqual(image).ShouldBeTrue();
}
