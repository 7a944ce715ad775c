using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Refit;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Mosip.AuditManager;
using ResidentPortal.Core.Mosip.AuthManager;
using ResidentPortal.Core.Mosip.ConfigServer;
using ResidentPortal.Core.Mosip.CredentialRequest;
using ResidentPortal.Core.Mosip.CredentialService;
using ResidentPortal.Core.Mosip.DataShare;
using ResidentPortal.Core.Mosip.IdAuthentication;
using ResidentPortal.Core.Mosip.IdRepository;
using ResidentPortal.Core.Mosip.KeyManager;
using ResidentPortal.Core.Mosip.MasterData;
using ResidentPortal.Core.Mosip.Notifier;
using ResidentPortal.Core.Mosip.OtpManager;
using ResidentPortal.Core.Mosip.Packets;
using ResidentPortal.Core.Mosip.PartnerManager;
using ResidentPortal.Core.Mosip.RegistrationProcessor;
using ResidentPortal.Core.Mosip.RidGenerator;
using ResidentPortal.Core.Mosip.SyncData;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.PublicLists;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Core.Sharing;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Core.Mosip;

/// <summary>Registers the adapters to a MOSIP platform behind the domain's ports.</summary>
internal static class MosipRegistration
{
    private static readonly RefitSettings Wire = new(new SystemTextJsonContentSerializer(new JsonSerializerOptions(JsonSerializerDefaults.Web))) { Buffered = true };

