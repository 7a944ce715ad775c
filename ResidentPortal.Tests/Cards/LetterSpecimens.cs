using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.Languages;

namespace ResidentPortal.Tests.Cards;

/// <summary>Letters to draw.</summary>
internal static class LetterSpecimens
{
    public const string Number = "4952 4086 51";

    public static Letter English { get; } = new(Language.English, "National Identification Authority", "Your request was received",
    [
        new(LetterPartKind.Paragraph, "We have received your request to change your address. Nothing else is needed from you now; an officer looks at your papers within ten working days."),
        new(LetterPartKind.Number, "1000 2411 2026 1751", "Reference number"),
        new(LetterPartKind.Heading, "What you sent"),
        new(LetterPartKind.Row, "Address", "What changes"),
        new(LetterPartKind.Row, "Flat 1204, The Very Long Named Residential Tower of the Northern Harbour, Boulevard of the Twenty-Sixth of September 1962, District Eleven", "New address, as it will be printed on your card and in letters"),
        new(LetterPartKind.Row, "أنور بن صالح الفاسي", "Name in Arabic"),
        new(LetterPartKind.Row, "24 November 2026, 17:51", "Received"),
        new(LetterPartKind.Heading, "If this was not you"),
        new(LetterPartKind.Paragraph, "Go to the portal and open “My requests”. You can stop this request until it is decided."),
    ]);

    public static Letter Arabic { get; } = new(Language.Arabic, "الهيئة الوطنية للهوية", "تم استلام طلبك",
    [
        new(LetterPartKind.Paragraph, "استلمنا طلبك بتغيير عنوانك. لا يلزمك شيء الآن؛ يراجع موظف أوراقك خلال 10 أيام عمل، ثم نكتب إلى البريد meera@example.org."),
        new(LetterPartKind.Number, Number, "رقم الهوية"),
        new(LetterPartKind.Heading, "ما أرسلته"),
        new(LetterPartKind.Row, "العنوان", "ما يتغير"),
        new(LetterPartKind.Row, "Maximiliana Wolfeschlegelstein", "الاسم باللاتينية"),
        new(LetterPartKind.Row, "24 نوفمبر 2026 في الساعة 17:51", "وقت الاستلام"),
        new(LetterPartKind.Heading, "إن لم تكن أنت"),
        new(LetterPartKind.Paragraph, "افتح البوابة ثم «طلباتي». يمكنك إيقاف هذا الطلب ما لم يُبتّ فيه."),
    ]);

    /// <summary>Forty headings with a paragraph each, numbered so that each can be found.</summary>
    public static Letter Long(Language language, int sections = 40) => new(language, "Office", "A long letter",
    [
        .. Enumerable.Range(1, sections).SelectMany(i => (LetterPart[])
        [
            new(LetterPartKind.Heading, $"Heading{i}"),
            new(LetterPartKind.Paragraph, string.Join(' ', Enumerable.Range(1, 10 + (i % 7 * 9)).Select(j => $"begin{i}word{j}"))),
        ]),
    ]);

    public static byte[] Draw(Letter letter) => new LetterWriter().Write(letter);
}
