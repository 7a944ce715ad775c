namespace ResidentPortal.Sandbox;

/// <summary>The organisations of the sandbox's country that data may be shared with, and what each may get.</summary>
public static class DemoPartners
{
    /// <summary>The type they are listed under.</summary>
    public const string Type = "Auth_Partner";

    /// <summary>The partners that print cards or make them as files.</summary>
    public static IReadOnlyList<(string Id, string Name, string Type)> Makers { get; } =
        [(CredentialRegister.Printer, "State Printing House", "Print_Partner"), (CredentialRegister.DigitalCard, "Digital cards", "Credential_Partner")];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DemoPartner> All { get; } =
    [
        new("partner-harbour-bank", "Harbour Bank", "0522000101", "data@harbourbank.example", ["fullName", "dateOfBirth", "UIN", "phone", "email", "fullAddress", "gender", "photo"]),
        new("partner-cedar-school", "Cedar School", "0522000102", "office@cedarschool.example", ["fullName", "dateOfBirth", "gender", "fullAddress"]),
        new("partner-palm-clinic", "Palm Street Clinic", "0522000103", Email: null, ["fullName", "dateOfBirth", "gender", "phone"]),
        new("partner-old-library", "Old Library", "0522000104", Email: null, ["fullName"]) { IsActive = false },
    ];

    /// <summary>The attributes an address is made of.</summary>
    public static IReadOnlyList<string> Address { get; } = ["addressLine1", "addressLine2", "addressLine3", "city", "region", "province", "postalCode"];

    /// <summary>The organisation of an id; null where there is none.</summary>
    public static DemoPartner? Find(string? id) => All.FirstOrDefault(partner => string.Equals(partner.Id, id, StringComparison.Ordinal));
}

/// <summary>An organisation.</summary>
public sealed record DemoPartner(string Id, string Name, string Phone, string? Email, IReadOnlyList<string> Attributes)
{
    /// <summary>Whether it is taken on.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>What its policy makes an attribute of.</summary>
    public static IReadOnlyList<string> Sources(string attribute) => attribute is "fullAddress" ? DemoPartners.Address : attribute is "photo" ? ["individualBiometrics"] : [attribute];

    /// <summary>Whether its policy lets it have an attribute.</summary>
    public bool MayGet(string attribute) => IsActive && (Attributes.Contains(attribute, StringComparer.Ordinal) || Attributes.Any(one => Sources(one).Contains(attribute, StringComparer.Ordinal)));
}
