using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Sessions;

namespace ResidentPortal.Kiosk.Frame;

/// <summary>Takes a press of an operator only where the device signed it with its key: cookies that were copied to elsewhere press nothing (S-71).</summary>
internal sealed class KioskPresses(RequestDelegate next)
{
    /// <summary>Passes the press on, or leads it to where the device proves its key anew.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (KioskState.Of(context) is not { Side: KioskSide.Desk, Duty.DeviceId: not null } || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || !KioskPaths.WantsPress(request.Path))
        {
            await next(context);
            return;
        }

        var form = request.HasFormContentType ? await request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        var press = new PressProof(form[PressFields.Nonce], form[PressFields.Signature]);
        var resumed = await context.RequestServices.GetRequiredService<ResumeDuty>().ExecuteAsync(
            PortalCookies.Read(context, PortalCookies.Operator), PortalCookies.Read(context, PortalCookies.Kiosk), Visitors.Of(context), isSeen: true, press, context.RequestAborted);
        if (resumed.Problem is null)
        {
            await next(context);
            return;
        }

        context.SetEndpoint(endpoint: null);
        context.Response.Headers.Location = Links.KioskStart;
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
    }
}
