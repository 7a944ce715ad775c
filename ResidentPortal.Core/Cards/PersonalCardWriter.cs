using ResidentPortal.Core.Cards.Qr;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Cards;

/// <summary>Puts a card of chosen data into words: the chosen fields, and nothing else of the person.</summary>
internal static class PersonalCardWriter
{
    /// <summary>What is printed.</summary>
    /// <param name="shown">The fields as they were chosen.</param>
    /// <param name="frame">The words around them.</param>
    /// <param name="language">The language of labels.</param>
    /// <param name="photo">The photo as JPEG, where it was chosen and can be read.</param>
    public static CardContent Write(IReadOnlyList<DisclosedField> shown, CardContent frame, Language language, byte[]? photo)
    {
        var address = shown.FirstOrDefault(field => field.Field.Parts.Count > 1);
        return frame with
        {
            Photo = photo,
            HasPhotoPlace = shown.Any(field => field.Field.Meaning is DisclosureMeaning.Photo),
            Facts = [.. shown.Where(field => field != address && field.Values.Count > 0).Select(field => Field(field, language))],
            Address = address is null ? null : Field(address, language) with { Values = Lines(address, language) },
        };
    }

    /// <summary>What the QR code says: the same, as far as there is a place for it.</summary>
    public static CardClaims Claims(IReadOnlyList<DisclosedField> shown, DateOnly? bornOn, CardGender? gender, Language language)
    {
        var born = Find(DisclosureMeaning.Date);
        var name = Find(DisclosureMeaning.Name);
        return new CardClaims
        {
            Id = Text(Find(DisclosureMeaning.Number)) ?? string.Empty,
            Language = language.Code,
            FullName = Text(name) ?? string.Empty,
            BornOn = born is { Choice.Format: null } ? bornOn : null,
            BornText = born is { Choice.Format: not null } || bornOn is null ? Text(born) : null,
            Gender = Find(DisclosureMeaning.Gender) is null ? null : gender,
            Address = shown.FirstOrDefault(field => field.Field.Parts.Count > 1) is { } address ? [.. Lines(address, language).Select(line => line.Text)] : [],
            Email = Text(Find(DisclosureMeaning.Email)),
            Phone = Text(Find(DisclosureMeaning.Phone)),
        };

        DisclosedField? Find(DisclosureMeaning meaning) => shown.FirstOrDefault(field => field.Field.Meaning == meaning);

        string? Text(DisclosedField? field) => field?.Values is [var value, ..] ? In(value, language).Text : null;
    }

    private static CardField Field(DisclosedField field, Language language) => new(
        field.Field.LabelIn(language.Code), [.. field.Values.SelectMany(value => value.Value.Texts).Select(text => new LocalText(text.Language ?? language.Code, text.Text)).DistinctBy(text => text.Text, StringComparer.Ordinal)]);

    // One language for a whole address: all of them would not be legible on a card.
    private static IReadOnlyList<LocalText> Lines(DisclosedField address, Language language) =>
        [.. address.Values.Select(value => In(value, language)).Select(text => new LocalText(text.Language ?? language.Code, text.Text)).DistinctBy(text => text.Text, StringComparer.Ordinal)];

    private static FieldText In(DisclosedValue value, Language language) =>
        value.Value.Texts.FirstOrDefault(text => text.Language is null || string.Equals(text.Language, language.Code, StringComparison.OrdinalIgnoreCase)) ?? value.Value.Texts[0];
}
