using System.Globalization;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>An identity as the ID repository hands it out: the UIN's status and the document after the country's schema.</summary>
public sealed record IdentityRecord(Resident Resident)
{
    private static readonly (string Attribute, Func<string, string> Word)[] Lines =
    [
        ("addressLine1", IdentityWords.Street), ("addressLine2", IdentityWords.Flat), ("addressLine3", IdentityWords.Quarter),
        ("city", IdentityWords.City), ("region", IdentityWords.Region), ("province", IdentityWords.Province),
    ];

    /// <summary>The UIN.</summary>
    public string Uin => Resident.Uin;

    /// <summary>The status of the UIN.</summary>
    public string Status => Resident.Status;

    /// <summary>The gender in words, as master data has them.</summary>
    public string GenderIn(string language) => Changed("gender", language) ?? IdentityWords.Gender(language, Resident.IsFemale);

    /// <summary>The address in words, a line each, without the postal code.</summary>
    public IReadOnlyList<string> AddressIn(string language) => [.. Lines.Select(line => Changed(line.Attribute, language) ?? line.Word(language))];

    /// <summary>The identity document: arrays of language and value, texts and one number, as in the default schema.</summary>
    public JsonObject Document()
    {
        var document = new JsonObject
        {
            ["IDSchemaVersion"] = 0.1,
            ["UIN"] = Resident.Uin,
            ["fullName"] = Localised(language => Resident.Names[language]),
            ["dateOfBirth"] = Resident.BornOn.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture),
            ["gender"] = Coded(IdentityWords.GenderCode(Resident.IsFemale), GenderIn),
            ["residenceStatus"] = Localised(IdentityWords.ResidenceStatus),
            ["addressLine1"] = Localised(IdentityWords.Street),
            ["addressLine2"] = Localised(IdentityWords.Flat),
            ["addressLine3"] = Localised(IdentityWords.Quarter),
            ["region"] = Coded(IdentityWords.RegionCode, IdentityWords.Region),
            ["province"] = Coded(IdentityWords.ProvinceCode, IdentityWords.Province),
            ["city"] = Coded(IdentityWords.CityCode, IdentityWords.City),
            ["zone"] = Coded(IdentityWords.ZoneCode, IdentityWords.Zone),
            ["postalCode"] = IdentityWords.PostalCode,
            ["preferredLang"] = Resident.PreferredLanguage,
            ["proofOfIdentity"] = new JsonObject
            {
                ["format"] = "pdf", ["type"] = "DOC004", ["value"] = "POI_Passport", ["refNumber"] = "K" + Resident.Uin[3..],
            },
            ["individualBiometrics"] = new JsonObject
            {
                ["format"] = "cbeff", ["version"] = 1.0, ["value"] = "individualBiometrics_bio_CBEFF",
            },
        };
        if (Resident.Phone is not null)
        {
            document["phone"] = Resident.Phone;
        }

        if (Resident.Email is not null)
        {
            document["email"] = Resident.Email;
        }

        foreach (var (attribute, value) in Resident.Changed)
        {
            document[attribute] = IdentityChange.Merge(document[attribute], value);
        }

        return document;
    }

    private string? Changed(string attribute, string language) => Resident.Changed.GetValueOrDefault(attribute) is JsonArray texts
        ? IdentityChange.Texts(texts).Where(text => string.Equals(text.Language, language, StringComparison.Ordinal)).Select(text => text.Text).FirstOrDefault()
        : null;

    private JsonArray Coded(string code, Func<string, string> word) => Localised(Resident.IsInCodes ? _ => code : word);

    private JsonArray Localised(Func<string, string> value) =>
        new([.. Resident.Names.Keys.Select(language => new JsonObject { ["language"] = language, ["value"] = value(language) })]);
}
