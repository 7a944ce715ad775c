using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Server.AspNetCore;

namespace ResidentPortal.Sandbox;

/// <summary>
/// The platform's OpenID Connect provider for people (eSignet), under <c>/esignet</c>: authorization code with <c>private_key_jwt</c> and PKCE, signed user
/// information that names the person's UIN or VID. Codes, numbers and people are the sandbox's own. It is built at its first call.
/// </summary>
public sealed class SignInProvider : IAsyncDisposable
{
    /// <summary>The path everything of the provider stands under.</summary>
    public const string Path = "/esignet";

    private readonly ProviderPages _pages;
    private readonly UserInformation _information;
    private readonly Lazy<Task<(ServiceProvider Services, RequestDelegate Pipeline)>> _server;

    internal SignInProvider(PlatformState state, SandboxOptions options)
    {
        Subjects = new ProviderSubjects();
        _pages = new ProviderPages(state, Subjects);
        _information = new UserInformation(state, Subjects, Forgery, options);
        _server = new Lazy<Task<(ServiceProvider, RequestDelegate)>>(() => BuildAsync(options));
    }

    /// <summary>What the provider is to say wrongly, for tests.</summary>
    public ProviderForgery Forgery { get; } = new();

    private ProviderSubjects Subjects { get; }

    internal void Map(IEndpointRouteBuilder routes)
    {
        Map("GET", "/.well-known/openid-configuration", "esignet.discovery");
        Map("GET", "/.well-known/jwks", "esignet.jwks");
        Map("GET", "/authorize", "esignet.authorize");
        Map("POST", "/authorize", "esignet.authorize");
        Map("POST", "/token", "esignet.token");
        Map("GET", "/userinfo", "esignet.userinfo");

        void Map(string method, string path, string name) => routes.Map(method, Path + path, new PlatformOperation(name, Dialect.Plain, NeedsToken: false), AnswerAsync);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await (await _server.Value).Services.DisposeAsync();
        }

        Forgery.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (services, pipeline) = await _server.Value;
        await using var scope = services.CreateAsyncScope();
        var (outer, path, pathBase) = (context.RequestServices, context.Request.Path, context.Request.PathBase);
        (context.RequestServices, context.Request.Path, context.Request.PathBase) = (scope.ServiceProvider, path.Value![Path.Length..], Path);
        try
        {
            await pipeline(context);
        }
        finally
        {
            (context.RequestServices, context.Request.Path, context.Request.PathBase) = (outer, path, pathBase);
        }
    }

    private async Task<(ServiceProvider Services, RequestDelegate Pipeline)> BuildAsync(SandboxOptions options)
    {
        var services = ProviderServer.Build(options, Forgery);
        await ProviderServer.SeedAsync(services, options);
        var pipeline = new ApplicationBuilder(services);
        pipeline.UseAuthentication();
        pipeline.Run(AnswerItselfAsync);
        return (services, pipeline.Build());
    }

    // What the library leaves to its host: the page, and the information about the person.
    private Task AnswerItselfAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/authorize" => _pages.AnswerAsync(context, context.GetOpenIddictServerRequest()!),
        "/userinfo" => _information.AnswerAsync(context),
        _ => context.ForbidAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme),
    };
}
