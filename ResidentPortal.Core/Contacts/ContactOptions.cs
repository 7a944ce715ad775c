using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Contacts;

/// <summary>What a phone number and an e-mail address look like here, and how many codes go to one that nobody's identity stands behind (section <c>Contacts</c>).</summary>
public sealed class ContactOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Contacts";

    /// <summary>What a phone number looks like (MOSIP <c>mosip.id.validation.identity.phone</c>).</summary>
    [Required(ErrorMessage = "is missing.")]
    public string PhonePattern { get; set; } = "^[+]*([0-9]{1})([0-9]{9})$";

    /// <summary>What an e-mail address looks like (MOSIP <c>mosip.id.validation.identity.email</c>).</summary>
    [Required(ErrorMessage = "is missing.")]
    public string EmailPattern { get; set; } = @"^[\w\-+]+(\.[\w]+)*@[\w\-]+(\.[\w]+)*(\.[a-zA-Z]{2,})$";

    /// <summary>How many codes one contact is sent in a day for one purpose, whoever asks.</summary>
    [Range(1, 100, ErrorMessage = "must be between 1 and 100.")]
    public int SendsPerDay { get; set; } = 5;

    /// <summary>How many codes one device has sent to contacts in a day.</summary>
    [Range(1, 1000, ErrorMessage = "must be between 1 and 1000.")]
    public int DeviceSendsPerDay { get; set; } = 10;

    /// <summary>How many codes one network has sent to contacts in ten minutes.</summary>
    [Range(1, 1000000, ErrorMessage = "must be between 1 and 1000000.")]
    public int NetworkSendsPerTenMinutes { get; set; } = 20;

    /// <summary>How many codes go to contacts in a minute in all; beyond it, no more are sent and an alarm is raised.</summary>
    [Range(1, 10000000, ErrorMessage = "must be between 1 and 10000000.")]
    public int NationalSendsPerMinute { get; set; } = 600;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Contact.IsPattern(PhonePattern))
        {
            yield return new ValidationResult("must be a regular expression.", [nameof(PhonePattern)]);
        }

        if (!Contact.IsPattern(EmailPattern))
        {
            yield return new ValidationResult("must be a regular expression.", [nameof(EmailPattern)]);
        }
    }
}
