using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using OpenIddict.EntityFrameworkCore.Models;

namespace ResidentPortal.Sandbox;

/// <summary>The client and where it may have people sent back to: as eSignet's wildcard does it, any port of this machine and anything below the address of the API.</summary>
internal sealed class ProviderClients(
    IOpenIddictApplicationCache<OpenIddictEntityFrameworkCoreApplication> cache,
    ILogger<OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<OpenIddictEntityFrameworkCoreApplication> store) : OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication>(cache, logger, options, store)
{
    /// <inheritdoc/>
    public override ValueTask<bool> ValidateRedirectUriAsync(OpenIddictEntityFrameworkCoreApplication application, string uri, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.IsLoopback
            && (address.AbsolutePath is "/sign-in/return" || address.AbsolutePath.StartsWith("/resident/v1/login-redirect/", StringComparison.Ordinal)));
}
