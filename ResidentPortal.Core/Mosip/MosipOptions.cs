namespace ResidentPortal.Core.Mosip;

/// <summary>
/// Where the MOSIP platform is and how the portal speaks to it. Every service has an address of its own; those that are left out follow from
/// <see cref="BaseUrl"/> by the paths MOSIP ships with.
/// </summary>
public sealed partial class MosipOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Mosip";

    /// <summary>Hosts inside the cluster that may be spoken to without TLS. Every other host but this machine has to have https.</summary>
    public IList<string> InternalHttpHosts { get; set; } = [];

    /// <summary>The portal's client at the platform.</summary>
    public string ClientId { get; set; } = "mosip-resident-client";

    /// <summary>The secret of that client.</summary>
    public string ClientSecret { get; set; } = string.Empty;

    /// <summary>The application id by which auth manager chooses the realm.</summary>
    public string AppId { get; set; } = "resident";

    /// <summary>Who hands out the client token.</summary>
    public MosipTokenSource TokenSource { get; set; } = MosipTokenSource.AuthManager;

    /// <summary>The version of the platform, from 1.2.0.1 to 1.3.</summary>
    public string PlatformVersion { get; set; } = "1.3";

    /// <summary>What ID authentication is told as <c>env</c>; left out where blank.</summary>
    public string? Environment { get; set; }

    /// <summary>What ID authentication is told as <c>domainUri</c>; left out where blank.</summary>
    public string? DomainUri { get; set; }

    /// <summary>The client by which ID authentication names itself in its history; what it did itself is no use of a virtual id.</summary>
    public string IdAuthenticationClientId { get; set; } = "mosip-ida-client";

    /// <summary>How key manager signs cards.</summary>
    public MosipSigning Signing { get; set; } = new();

    /// <summary>Who prints cards.</summary>
    public MosipPrint Print { get; set; } = new();

    /// <summary>With whom residents share data.</summary>
    public MosipShare Share { get; set; } = new();

    /// <summary>As which machine packets are made.</summary>
    public MosipPacketSettings Packets { get; set; } = new();

    /// <summary>The names of the attributes of an identity in the country's schema.</summary>
    public MosipIdentityAttributes IdentityAttributes { get; set; } = new();

    /// <summary>The longest that setting up a connection may take.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The longest that one try of a read may take.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>The longest that a read may take in all, with its second try.</summary>
    public TimeSpan ReadBudget { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The pause before the second try of a read.</summary>
    public TimeSpan ReadRetryDelay { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The longest that the only try of a write may take.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The largest answer that is read, in bytes.</summary>
    public int MaxResponseBytes { get; set; } = 1024 * 1024;

    /// <summary>How many calls of one operation may be under way; twice as many may wait.</summary>
    public int MaxConcurrentCalls { get; set; } = 64;

    /// <summary>How many tries within <see cref="BreakerWindow"/> it takes before an operation can be paused; half of them have to have failed.</summary>
    public int BreakerMinimumCalls { get; set; } = 10;

    /// <summary>The time over which tries are counted.</summary>
    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an operation pauses after too many failures.</summary>
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a message template is kept, and the knowledge that there is none.</summary>
    public TimeSpan TemplateLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long the policies of virtual ids are kept.</summary>
    public TimeSpan PolicyLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long the country's ID schema is kept.</summary>
    public TimeSpan SchemaLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long the words of genders and places are kept, and the knowledge that there are none.</summary>
    public TimeSpan WordLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long the list of organisations is kept.</summary>
    public TimeSpan PartnerLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Whether identities can be asked for without their number in the address (from 1.2.2, and in 1.3).</summary>
    internal bool MayPostIdentity => ParseVersion(PlatformVersion) >= new Version(1, 2, 2);

    /// <summary>Whether a new machine has to be switched on by a call of its own (from 1.3).</summary>
    internal bool ActivatesMachines => ParseVersion(PlatformVersion) >= new Version(1, 3);

    /// <summary>The version as numbers, without what may follow a hyphen; null where it is none.</summary>
    internal static Version? ParseVersion(string? text) => Version.TryParse(text?.Trim().Split('-')[0], out var version) ? version : null;
}

/// <summary>Who hands out the portal's client token.</summary>
public enum MosipTokenSource
{
    /// <summary>Auth manager (<c>/authenticate/clientidsecretkey</c>).</summary>
    AuthManager,

    /// <summary>The OpenID Connect provider, by client credentials.</summary>
    OpenIdConnect,
}

/// <summary>
/// The names of the attributes the portal reads, as the country's <c>identity-mapping.json</c> has them; several names with commas between them are
/// read together.
/// </summary>
public sealed class MosipIdentityAttributes
{
    /// <summary>The person's name (logical name <c>name</c>).</summary>
    public string Name { get; set; } = "fullName";

    /// <summary>The phone number (<c>phone</c>).</summary>
    public string Phone { get; set; } = "phone";

    /// <summary>The e-mail address (<c>email</c>).</summary>
    public string Email { get; set; } = "email";

    /// <summary>The language for messages (<c>preferredLanguage</c>).</summary>
    public string PreferredLanguage { get; set; } = "preferredLang";

    /// <summary>The UIN (<c>uin</c>).</summary>
    public string Uin { get; set; } = "UIN";

    /// <summary>The date of birth (<c>dateOfBirth</c>).</summary>
    public string DateOfBirth { get; set; } = "dateOfBirth";

    /// <summary>The gender (<c>gender</c>).</summary>
    public string Gender { get; set; } = "gender";

    /// <summary>The address, a line for each (<c>fullAddress</c> without the postal code).</summary>
    public string Address { get; set; } = "addressLine1,addressLine2,addressLine3,city,region,province";

    /// <summary>Those whose values may be codes of master data's locations (<c>location1</c> to <c>location4</c>).</summary>
    public string Locations { get; set; } = "city,region,province,zone";

    /// <summary>The postal code (<c>postalCode</c>).</summary>
    public string PostalCode { get; set; } = "postalCode";

    /// <summary>The biometrics, which is also their category among the documents (<c>individualBiometrics</c>).</summary>
    public string Biometrics { get; set; } = "individualBiometrics";

    /// <summary>The language of names that the record holds as plain text, without saying which.</summary>
    public string PlainTextLanguage { get; set; } = "eng";
}
