using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The UI specifications of sharing and of cards of chosen data, as the config server has them in <c>resident-ui-share-credential-schema.json</c> and <c>resident-ui-personalized-card-schema.json</c>.</summary>
public static class DisclosureSpecification
{
    private static readonly (string Value, string English, string French, string Arabic)[] Dates =
    [
        ("DD/MMM/YYYY", "Day, month and year", "Jour, mois et année", "اليوم والشهر والسنة"),
        ("DD/MMM", "Day and month only", "Jour et mois seulement", "اليوم والشهر فقط"),
        ("YYYY", "Year only", "Année seulement", "السنة فقط"),
    ];

    private static readonly (string Value, string English, string French, string Arabic)[] Addresses =
    [
        ("addressLine1", "Address line 1", "Adresse, ligne 1", "العنوان، السطر 1"),
        ("addressLine2", "Address line 2", "Adresse, ligne 2", "العنوان، السطر 2"),
        ("addressLine3", "Address line 3", "Adresse, ligne 3", "العنوان، السطر 3"),
        ("city", "City", "Ville", "المدينة"),
        ("region", "Region", "Région", "الجهة"),
        ("province", "Province", "Province", "الإقليم"),
        ("postalCode", "Postal code", "Code postal", "الرمز البريدي"),
    ];

    private static readonly Entry[] Entries =
    [
        new("fullName", "Full name", "Nom complet", "الاسم الكامل"),
        new("dateOfBirth", "Date of birth", "Date de naissance", "تاريخ الميلاد") { Options = Dates },
        new("UIN", "ID number (UIN)", "Numéro d’identité (UIN)", "رقم الهوية (UIN)") { Mask = "masked_UIN" },
        new("perpetualVID", "Stand-in number (VID)", "Numéro de remplacement (VID)", "الرقم البديل (VID)") { Mask = "masked_perpetualVID" },
        new("phone", "Phone", "Téléphone", "الهاتف") { Mask = "masked_phone" },
        new("email", "E-mail", "E-mail", "البريد الإلكتروني") { Mask = "masked_email" },
        new("fullAddress", "Address", "Adresse", "العنوان") { Options = Addresses },
        new("gender", "Gender", "Sexe", "الجنس"),
        new("photo", "Photo", "Photo", "الصورة"),
    ];

    /// <summary>The file of sharing.</summary>
    public static JsonObject Share() => File();

    /// <summary>The file of cards.</summary>
    public static JsonObject Card() => File();

    private static JsonObject File() => new() { ["identity"] = new JsonArray([.. Entries.Select(Written)]) };

    private static JsonObject Written(Entry entry)
    {
        var written = new JsonObject
        {
            ["attributeName"] = entry.Attribute,
            ["maskRequired"] = entry.Mask is not null,
            ["formatRequired"] = entry.Options.Length > 0,
            ["label"] = new JsonObject { ["eng"] = entry.English, ["fra"] = entry.French, ["ara"] = entry.Arabic },
            ["displaykeyinsharewithpartner"] = true,
            ["displaykeyinpersonalisedcard"] = true,
            ["checked"] = false,
        };
        if (entry.Mask is not null)
        {
            written["maskAttributeName"] = entry.Mask;
        }

        if (entry.Options.Length > 0)
        {
            written["defaultFormat"] = entry.Options[0].Value;
            written["formatOption"] = new JsonObject
            {
                ["eng"] = InOne(option => option.English), ["fra"] = InOne(option => option.French), ["ara"] = InOne(option => option.Arabic),
            };
        }

        return written;

        JsonArray InOne(Func<(string Value, string English, string French, string Arabic), string> label) =>
            new([.. entry.Options.Select(option => new JsonObject { ["label"] = label(option), ["value"] = option.Value, ["checked"] = false })]);
    }

    private sealed record Entry(string Attribute, string English, string French, string Arabic)
    {
        public string? Mask { get; init; }

        public (string Value, string English, string French, string Arabic)[] Options { get; init; } = [];
    }
}
