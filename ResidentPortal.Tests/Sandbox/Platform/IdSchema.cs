using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>
/// The ID schema of the sandbox's country, as MOSIP's sample has it: what attributes an identity has, their shapes, their patterns, and which sub-packet each belongs to.
/// </summary>
public static class IdSchema
{
    /// <summary>Its version.</summary>
    public const string Version = "0.1";

    /// <summary>Its version as a number, as the wire has it.</summary>
    public const double VersionNumber = 0.1;

    private const string AnyLine = "^(?=.{0,50}$).*";

    /// <summary>Its attributes.</summary>
    public static IReadOnlyList<SchemaField> Fields { get; } =
    [
        new("IDSchemaVersion", SchemaShape.Number, "none") { IsRequired = true },
        new("UIN", SchemaShape.Text, "none"),
        new("fullName", SchemaShape.Simple, "pvt") { Pattern = "^(?=.{3,50}$).*", IsRequired = true },
        new("dateOfBirth", SchemaShape.Text, "pvt")
        {
            Pattern = "^(1869|18[7-9][0-9]|19[0-9][0-9]|20[0-9][0-9])/([0][1-9]|1[0-2])/([0][1-9]|[1-2][0-9]|3[01])$", IsRequired = true,
        },
        new("gender", SchemaShape.Simple, "pvt") { IsRequired = true, IsDynamic = true },
        new("residenceStatus", SchemaShape.Simple, "kyc") { IsDynamic = true },
        new("addressLine1", SchemaShape.Simple, "pvt") { Pattern = AnyLine, IsRequired = true },
        new("addressLine2", SchemaShape.Simple, "pvt") { Pattern = AnyLine, IsRequired = true },
        new("addressLine3", SchemaShape.Simple, "pvt") { Pattern = AnyLine, IsRequired = true },
        new("region", SchemaShape.Simple, "pvt") { Pattern = AnyLine, IsRequired = true },
        new("province", SchemaShape.Simple, "pvt") { Pattern = AnyLine, IsRequired = true },
        new("city", SchemaShape.Simple, "pvt") { Pattern = AnyLine, IsRequired = true },
        new("zone", SchemaShape.Simple, "pvt") { IsRequired = true },
        new("postalCode", SchemaShape.Text, "pvt") { Pattern = "^[A-Za-z0-9]{5}$|^NA$", IsRequired = true },
        new("phone", SchemaShape.Text, "pvt") { Pattern = "^[+]*([0-9]{1})([0-9]{9})$", IsRequired = true },
        new("email", SchemaShape.Text, "pvt")
        {
            Pattern = @"^[A-Za-z0-9_\-]+(\.[A-Za-z0-9_]+)*@[A-Za-z0-9_-]+(\.[A-Za-z0-9_]+)*(\.[a-zA-Z]{2,})$", IsRequired = true,
        },
        new("preferredLang", SchemaShape.Text, "pvt") { Pattern = "^[a-z]{3}$", IsDynamic = true },
        new("referenceIdentityNumber", SchemaShape.Text, "kyc"),
        new("introducerName", SchemaShape.Simple, "evidence"),
        new("introducerRID", SchemaShape.Text, "evidence"),
        new("introducerUIN", SchemaShape.Text, "evidence"),
        new("introducerVID", SchemaShape.Text, "evidence"),
        new("proofOfIdentity", SchemaShape.Document, "optional") { IsRequired = true },
        new("proofOfAddress", SchemaShape.Document, "optional"),
        new("proofOfRelationship", SchemaShape.Document, "optional"),
        new("proofOfDateOfBirth", SchemaShape.Document, "optional"),
        new("proofOfException", SchemaShape.Document, "evidence"),
        new("individualBiometrics", SchemaShape.Biometrics, "pvt") { IsRequired = true },
        new("introducerBiometrics", SchemaShape.Biometrics, "pvt"),
        new("individualAuthBiometrics", SchemaShape.Biometrics, "pvt"),
    ];

    /// <summary>The attribute of a name; null where the schema has none.</summary>
    public static SchemaField? Find(string name) => Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal));

    /// <summary>The whole schema, as the platform keeps it.</summary>
    public static JsonObject Document() => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = "MOSIP identity",
        ["description"] = "MOSIP Sample identity",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["definitions"] = new JsonObject
        {
            ["simpleType"] = new JsonObject
            {
                ["type"] = "array", ["uniqueItems"] = true, ["additionalItems"] = false, ["items"] = Shape("language", "value"),
            },
            ["documentType"] = Shape("format", "type", "value", "refNumber"),
            ["biometricsType"] = Shape("format", "version", "value"),
        },
        ["properties"] = new JsonObject
        {
            ["identity"] = new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["required"] = new JsonArray([.. Fields.Where(field => field.IsRequired).Select(field => (JsonNode)field.Name)]),
                ["properties"] = new JsonObject(Fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, Property(field)))),
            },
        },
    };

    private static JsonObject Property(SchemaField field)
    {
        var property = new JsonObject
        {
            ["bioAttributes"] = new JsonArray(), ["fieldCategory"] = field.Category, ["format"] = "none", ["fieldType"] = field.IsDynamic ? "dynamic" : "default",
        };
        property[field.Shape is SchemaShape.Text or SchemaShape.Number ? "type" : "$ref"] = field.Shape switch
        {
            SchemaShape.Text => "string",
            SchemaShape.Number => "number",
            SchemaShape.Simple => "#/definitions/simpleType",
            SchemaShape.Document => "#/definitions/documentType",
            _ => "#/definitions/biometricsType",
        };
        if (field.Pattern is not null)
        {
            property["validators"] = new JsonArray(new JsonObject { ["type"] = "regex", ["validator"] = field.Pattern, ["arguments"] = new JsonArray() });
        }

        return property;
    }

    private static JsonObject Shape(params string[] members) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create<string, JsonNode?>(
            member, new JsonObject { ["type"] = member is "version" ? "number" : "string" }))),
    };
}
