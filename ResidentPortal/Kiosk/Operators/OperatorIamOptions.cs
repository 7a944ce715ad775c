using Microsoft.Extensions.Options;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>The account service that operators come from instead of having accounts here (section <c>Kiosks:Iam</c>), such as the platform's Keycloak. Off without an authority.</summary>
public sealed class OperatorIamOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Kiosks:Iam";

    /// <summary>The service's name of itself, exactly as its tokens have it; it describes itself below that.</summary>
    public string? Authority { get; set; }

    /// <summary>The portal's client there.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret of that client.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Which values of <c>acr</c> or <c>amr</c> say that two factors were proved, with spaces between. Without one of them nobody begins a duty.</summary>
    public string TwoFactors { get; set; } = "mfa";

    /// <summary>The claim with the roles; a dot leads into it.</summary>
    public string RolesClaim { get; set; } = "realm_access.roles";

    /// <summary>The role of operators.</summary>
    public string OperatorRole { get; set; } = "KIOSK_OPERATOR";

    /// <summary>The role of supervisors.</summary>
    public string SupervisorRole { get; set; } = "KIOSK_SUPERVISOR";

    /// <summary>The claim with the number that residents see.</summary>
    public string NumberClaim { get; set; } = "operator_number";

    /// <summary>The claim with the name that residents see.</summary>
    public string NameClaim { get; set; } = "name";

    /// <summary>The claim with the code of the centre.</summary>
    public string CentreClaim { get; set; } = "centre_code";

    /// <summary>The claim with the days and hours: <c>12345 08:00-18:00</c>, Sunday 0.</summary>
    public string HoursClaim { get; set; } = "working_hours";

    /// <summary>The claim with the operator's own UIN, of which only a hash is kept.</summary>
    public string UinClaim { get; set; } = "uin";

    /// <summary>Whether operators come from there.</summary>
    internal bool IsOn => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>Judges the settings, where there are any.</summary>
    internal sealed class Validation : IValidateOptions<OperatorIamOptions>
    {
        public ValidateOptionsResult Validate(string? name, OperatorIamOptions options)
        {
            List<string> sentences = options.IsOn ? [.. Sentences(options)] : [];
            return sentences.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(sentences);
        }

        private static IEnumerable<string> Sentences(OperatorIamOptions options)
        {
            if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var uri) || !(uri.Scheme is "https" || (uri.Scheme is "http" && uri.IsLoopback)))
            {
                yield return $"{Section}:Authority must begin with https:// (http:// only for this machine itself); it is '{options.Authority}'.";
            }

            if (string.IsNullOrWhiteSpace(options.ClientId))
            {
                yield return $"{Section}:ClientId is missing: set the portal's client at the account service.";
            }

            if (string.IsNullOrWhiteSpace(options.ClientSecret))
            {
                yield return $"{Section}:ClientSecret is missing: set the secret of that client.";
            }

            if (string.IsNullOrWhiteSpace(options.TwoFactors))
            {
                yield return $"{Section}:TwoFactors is missing: name the value of acr or amr that says that two factors were proved.";
            }
        }
    }
}
