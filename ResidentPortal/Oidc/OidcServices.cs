using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ResidentPortal.Oidc;

/// <summary>Registers the sign-in at the provider; its handler only where a provider is configured.</summary>
internal static class OidcServices
{
    private const int LargestAnswer = 256 * 1024;

    public static void AddOidc(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(OidcOptions.Section);
        services.AddOptions<OidcOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OidcOptions>, OidcOptionsValidation>();
        if (string.IsNullOrWhiteSpace(section[nameof(OidcOptions.Issuer)]))
        {
            return;
        }

        services.AddSingleton<OidcKeys>().AddSingleton<ClientAssertion>().AddSingleton<IdTokenCheck>().AddSingleton<UserInformation>().AddSingleton<ProviderReturn>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, ProviderSetup>();
        services.AddAuthentication().AddRemoteScheme<OpenIdConnectOptions, ProviderHandler>(ProviderHandler.SchemeName, displayName: null, configureOptions: null);
        services.PostConfigure<OpenIdConnectOptions>(ProviderHandler.SchemeName, provider => provider.Backchannel.MaxResponseContentBufferSize = LargestAnswer);
    }
}
