using System.Globalization;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Languages;
using ResidentPortal.Sessions;

namespace ResidentPortal.Kiosk.Residents;

/// <summary>The resident's side is read in the language of the visit, whatever the browser of the desk is set to; a language button of any page there changes it.</summary>
internal sealed class ViewLanguage(RequestDelegate next)
{
    /// <summary>Runs the rest of the pipeline in the language of the visit.</summary>
    public async Task InvokeAsync(HttpContext context, ChangeViewLanguage change)
    {
        if (KioskState.Of(context) is { Side: KioskSide.Resident, View: { } view })
        {
            if (LanguageChoice.WasMade(context))
            {
                await change.ExecuteAsync(PortalCookies.Read(context, PortalCookies.Visit), Language.Of(CultureInfo.CurrentUICulture), CancellationToken.None);
            }
            else
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = view.Language.Culture;
            }
        }

        await next(context);
    }
}
