using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The identity mapping: which attribute of the country's schema stands behind each name the platform uses.</summary>
internal static class IdentityMapping
{
    private static readonly (string Name, string Attribute)[] Names =
    [
        ("IDSchemaVersion", "IDSchemaVersion"), ("name", "fullName"), ("gender", "gender"), ("dob", "dateOfBirth"),
        ("birthdate", "dateOfBirth"), ("age", "age"), ("phone", "phone"), ("phoneNumber", "phone"), ("phone_number", "phone"),
        ("email", "email"), ("emailId", "email"), ("uin", "UIN"), ("vid", "VID"),
        ("addressLine1", "addressLine1"), ("addressLine2", "addressLine2"), ("addressLine3", "addressLine3"),
        ("location1", "city"), ("location2", "region"), ("location3", "province"), ("location4", "zone"), ("postalCode", "postalCode"),
        ("fullAddress", "addressLine1,addressLine2,addressLine3,city,region,province,postalCode"),
        ("address", "addressLine1,addressLine2,addressLine3,city,region,province,postalCode"),
        ("picture", "face"), ("preferredLanguage", "preferredLang"), ("individualBiometrics", "individualBiometrics"),
        ("residenceStatus", "residenceStatus"), ("selectedHandles", "selectedHandles"), ("introducerName", "introducerName"),
        ("introducerRID", "introducerRID"), ("introducerUIN", "introducerUIN"), ("introducerVID", "introducerVID"),
    ];

    private static readonly (string Name, string Attribute)[] Documents =
    [
        ("poa", "proofOfAddress"), ("poi", "proofOfIdentity"), ("por", "proofOfRelationship"),
        ("pob", "proofOfDateOfBirth"), ("poe", "proofOfException"),
    ];

    /// <summary>How often an attribute may be changed; those that are missing without limit.</summary>
    internal static IReadOnlyDictionary<string, int> UpdateLimits { get; } = new Dictionary<string, int>(StringComparer.Ordinal) { ["fullName"] = 5, ["gender"] = 2, ["dateOfBirth"] = 3 };

    internal static JsonObject File() => new()
    {
        ["identity"] = Section(Names),
        ["metaInfo"] = new JsonObject(),
        ["audits"] = new JsonObject(),
        ["documents"] = Section(Documents),
        ["attributeUpdateCountLimit"] = new JsonObject(UpdateLimits.Select(limit => KeyValuePair.Create<string, JsonNode?>(limit.Key, limit.Value))),
    };

    private static JsonObject Section((string Name, string Attribute)[] entries) =>
        new(entries.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Name, new JsonObject { ["value"] = entry.Attribute })));
}
