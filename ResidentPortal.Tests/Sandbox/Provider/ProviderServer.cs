using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ResidentPortal.Sandbox;

/// <summary>OpenIddict as eSignet is set up: one client, known by its key alone, and tokens in a database in memory.</summary>
internal static class ProviderServer
{
    /// <summary>The scopes of the platform's resident services.</summary>
    internal static readonly string[] ResidentScopes =
        ["Manage-Identity-Data", "Manage-VID", "Manage-Authentication", "Manage-Service-Requests", "Manage-Credentials"];

    /// <summary>That a person was recognised by a code.</summary>
    internal const string ByCode = "mosip:idp:acr:generated-code";

    internal static ServiceProvider Build(SandboxOptions options, ProviderForgery forgery)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(options);
        services.AddSingleton(forgery);
        services.AddSingleton<OneUseAssertions>();
        services.AddSingleton(_ => KeepOpen($"Data Source=provider-{Guid.NewGuid():N};Mode=Memory;Cache=Shared"));
        services.AddDbContext<ProviderDatabase>((provider, database) => database.UseSqlite(provider.GetRequiredService<SqliteConnection>().ConnectionString).UseOpenIddict());
        services.AddOpenIddict()
            .AddCore(core =>
            {
                core.UseEntityFrameworkCore().UseDbContext<ProviderDatabase>();
                core.ReplaceApplicationManager<OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreApplication, ProviderClients>();
            })
            .AddServer(server => Configure(server, forgery));
        return services.BuildServiceProvider();
    }

    internal static async Task SeedAsync(ServiceProvider services, SandboxOptions options)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ProviderDatabase>().Database.EnsureCreatedAsync();
        if (options.OidcClientKey is not { } key)
        {
            return;
        }

        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = options.OidcClientId,
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Explicit,
            DisplayName = "Resident Portal",
            JsonWebKeySet = new JsonWebKeySet { Keys = { ProviderKeys.Public(key) } },
            Permissions = { Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code, Permissions.Scopes.Profile },
        };
        client.Permissions.UnionWith(ResidentScopes.Select(name => Permissions.Prefixes.Scope + name));
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(client);
    }

    private static void Configure(OpenIddictServerBuilder server, ProviderForgery forgery)
    {
        server.SetConfigurationEndpointUris(".well-known/openid-configuration").SetJsonWebKeySetEndpointUris(".well-known/jwks")
            .SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetUserInfoEndpointUris("userinfo");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes([Scopes.Profile, .. ResidentScopes]);
        server.RegisterClaims("individual_id", Claims.AuthenticationContextReference, Claims.AuthenticationTime);
        server.AddSigningKey(forgery.Right).AddEphemeralEncryptionKey().DisableAccessTokenEncryption();
        server.Configure(options =>
        {
            options.ClientAuthenticationMethods.Clear();
            options.ClientAuthenticationMethods.Add(ClientAuthenticationMethods.PrivateKeyJwt);
            options.CodeChallengeMethods.Clear();
            options.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256);
        });
        server.AddEventHandler<OpenIddictServerEvents.ValidateTokenContext>(handler => handler.UseSingletonHandler<OneUseAssertions>().SetOrder(OpenIddictServerHandlers.Protection.ValidateIdentityModelToken.Descriptor.Order - 500));
        server.AddEventHandler<OpenIddictServerEvents.ProcessAuthenticationContext>(handler => handler.UseSingletonHandler<OneUseAssertions>().SetOrder(int.MaxValue - 1000));
        server.AddEventHandler<OpenIddictServerEvents.ApplyTokenResponseContext>(handler => handler.UseInlineHandler(forgery.BendAsync).SetOrder(int.MinValue + 1000));
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableUserInfoEndpointPassthrough().DisableTransportSecurityRequirement();
    }

    // A database in memory lasts as long as somebody has it open.
    private static SqliteConnection KeepOpen(string name)
    {
        var connection = new SqliteConnection(name);
        connection.Open();
        return connection;
    }
}

/// <summary>Where codes and tokens are kept.</summary>
internal sealed class ProviderDatabase(DbContextOptions<ProviderDatabase> options) : DbContext(options);
