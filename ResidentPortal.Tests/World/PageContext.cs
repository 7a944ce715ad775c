using System.Globalization;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using ResidentPortal.Branding;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;
using Xunit;

namespace ResidentPortal.Tests.World;

/// <summary>A signed-in page as in a circuit, on the flows of a whole core.</summary>
public abstract class PageContext : BunitContext, IAsyncLifetime
{
    public CoreWorld World { get; } = new();

    public Guid Session { get; private set; }

    public async ValueTask InitializeAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Session = (await World.SignInAsync()).SessionId;
        DefaultWaitTimeout = TimeSpan.FromSeconds(90);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(World.Clock);
        Services.AddSingleton(new Brand(Options.Create(new BrandOptions())));
        Services.AddSingleton(Options.Create(new PortalOptions { TimeZone = "Etc/UTC" }));
        Services.AddSingleton<Moments>();
        Services.AddSingleton(typeof(ILogger<>), typeof(Microsoft.Extensions.Logging.Abstractions.NullLogger<>));
        Services.AddSingleton<ProblemText>();
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(Session));
        Services.AddSingleton<CurrentSession>();
        Services.AddSingleton<SentPages>();
        Pass<ShowAuthLocks>();
        Pass<ChangeAuthLocks>();
        Pass<ShowAct>();
        Pass<ShowVids>();
        Pass<GenerateVid>();
        Pass<RevokeVid>();
        Pass<RevealVid>();
        Pass<LabelVid>();
        Pass<ShowProfile>();
        Pass<ListRecentRequests>();
        Pass<CheckSession>();
        Pass<Core.Notifications.CountUnreadNotices>();
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await World.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private void Pass<T>()
        where T : class => Services.AddSingleton(World.Get<T>());

    private sealed class SignedIn(Guid session) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionAuthentication.SessionIdClaim, session.ToString("N"))], "session"))));
    }
}
