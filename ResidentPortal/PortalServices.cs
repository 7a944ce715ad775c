using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using MudBlazor;
using MudBlazor.Services;
using ResidentPortal.Api;
using ResidentPortal.Branding;
using ResidentPortal.Core;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.Updates.Documents;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Files;
using ResidentPortal.Kiosk.Desk;
using ResidentPortal.Kiosk.Operators;
using ResidentPortal.Logging;
using ResidentPortal.Oidc;
using ResidentPortal.Pages.AuthHistory;
using ResidentPortal.Pages.Centres;
using ResidentPortal.Pages.Requests;
using ResidentPortal.Security;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal;

/// <summary>Everything the portal is made of.</summary>
public static class PortalServices
{
    private const long LargestBody = 64 * 1024; // Forms and reports; what takes files says so itself.
    private const int LargestCircuitMessage = 32 * 1024;

    /// <summary>Registers the portal.</summary>
    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder)
    {
        builder.AddDevelopmentSettings();
        builder.AddDevelopmentKeys();
        builder.AddPortalLog();
        builder.WebHost.ConfigureKestrel(LimitServer);
        builder.AddApi();
        var services = builder.Services;
        services.AddOptions<PortalOptions>().Bind(builder.Configuration.GetSection(PortalOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PortalOptions>, PortalOptions.Validation>();
        services.AddOptions<BrandOptions>().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<BrandOptions>, BrandFolder>();
        services.AddSingleton<IValidateOptions<BrandOptions>, BrandValidation>();
        services.AddSingleton<Brand>();
        services.AddSingleton<StyleSheets>();
        services.AddResidentCore(builder.Configuration);
        services.AddOptions<CardOptions>().PostConfigure<Brand, IOptions<NoticeOptions>>(IntroducePortal);
        services.PostConfigure<NoticeOptions>(notices => notices.SetPortal(Links.NotMeOf(string.Empty)));
        services.PostConfigure<RecoveryOptions>(recovery => recovery.SetPortal(Links.LostNumberLinkOf(string.Empty)));
        services.PostConfigure<VirtualIdOptions>(vids => vids.SetPortal(Links.VidLinkOf(string.Empty)));
        services.AddSessions();
        services.AddOidc(builder.Configuration);
        services.AddDesk();
        services.AddOperators(builder.Configuration);
        services.AddLocalization();
        services.AddSingleton<Moments>();
        services.AddSingleton<ProblemText>();
        services.AddSingleton<AcknowledgementLetter>();
        services.AddSingleton<RequestFiles>();
        services.AddSingleton<HistoryFiles>();
        services.AddSingleton<CentreFiles>();
        services.AddTransient<MudLocalizer, WorkspaceTexts>();
        services.AddMudServices();
        services.AddPages();
        services.AddSafety(builder.Environment.IsDevelopment());
        return builder;
    }

    // What the core cannot know of the portal: how the authority is called, and where cards are checked and fetched.
    private static void IntroducePortal(CardOptions cards, Brand brand, IOptions<NoticeOptions> portal) => cards.SetPortal(
        Language.All.ToDictionary(language => language.Code, language => brand.Name(language) ?? Words.In(language, "Portal.Name"), StringComparer.Ordinal),
        $"{portal.Value.PublicAddress?.GetLeftPart(UriPartial.Authority)}{Links.CheckCard}",
        Links.CardLinkOf(string.Empty));

    private static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents(options =>
            {
                options.DetailedErrors = false;
                options.MaxFormMappingCollectionSize = 64;
                options.MaxFormMappingRecursionDepth = 4;
                options.MaxFormMappingErrorCount = 16;
                options.MaxFormMappingKeySize = 256;
            })
            .AddInteractiveServerComponents(options =>
            {
                // Circuits are for signed-in people, few each; what is kept of a lost one is bounded in number and shorter than the idle time of a sign-in.
                options.DetailedErrors = false;
                options.DisconnectedCircuitMaxRetained = 200;
                options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
                options.PersistedCircuitInMemoryMaxRetained = 500;
                options.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromMinutes(15);
                options.MaxBufferedUnacknowledgedRenderBatches = 10;
                options.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(20);
                options.RootComponents.MaxJSRootComponents = 4; // Bounds the roots of a page too: its head and its body.
            })
            .AddHubOptions(options =>
            {
                options.MaximumReceiveMessageSize = LargestCircuitMessage;
                options.MaximumParallelInvocationsPerClient = 1;
                options.StreamBufferCapacity = 4;
                options.EnableDetailedErrors = false;
            });
    }

    private static void AddSafety(this IServiceCollection services, bool isDevelopment)
    {
        services.AddAntiforgery(options =>
        {
            // Secure comes from the cookie policy: required here, it would answer 500 behind a proxy that ends TLS, and in development.
            options.Cookie.Name = "__Host-form";
            options.Cookie.Path = "/";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookiePolicyOptions>(options => (options.Secure, options.HttpOnly, options.MinimumSameSitePolicy) =
            (CookieSecurePolicy.Always, Microsoft.AspNetCore.CookiePolicy.HttpOnlyPolicy.Always, SameSiteMode.Lax));
        services.Configure<FormOptions>(options => (options.ValueCountLimit, options.KeyLengthLimit, options.ValueLengthLimit, options.BufferBodyLengthLimit) = (64, 256, 8 * 1024, LargestBody));

        // A paper stays in memory until it is sealed: nothing unsealed is written to a disk.
        services.AddOptions<FormOptions>().Configure<IOptions<DocumentOptions>>((form, documents) => form.MemoryBufferThreshold = documents.Value.UploadBytes);
        services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<PortalOptions>>((headers, portal) => TrustProxies(headers, portal.Value));
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true; // Which answers: PortalPipeline.IsSafeToCompress.
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });

        // A slow line waits longer for the bytes than the portal for their packing; what is the same for all is packed once.
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.AddOpenCache(isDevelopment);
        services.AddPolicyReports();
    }

    // The settings of developers stand at the root and are linked into the output, where the built-in source does not look. Directly after it, so that the environment still wins.
    private static void AddDevelopmentSettings(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            return;
        }

        const string Settings = "appsettings.Development.json";
        var sources = builder.Configuration.Sources;
        var builtIn = sources.OfType<JsonConfigurationSource>().FirstOrDefault(source => source.Path is Settings);
        sources.Insert(builtIn is null ? sources.Count : sources.IndexOf(builtIn) + 1, new JsonConfigurationSource
        {
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
            Path = Settings,
            Optional = true,
        });
    }

    private static void AddDevelopmentKeys(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            builder.Configuration.AddDevelopmentKeys(Path.Combine(builder.Environment.ContentRootPath, "state", "keys.json"));
        }
    }

    private static void LimitServer(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = LargestBody;
        server.Limits.MaxRequestLineSize = 4 * 1024;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.MaxRequestHeaderCount = 64;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    private static void TrustProxies(ForwardedHeadersOptions headers, PortalOptions portal)
    {
        headers.ForwardedHeaders = portal.Proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        headers.ForwardLimit = portal.ProxyHops;
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear(); // The defaults trust this machine; here only what is configured is trusted.
        foreach (var proxy in portal.Proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                headers.KnownProxies.Add(address);
            }
            else
            {
                headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }
    }
}
