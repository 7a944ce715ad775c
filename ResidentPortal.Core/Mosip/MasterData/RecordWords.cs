using ResidentPortal.Core.Cards;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>
/// The words behind what an identity holds of genders and places, which are codes in some countries and words in others; what cannot be found
/// out stays as the record has it.
/// </summary>
internal sealed class RecordWords(ChoiceLists lists, PlaceTree places)
{
    private static readonly (CardGender Gender, string[] Codes)[] Genders =
    [
        (CardGender.Male, ["MLE", "M", "MALE"]),
        (CardGender.Female, ["FLE", "F", "FEMALE"]),
        (CardGender.Other, ["OTH", "O", "OTHER", "OTHERS"]),
    ];

    /// <summary>A gender's word, and its number on cards where that can be told.</summary>
    public async Task<(LocalText Word, CardGender? Gender)> GenderAsync(LocalText recorded, CancellationToken cancellationToken)
    {
        var listed = await lists.FieldAsync(ChoiceLists.GenderField, recorded.Language, cancellationToken);
        var gender = listed.Then(choices => choices.FirstOrDefault(choice => Is(choice.Code, recorded.Text) || Is(choice.Label, recorded.Text)));
        return gender is { IsSuccess: true, Value: { } known }
            ? (recorded with { Text = known.Label }, NumberOf(known.Code))
            : (recorded, NumberOf(recorded.Text));
    }

    /// <summary>The name of a place; a name already given stays, and is not sent anywhere.</summary>
    public async Task<LocalText> LocationAsync(LocalText recorded, CancellationToken cancellationToken)
    {
        if (!IsCode(recorded.Text))
        {
            return recorded;
        }

        var found = await places.FindAsync(recorded.Text, recorded.Language, cancellationToken);
        return found is { IsSuccess: true, Value: [var place, ..] } ? recorded with { Text = place.Name } : recorded;
    }

    // Names of places have small letters, spaces or another script; codes have none of them.
    private static bool IsCode(string text) => PlaceCode.IsOne(text) && !text.Any(char.IsAsciiLetterLower);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static CardGender? NumberOf(string code) =>
        Genders.Where(gender => gender.Codes.Contains(code, StringComparer.OrdinalIgnoreCase)).Select(gender => (CardGender?)gender.Gender).FirstOrDefault();
}
