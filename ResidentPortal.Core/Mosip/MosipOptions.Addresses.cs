namespace ResidentPortal.Core.Mosip;

/// <content>The addresses of the platform's services.</content>
public sealed partial class MosipOptions
{
    /// <summary>The host under which every service stands, where there is one; each service may be placed elsewhere by its own key.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Auth manager, which hands out client tokens: <c>…/v1/authmanager</c>.</summary>
    public Uri? AuthManagerUrl { get; set; }

    /// <summary>The token endpoint of the OpenID Connect provider, needed where <see cref="TokenSource"/> says so.</summary>
    public Uri? TokenUrl { get; set; }

    /// <summary>ID authentication, internal part: <c>…/idauthentication/v1/internal</c>.</summary>
    public Uri? IdAuthenticationUrl { get; set; }

    /// <summary>The service whose <c>/getCertificate</c> has ID authentication's public key; ID authentication itself unless said otherwise.</summary>
    public Uri? CertificateServiceUrl { get; set; }

    /// <summary>ID repository, identities: <c>…/idrepository/v1/identity</c>.</summary>
    public Uri? IdRepositoryIdentityUrl { get; set; }

    /// <summary>ID repository, virtual ids: <c>…/idrepository/v1</c>.</summary>
    public Uri? IdRepositoryVidUrl { get; set; }

    /// <summary>The file with the policies of virtual ids, at the platform's config server: <c>…/config/mosip-vid-policy.json</c>.</summary>
    public Uri? VidPolicyUrl { get; set; }

    /// <summary>Registration processor, status: <c>…/registrationprocessor/v1/registrationstatus</c>.</summary>
    public Uri? RegistrationStatusUrl { get; set; }

    /// <summary>Registration processor, transactions: <c>…/registrationprocessor/v1/registrationtransaction</c>.</summary>
    public Uri? RegistrationTransactionUrl { get; set; }

    /// <summary>Notifier: <c>…/v1/notifier</c>.</summary>
    public Uri? NotifierUrl { get; set; }

    /// <summary>Master data: <c>…/v1/masterdata</c>.</summary>
    public Uri? MasterDataUrl { get; set; }

    /// <summary>Audit manager: <c>…/v1/auditmanager</c>.</summary>
    public Uri? AuditManagerUrl { get; set; }

    /// <summary>Key manager: <c>…/v1/keymanager</c>.</summary>
    public Uri? KeyManagerUrl { get; set; }

    /// <summary>Credential requests: <c>…/v1/credentialrequest</c>.</summary>
    public Uri? CredentialRequestUrl { get; set; }

    /// <summary>Credential service, which has the types of credentials: <c>…/v1/credentialservice</c>.</summary>
    public Uri? CredentialServiceUrl { get; set; }

    /// <summary>Data share, where partners leave the cards they made: <c>…/v1/datashare</c>, as the platform writes it in its addresses.</summary>
    public Uri? DataShareUrl { get; set; }

    /// <summary>Kernel OTP manager, for codes to a contact that nobody's identity stands behind: <c>…/v1/otpmanager</c>.</summary>
    public Uri? OtpManagerUrl { get; set; }

    /// <summary>RID generator: <c>…/v1/ridgenerator</c>.</summary>
    public Uri? RidGeneratorUrl { get; set; }

    /// <summary>Registration processor, packet receiver: <c>…/registrationprocessor/v1/packetreceiver</c>.</summary>
    public Uri? PacketReceiverUrl { get; set; }

    /// <summary>Sync data, which has the ID schema: <c>…/v1/syncdata</c>.</summary>
    public Uri? SyncDataUrl { get; set; }

    /// <summary>The UI specification of updates, at the platform's config server: <c>…/config/resident-ui-update-demographics-schema.json</c>.</summary>
    public Uri? UpdateFormUrl { get; set; }

    /// <summary>The UI specification of sharing, at the platform's config server: <c>…/config/resident-ui-share-credential-schema.json</c>.</summary>
    public Uri? ShareFormUrl { get; set; }

    /// <summary>The UI specification of cards of chosen data, at the platform's config server: <c>…/config/resident-ui-personalized-card-schema.json</c>.</summary>
    public Uri? CardFormUrl { get; set; }

    /// <summary>The names of the attributes of an identity, at the platform's config server: <c>…/config/identity-mapping.json</c>.</summary>
    public Uri? IdentityMappingUrl { get; set; }

    /// <summary>Partner management: <c>…/v1/partnermanager</c>.</summary>
    public Uri? PartnerManagerUrl { get; set; }

    internal Uri? AuthManager => AuthManagerUrl ?? Under("v1/authmanager");

    internal Uri? IdAuthentication => IdAuthenticationUrl ?? Under("idauthentication/v1/internal");

    internal Uri? CertificateSource => CertificateServiceUrl ?? IdAuthentication;

    internal Uri? IdRepositoryIdentity => IdRepositoryIdentityUrl ?? Under("idrepository/v1/identity");

    internal Uri? IdRepositoryVid => IdRepositoryVidUrl ?? Under("idrepository/v1");

    internal Uri? VidPolicy => VidPolicyUrl ?? Under("config/mosip-vid-policy.json");

    internal Uri? RegistrationStatus => RegistrationStatusUrl ?? Under("registrationprocessor/v1/registrationstatus");

    internal Uri? RegistrationTransaction => RegistrationTransactionUrl ?? Under("registrationprocessor/v1/registrationtransaction");

    internal Uri? Notifier => NotifierUrl ?? Under("v1/notifier");

    internal Uri? MasterData => MasterDataUrl ?? Under("v1/masterdata");

    internal Uri? AuditManager => AuditManagerUrl ?? Under("v1/auditmanager");

    internal Uri? KeyManager => KeyManagerUrl ?? Under("v1/keymanager");

    internal Uri? CredentialRequest => CredentialRequestUrl ?? Under("v1/credentialrequest");

    internal Uri? CredentialService => CredentialServiceUrl ?? Under("v1/credentialservice");

    internal Uri? DataShare => DataShareUrl ?? Under("v1/datashare");

    internal Uri? OtpManager => OtpManagerUrl ?? Under("v1/otpmanager");

    internal Uri? RidGenerator => RidGeneratorUrl ?? Under("v1/ridgenerator");

    internal Uri? PacketReceiver => PacketReceiverUrl ?? Under("registrationprocessor/v1/packetreceiver");

    internal Uri? SyncData => SyncDataUrl ?? Under("v1/syncdata");

    internal Uri? UpdateForm => UpdateFormUrl ?? Under("config/resident-ui-update-demographics-schema.json");

    internal Uri? ShareForm => ShareFormUrl ?? Under("config/resident-ui-share-credential-schema.json");

    internal Uri? CardForm => CardFormUrl ?? Under("config/resident-ui-personalized-card-schema.json");

    internal Uri? IdentityMapping => IdentityMappingUrl ?? Under("config/identity-mapping.json");

    internal Uri? PartnerManager => PartnerManagerUrl ?? Under("v1/partnermanager");

    private Uri? Under(string path) => BaseUrl is { IsAbsoluteUri: true } ? new Uri($"{BaseUrl.AbsoluteUri.TrimEnd('/')}/{path}") : null;
}
