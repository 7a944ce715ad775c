using System.Globalization;
using System.Text.Json;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Sessions;

namespace ResidentPortal.Kiosk.Frame;

/// <summary>What the scripts of a kiosk have to know, as attributes of the page's body.</summary>
internal static class KioskBody
{
    private const int Never = 24 * 60 * 60;

    /// <summary>The attributes; none where the page is of no kiosk.</summary>
    public static IReadOnlyDictionary<string, object>? Of(KioskState? state, KioskOptions options)
    {
        if (state is null)
        {
            return null;
        }

        var attributes = new Dictionary<string, object>(StringComparer.Ordinal) { ["class"] = $"kiosk kiosk-{state.Side.ToString().ToLowerInvariant()}" };
        if (state.IsDevice)
        {
            attributes["data-proof-seconds"] = $"{(options.ProofMinutes - 1) * 60}";
        }

        if (state is { Side: KioskSide.Desk, Duty.PressNonce: { } nonce, IsDevice: true })
        {
            attributes["data-press-nonce"] = nonce;
        }

        if (state is { Side: KioskSide.Desk, Duty.IsHandedOver: false, Visit: { } visit })
        {
            attributes["data-poll"] = Links.DeskVisitState;
            attributes["data-version"] = visit.Version.ToString(CultureInfo.InvariantCulture);
            attributes["data-view-times"] = Times(options.DeskBlurSeconds, options.DeskBlurSeconds, IsOverThere(visit) ? Never : options.EndSeconds, 1);
        }
        else if (state is { Side: KioskSide.Resident, View: { } view })
        {
            attributes["data-view-times"] = Times(options.AskSeconds, options.BlurSeconds, options.EndSeconds, view.IsSlow ? options.SlowFactor : 1);
        }

        return attributes;
    }

    /// <summary>Whether the resident has a screen of their own.</summary>
    public static bool IsOverThere(DeskVisit? visit) => visit is { View: ViewPlace.OtherScreen, IsViewOpened: true };

    private static string Times(int ask, int blur, int end, int slow) => JsonSerializer.Serialize(new { ask, blur, end, slow });
}
