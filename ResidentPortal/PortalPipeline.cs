using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using ResidentPortal.Api;
using ResidentPortal.Branding;
using ResidentPortal.Kiosk.Desk;
using ResidentPortal.Kiosk.Devices;
using ResidentPortal.Kiosk.Frame;
using ResidentPortal.Kiosk.Operators;
using ResidentPortal.Kiosk.Printing;
using ResidentPortal.Kiosk.Residents;
using ResidentPortal.Languages;
using ResidentPortal.Logging;
using ResidentPortal.Oidc;
using ResidentPortal.Pages;
using ResidentPortal.Pages.AuthHistory;
using ResidentPortal.Pages.Cards;
using ResidentPortal.Pages.Centres;
using ResidentPortal.Pages.CheckCard;
using ResidentPortal.Pages.LostNumber;
using ResidentPortal.Pages.Requests;
using ResidentPortal.Pages.Updates;
using ResidentPortal.Security;
using ResidentPortal.Sessions;

namespace ResidentPortal;

/// <summary>The order in which a request is looked at, and where it ends.</summary>
public static partial class PortalPipeline
{
    /// <summary>Lays the pipeline.</summary>
    public static WebApplication UsePortal(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseApi();
        app.UseMiddleware<HeadAsGet>();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<PageHeaders>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseCookiePolicy();
        app.UseMiddleware<LanguageOrder>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = Links.ErrorOf(StatusCodes.Status500InternalServerError), CreateScopeForErrors = true });
        app.UseWhen(IsForPeople, people => people.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true).UseMiddleware<RefusedForms>());
        app.UseMiddleware<CircuitOrigin>();
        app.UseRouting();
        app.UseMiddleware<KioskGate>();
        app.UseMiddleware<ViewLanguage>();
        app.UseAuthentication();
        app.UseMiddleware<CircuitSignIn>();
        app.UseAuthorization();
        app.UseMiddleware<LargeUploads>();
        app.UseMiddleware<KioskPresses>();
        app.UseAntiforgery();
        app.UseRateLimiter();
        app.UseOutputCache();
        app.UseWhen(IsSafeToCompress, safe => safe.UseResponseCompression());
        app.MapStaticAssets();
        app.MapBrand();
        app.MapLanguage();
        app.MapPolicyReports();
        app.MapOpenPages();
        app.MapSignOut();
        app.MapSignInElsewhere();
        app.MapOperators();
        app.MapCardFile();
        app.MapCardKeys();
        app.MapLostNumberFile();
        app.MapAcknowledgement();
        app.MapRequestFiles();
        app.MapHistoryFile();
        app.MapPaperFile();
        app.MapCentreFiles();
        app.MapDesk();
        app.MapDevices();
        app.MapResidentView();
        app.MapPrints();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            options.ContentSecurityFrameAncestorsPolicy = null; // PageHeaders sends one whole policy.
            options.DisableWebSocketCompression = true; // S-39: what a person typed and what is secret would share a compressed stream.
        });
        return app;
    }

    /// <summary>Runs until stopped. Settings the portal refuses end it with one sentence each, not with a stack.</summary>
    public static async Task RunPortalAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
        }
        catch (OptionsValidationException refusal)
        {
            foreach (var sentence in refusal.Failures)
            {
                Log.Refused(app.Logger, sentence);
            }

            await app.DisposeAsync();
            Environment.ExitCode = 1;
        }
    }

    // Machines read the status; only a browser that asks for a page gets one.
    private static bool IsForPeople(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) && !context.Request.Path.StartsWithSegments(Links.Circuit, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// BREACH needs three things in one compressed answer: a secret, something an attacker chose, and many tries. What is chosen comes from a form or a query, so an
    /// answer to either is never compressed; nor is anything from a stranger's page read with the person's cookies, which are SameSite. Form tokens are masked anew in
    /// each answer. Files made at build time are compressed there.
    /// </summary>
    private static bool IsSafeToCompress(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && (PageClass.Of(context.GetEndpoint()) is var page && (page == PageClass.File || (page.IsPage && !context.Request.QueryString.HasValue)));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "{Sentence}")]
        public static partial void Refused(ILogger logger, string sentence);
    }
}