    /// <summary>Adds every adapter; the options are judged at start. A <see cref="TimeProvider"/> and logging have to be there.</summary>
    public static IServiceCollection AddMosip(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MosipOptions>().Bind(configuration.GetSection(MosipOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MosipOptions>, MosipOptionsCheck>();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton<PlatformClock>();
        services.AddSingleton<MosipPipelines>();
        services.AddSingleton<WireExchange>();
        services.AddSingleton<ClientToken>();
        services.AddSingleton<MosipCall>();

        services.AddApi<IAuthManagerApi>(options => options.AuthManager);
        services.AddApi<IOpenIdTokenApi>(options => options.TokenUrl);

        services.AddApi<IIdAuthenticationApi>(options => options.IdAuthentication);
        services.AddApi<ICertificateApi>(options => options.CertificateSource);
        services.AddSingleton<IdaCertificate>();
        services.AddSingleton<IIdAuthentication, MosipIdAuthentication>();
        services.AddApi<IAuthTransactionsApi>(options => options.IdAuthentication);
        services.AddSingleton<AuthTransactions>();
        services.AddSingleton<IVidUses, MosipVidUses>();
        services.AddSingleton<IAuthHistory, MosipAuthHistory>();

        services.AddApi<IIdRepositoryIdentityApi>(options => options.IdRepositoryIdentity);
        services.AddSingleton<IdentityLookUp>();
        services.AddSingleton<IIdentityRegistry, MosipIdentityRegistry>();
        services.AddSingleton<ICardHolders, MosipCardHolders>();
        services.AddSingleton<ILostPersons, MosipLostPersons>();
        services.AddSingleton<IAuthTypeRegistry, MosipAuthTypeRegistry>();

        services.AddApi<IIdRepositoryVidApi>(options => options.IdRepositoryVid);
        services.AddApi<IVidPolicyApi>(options => options.VidPolicy);
        services.AddSingleton<VidPolicyFile>();
        services.AddSingleton<IVidRegistry, MosipVidRegistry>();

        services.AddApi<IKeyManagerApi>(options => options.KeyManager);
        services.AddSingleton<ICardSigner, MosipCardSigner>();

        services.AddApi<ICredentialRequestApi>(options => options.CredentialRequest);
        services.AddSingleton<ICredentialRequests, MosipCredentialRequests>();
        services.AddSingleton<IShareRequests, MosipShareRequests>();

        services.AddApi<ICredentialServiceApi>(options => options.CredentialService);
        services.AddApi<IDataShareApi>(options => options.DataShare);
        services.AddSingleton<SharedFiles>().AddSingleton<IPartnerCredentials, MosipCredentials>();

        services.AddApi<IPartnerManagerApi>(options => options.PartnerManager);
        services.AddSingleton<IPartners, MosipPartners>();

        services.AddApi<IMachinesApi>(options => options.MasterData);
        services.AddApi<IPacketKeysApi>(options => options.KeyManager);
        services.AddApi<IRidGeneratorApi>(options => options.RidGenerator);
        services.AddApi<ISyncDataApi>(options => options.SyncData);
        services.AddApi<IPacketSyncApi>(options => options.RegistrationStatus);
        services.AddApi<IPacketReceiverApi>(options => options.PacketReceiver);
        services.AddSingleton<PacketKeys>().AddSingleton<PortalMachine>().AddSingleton<CountrySchema>().AddSingleton<PacketPost>();
        services.AddSingleton<IPackets, MosipPackets>();

        services.AddApi<IRegistrationStatusApi>(options => options.RegistrationStatus);
        services.AddApi<ILostRegistrationApi>(options => options.RegistrationStatus);
        services.AddSingleton<ILostRegistrations, MosipLostRegistrations>();
        services.AddApi<IRegistrationTransactionApi>(options => options.RegistrationTransaction);
        services.AddSingleton<IRegistrationStatus, MosipRegistrationStatus>();

        services.AddApi<IOtpManagerApi>(options => options.OtpManager);
        services.AddSingleton<IContactOtp, MosipContactOtp>();

        services.AddApi<INotifierApi>(options => options.Notifier);
        services.AddSingleton<INotifier, MosipNotifier>();

        services.AddApi<IMasterDataApi>(options => options.MasterData);
        services.AddSingleton<IMessageTemplates, MosipMessageTemplates>();
        services.AddSingleton<PlaceTree>();
        services.AddSingleton<ChoiceLists>();
        services.AddApi<IRegistrationCentresApi>(options => options.MasterData);
        services.AddSingleton<ICentres, MosipCentres>();
        services.AddSingleton<IPapers, MosipPapers>();
        services.AddSingleton<RecordWords>();

        services.AddApi<ISyncDataApi>(options => options.SyncData);
        services.AddApi<IUpdateFormApi>(options => options.UpdateForm);
        services.AddSingleton<IUpdateForms, MosipUpdateForms>();
        services.AddSingleton<IUpdateRecords, MosipUpdateRecords>();

        services.AddApi<IShareFormApi>(options => options.ShareForm);
        services.AddApi<ICardFormApi>(options => options.CardForm);
        services.AddSingleton<IDisclosureForms, MosipDisclosureForms>();
        services.AddSingleton<IDisclosureRecords, MosipDisclosureRecords>();

        services.AddApi<IPublicListsApi>(options => options.MasterData);
        services.AddApi<IIdentityMappingApi>(options => options.IdentityMapping);
        services.AddSingleton<PublicListCalls>();
        services.AddSingleton<IPublicLists, MosipPublicLists>();

        services.AddApi<IAuditManagerApi>(options => options.AuditManager);
        services.AddSingleton<IPlatformAudit, MosipPlatformAudit>();
        return services;
    }

    /// <summary>
    /// A client that goes to its one address and nowhere else: no redirects, no cookies of its own, no proxy. Its requests are neither logged nor traced by
    /// the framework, since their paths hold the numbers of residents. Times and tries are the business of <see cref="MosipPipelines"/>.
    /// </summary>
    private static void AddApi<T>(this IServiceCollection services, Func<MosipOptions, Uri?> address)
        where T : class =>
        services.AddRefitGeneratedClient<T>(Wire)
            .ConfigureHttpClient((provider, http) =>
            {
                http.BaseAddress = address(provider.GetRequiredService<IOptions<MosipOptions>>().Value) is { } uri ? new Uri(uri.AbsoluteUri.TrimEnd('/')) : null;
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider.GetRequiredService<IOptions<MosipOptions>>().Value))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

    private static SocketsHttpHandler Handler(MosipOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            ConnectTimeout = options.ConnectTimeout,
            MaxConnectionsPerServer = options.MaxConcurrentCalls * 4,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        handler.SslOptions.EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        return handler;
    }
}
