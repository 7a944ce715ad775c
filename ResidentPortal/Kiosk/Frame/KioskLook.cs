using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;

namespace ResidentPortal.Kiosk.Frame;

/// <summary>Finds out, for one request, which device it comes from, who is on duty there, and whose side of which visit it is.</summary>
internal sealed class KioskLook(FindDevice devices, ResumeDuty duties, ShowDeskVisit visits, ShowView views)
{
    /// <summary>The state; null where the request has nothing to do with a kiosk.</summary>
    public async Task<KioskState?> FindAsync(HttpContext context)
    {
        var (path, cancellation) = (context.Request.Path, context.RequestAborted);
        var (isDeskPath, isViewPath) = (KioskPaths.IsDesk(path), KioskPaths.IsView(path));
        var (device, duty, view) = (PortalCookies.Read(context, PortalCookies.Kiosk), PortalCookies.Read(context, PortalCookies.Operator), PortalCookies.Read(context, PortalCookies.Visit));
        if (device is null && duty is null && view is null && !isDeskPath && !isViewPath)
        {
            return null;
        }

        var visitor = Visitors.Of(context);
        var resumed = duty is null || isViewPath ? default(Outcome<Duty>?) : await DutyAsync(context, duty, device, visitor);
        var onDuty = resumed is { IsSuccess: true } found ? found.Value : null;
        if (isDeskPath || (onDuty is { IsHandedOver: false } && !isViewPath))
        {
            return await DeskAsync(context, onDuty, device, visitor) is { } desk ? desk with { DutyProblem = resumed?.Problem } : null;
        }

        // A phone of the resident's own is a kiosk only where it shows the visit.
        var shown = view is not null && (await views.ExecuteAsync(view, cancellation)).Try(out var seen, out _) ? seen : null;
        var isDevice = device is not null || onDuty is not null;
        return isDevice || isViewPath || (shown is not null && DeskTable.IsOwn(path, shown.Purposes))
            ? new KioskState { Side = KioskSide.Resident, IsDevice = isDevice, View = shown, Duty = onDuty }
            : null;
    }

    private async Task<KioskState?> DeskAsync(HttpContext context, Duty? duty, string? token, Visitor visitor)
    {
        // A supervisor's own computer is no kiosk: beside the supervisor's pages it is a browser like any other.
        if (token is null && duty is { DeviceId: null } && !KioskPaths.IsDesk(context.Request.Path))
        {
            return null;
        }

        var device = token is not null && (await devices.ExecuteAsync(token, visitor, context.RequestAborted)).Try(out var found, out _) ? found : null;
        var visit = duty is { DeviceId: not null, IsHandedOver: false } && (await visits.ExecuteAsync(duty.Id, withFields: false, context.RequestAborted)).Try(out var shown, out _) && shown.State is not VisitState.Ended ? shown : null;
        return new KioskState
        {
            Side = KioskSide.Desk,
            IsDevice = token is not null || duty?.DeviceId is not null,
            Device = device,
            Duty = duty,
            Visit = visit,
            DeskSession = visit is { State: VisitState.Agreed, DeskId: { } desk } && DeskTable.IsWork(context.Request.Path, visit.Purposes) ? desk : null,
        };
    }

    // To look whether something changed is not to be there.
    private Task<Outcome<Duty>> DutyAsync(HttpContext context, string duty, string? device, Visitor visitor) =>
        duties.ExecuteAsync(duty, device, visitor, isSeen: !KioskPaths.Is(context.Request.Path, Links.DeskVisitState), press: null, context.RequestAborted);
}
