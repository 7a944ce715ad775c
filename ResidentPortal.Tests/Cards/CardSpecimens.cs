extern alias core;

using System.Globalization;
using ResidentPortal.Core.Cards;
using core::ResidentPortal.Core.Cards.Protection;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Profile;
using ResidentPortal.Tests.World;

namespace ResidentPortal.Tests.Cards;

/// <summary>People and cards to draw.</summary>
internal static class CardSpecimens
{
    public const string Digits = "4952408651";
    public const string Authority = "National Identification Authority";
    public static readonly Uin Uin = Uin.Parse(Digits, out _)!;
    public static readonly Vid Vid = Vid.Parse("4913089685701546", out _)!;
    public static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly byte[] FaceFile = ReadFace();

    /// <summary>A drawn face, 14 KB of JPEG.</summary>
    public static byte[] Face => [.. FaceFile];

    /// <summary>Text such as a QR code of ours holds.</summary>
    public static string QrText(int length)
    {
        var random = new Random(length);
        return string.Concat(Enumerable.Range(0, length).Select(_ => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"[random.Next(45)])).Trim().PadRight(length, 'A');
    }

    public static CardHolder Holder(params LocalText[] names) => new() { Uin = Uin, Status = IdentityStatus.Activated, Names = names, BornOn = new DateOnly(1990, 5, 21) };

    public static CardContent Write(CardHolder holder, CardNumber? number = null, Language? language = null, byte[]? photo = null, string? qrText = null) => CardWriter.Write(
        holder, number ?? CardNumber.Of(Uin, isMasked: false), language ?? Language.English, Today, photo, qrText ?? QrText(700), Authority, "https://resident.example.gov/check");

    public static byte[] Draw(CardHolder holder) => CardDrawing.Draw(Write(holder));

    public static byte[] Protect(byte[] plain, string password) => PdfProtector.Protect(plain, password, PdfPermissions.OfCards);

    /// <summary>The text of a file as poppler reads it, without marks of direction and with single spaces: lines of a name that was wrapped come together.</summary>
    public static async Task<string> ReadAsync(string file, string password = "")
    {
        var answer = await OutsideTools.AskAsync("pdftotext", "-upw", password, file, "-");
        return Plain(answer.Output);
    }

    /// <summary>The text of the QR code as a scanner sees it on the page printed at 150 dots an inch.</summary>
    public static async Task<string> ReadQrAsync(string file, string password)
    {
        await OutsideTools.AskAsync("pdftoppm", "-upw", password, "-r", "150", "-gray", "-singlefile", "-png", file, file);
        var read = await OutsideTools.AskAsync("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", $"{file}.png");
        File.Delete($"{file}.png");
        return read.Output.TrimEnd('\n');
    }

    public static string Plain(string text) => string.Join(' ', string.Concat(text.Where(letter => letter is '\u200C' or '\u200D' || char.GetUnicodeCategory(letter) is not UnicodeCategory.Format))
        .Split([' ', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries));

    private static byte[] ReadFace()
    {
        using var resource = typeof(CardSpecimens).Assembly.GetManifestResourceStream("face.jpg")!;
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }
}

/// <summary>A file for tools of others to read, gone afterwards.</summary>
internal sealed class CardFile : IDisposable
{
    public CardFile(byte[] content) => File.WriteAllBytes(Path, content);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");

    public void Dispose() => File.Delete(Path);
}
