using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Security;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Devices;

/// <summary>What the script of a device talks to: it enrols the key, and proves it. Only the portal's own pages may, and only in JSON, which no form of another site can send.</summary>
internal static class DeviceEndpoints
{
    public static void MapDevices(this IEndpointRouteBuilder routes)
    {
        Map<EnrolKeyCall>(routes, Links.KioskEnrolKey, EnrolAsync);
        Map<ChallengeCall>(routes, Links.KioskChallenge, AskAsync);
        Map<ProofCall>(routes, Links.KioskProof, ProveAsync);
    }

    private static void Map<TCall>(IEndpointRouteBuilder routes, string path, Func<HttpContext, TCall, Task<IResult>> answer)
        where TCall : class => routes.MapPost(path, async (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            if (!context.Request.HasJsonContentType() || !IsOurs(context.Request))
            {
                return Results.BadRequest();
            }

            try
            {
                return await context.Request.ReadFromJsonAsync<TCall>(context.RequestAborted) is { } call ? await answer(context, call) : Results.BadRequest();
            }
            catch (System.Text.Json.JsonException)
            {
                return Results.BadRequest();
            }
        }).WithMetadata(PageClass.OwnFile).DisableAntiforgery();

    private static async Task<IResult> EnrolAsync(HttpContext context, EnrolKeyCall call)
    {
        var enrolled = await Get<EnrolDevice>(context).ExecuteAsync(call.Code, call.Key, call.Signature, Visitors.Of(context), context.RequestAborted);
        return enrolled.Try(out var device, out var problem) ? Results.Json(new { device.DeviceId, device.Words }) : Say(context, problem);
    }

    private static async Task<IResult> AskAsync(HttpContext context, ChallengeCall call)
    {
        var asked = await Get<AskForDeviceProof>(context).ExecuteAsync(call.DeviceId, context.RequestAborted);
        return asked.Try(out var challenge, out var problem) ? Results.Json(new { challenge.Nonce }) : Say(context, problem);
    }

    private static async Task<IResult> ProveAsync(HttpContext context, ProofCall call)
    {
        var visitor = Visitors.Of(context);
        if (!(await Get<ProveDevice>(context).ExecuteAsync(call.DeviceId, call.Nonce, call.Signature, visitor, CancellationToken.None)).Try(out var ticket, out var problem))
        {
            return Say(context, problem);
        }

        PortalCookies.Write(context, PortalCookies.Kiosk, ticket.Token);
        if (call.IsStart)
        {
            // The power may have gone in the middle of a visit: nothing of it is left to whoever comes next (S-76). The operator's sign-in stays.
            await Get<ClearLeftOver>(context).ExecuteAsync(ticket.DeviceId, CancellationToken.None);
            PortalCookies.Delete(context, PortalCookies.Visit);
            PortalCookies.Delete(context, PortalCookies.Session);
            PortalCookies.Delete(context, PortalCookies.Code);
        }

        var duty = await Get<ResumeDuty>(context).ExecuteAsync(PortalCookies.Read(context, PortalCookies.Operator), ticket.Token, visitor, isSeen: false, press: null, CancellationToken.None);
        return Results.Json(new { Next = NextOf(duty), PressNonce = duty.Try(out var resumed, out _) ? resumed.PressNonce : null });
    }

    private static string NextOf(Outcome<Duty> duty) => !duty.Try(out var resumed, out _) ? Links.KioskSignIn : resumed.IsSupervisor ? Links.KioskSupervisor : Links.Desk;

    private static IResult Say(HttpContext context, Problem problem) =>
        Results.Json(new { Problem = problem.Key, Text = Get<ProblemText>(context).Of(problem) }, statusCode: StatusCodes.Status409Conflict);

    private static bool IsOurs(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site ? site == "same-origin"
        : request.Headers.Origin is { Count: 1 } origin && string.Equals(origin[0], $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

    private static T Get<T>(HttpContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();

    private sealed record EnrolKeyCall(string? Code, string? Key, string? Signature);

    private sealed record ChallengeCall(Guid DeviceId);

    private sealed record ProofCall(Guid DeviceId, string? Nonce, string? Signature, bool IsStart);
}
