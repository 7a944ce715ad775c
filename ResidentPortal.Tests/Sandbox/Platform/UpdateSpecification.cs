using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The UI specification of updates, as the config server has it in <c>resident-ui-update-demographics-schema.json</c>.</summary>
public static class UpdateSpecification
{
    private static readonly Entry[] Entries =
    [
        new("fullName", "identity", "textbox", "Full name", "Nom complet", "الاسم الكامل"),
        new("dateOfBirth", "identity", "calendar", "Date of birth", "Date de naissance", "تاريخ الميلاد"),
        new("gender", "identity", "dropdown", "Gender", "Sexe", "الجنس") { List = "gender" },
        new("proofOfIdentity", "identity", "fileupload", "Proof of identity", "Preuve d’identité", "إثبات الهوية"),
        new("addressLine1", "address", "textbox", "Address line 1", "Adresse, ligne 1", "العنوان، السطر 1"),
        new("addressLine2", "address", "textbox", "Address line 2", "Adresse, ligne 2", "العنوان، السطر 2"),
        new("addressLine3", "address", "textbox", "Address line 3", "Adresse, ligne 3", "العنوان، السطر 3"),
        new("region", "address", "dropdown", "Region", "Région", "الجهة") { Level = 1 },
        new("province", "address", "dropdown", "Province", "Province", "الإقليم") { Level = 2 },
        new("city", "address", "dropdown", "City", "Ville", "المدينة") { Level = 3 },
        new("zone", "address", "dropdown", "Zone", "Zone", "المنطقة") { Level = 4 },
        new("postalCode", "address", "textbox", "Postal code", "Code postal", "الرمز البريدي"),
        new("proofOfAddress", "address", "fileupload", "Proof of address", "Justificatif de domicile", "إثبات العنوان"),
        new("email", "contact", "textbox", "E-mail", "E-mail", "البريد الإلكتروني"),
        new("phone", "contact", "textbox", "Phone", "Téléphone", "الهاتف"),
        new("preferredLang", "notificationLanguage", "dropdown", "Language of messages", "Langue des messages", "لغة الرسائل"),
    ];

    /// <summary>The file.</summary>
    public static JsonObject File() => new() { ["identity"] = new JsonArray([.. Entries.Select(Written)]) };

    private static JsonObject Written(Entry entry)
    {
        var written = new JsonObject
        {
            ["attributeName"] = entry.Attribute,
            ["description"] = entry.English,
            ["label"] = InAll(label => label),
            ["placeHolder"] = InAll(label => label),
            ["labelName"] = InAll(label => new JsonArray(label, label)),
            ["controlType"] = entry.Control,
            ["tabgroup"] = entry.Group,
            ["dataType"] = IdSchema.Find(entry.Attribute)!.Shape is SchemaShape.Text ? "string" : "notString",
        };
        if (entry.Level is { } level)
        {
            written["locationHierarchyLevel"] = level;
        }

        if (entry.List is not null)
        {
            written["name"] = entry.List;
        }

        return written;

        JsonObject InAll(Func<string, JsonNode> shape) => new() { ["eng"] = shape(entry.English), ["fra"] = shape(entry.French), ["ara"] = shape(entry.Arabic) };
    }

    private sealed record Entry(string Attribute, string Group, string Control, string English, string French, string Arabic)
    {
        public int? Level { get; init; }

        public string? List { get; init; }
    }
}
