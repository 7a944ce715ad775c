using ResidentPortal.Core.Updates;

namespace ResidentPortal.Pages.Updates;

/// <summary>What browsers may fill in (WCAG 1.3.5), by the names that MOSIP's own ID schema gives attributes. A country's own name is left to the person.</summary>
internal static class Autofill
{
    /// <summary>The value of <c>autocomplete</c> for a field in one of its languages: browsers know a person's name and address in the language of the page alone.</summary>
    public static string Of(UpdateField field, string? language, string page) => field switch
    {
        { Meaning: FieldMeaning.Phone } => "tel",
        { Meaning: FieldMeaning.Email } => "email",
        _ when language is not null && !string.Equals(language, page, StringComparison.Ordinal) => "off",
        { Name: "fullName" } => "name",
        { Name: "firstName" } => "given-name",
        { Name: "lastName" } => "family-name",
        { Name: "addressLine1" } => "address-line1",
        { Name: "addressLine2" } => "address-line2",
        { Name: "addressLine3" } => "address-line3",
        { Name: "postalCode" } => "postal-code",
        _ => "off",
    };

    /// <summary>Whether a date is the date of birth.</summary>
    public static bool IsBirth(UpdateField field) => field.Name is "dateOfBirth";
}
