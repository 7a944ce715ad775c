using System.Text.Json;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Recovery;

/// <summary>What a visitor told of the person whose number is lost. It stands sealed in its row until the search is over.</summary>
/// <param name="Name">The full name, as typed.</param>
/// <param name="Contact">The phone or e-mail address, in the one form of contacts.</param>
/// <param name="Channel">What kind of contact it is.</param>
/// <param name="PostalCode">The postal code, as typed.</param>
/// <param name="Password">The password of the file, once the contact was proved.</param>
internal sealed record SoughtPerson(string Name, string Contact, OtpChannel Channel, string PostalCode, string? Password = null)
{
    private const string Purpose = "lost-number";

    /// <summary>The person as it stands in a row; null where it does not open any more.</summary>
    public static SoughtPerson? Of(Vault vault, LostNumberRow row) =>
        vault.Open(Purpose, row.SealedSearch) is { } text ? JsonSerializer.Deserialize<SoughtPerson>(text) : null;

    /// <summary>Sealed for a row.</summary>
    public string Seal(Vault vault) => vault.Seal(Purpose, JsonSerializer.Serialize(this));

    /// <summary>Whether an identity is this person: its registered contact is the one that was proved, and its postal code the one that was typed.</summary>
    public bool Is(LostPerson person) =>
        Contacts.Contact.AreSame(Channel is OtpChannel.Phone ? person.Phone : person.Email, Contact, Channel)
        && person.PostalCode is { } code && string.Equals(Plain(code), Plain(PostalCode), StringComparison.Ordinal);

    /// <summary>Without anything of the person.</summary>
    public override string ToString() => nameof(SoughtPerson);

    // Postal codes are written with and without spaces, and in any case of letters.
    private static string Plain(string postalCode) => Digits.Normalize(postalCode).ToUpperInvariant();
}
