using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>Lets an operator who has proved two factors begin a duty, and finds the one of a request.</summary>
internal sealed class DutyDoor(BeginDuty begin, ResumeDuty resume, TakeBack takeBack, EndDuty end)
{
    /// <summary>Where an operator goes on who has just signed in.</summary>
    public static string AfterSignIn(OperatorProof proof) => proof.IsSupervisor ? Links.KioskSupervisor : Links.Desk;

    /// <summary>Begins a duty, and keeps its token in the browser. Null where it was begun.</summary>
    public async Task<Problem?> BeginAsync(HttpContext context, OperatorProof proof)
    {
        var begun = await begin.ExecuteAsync(proof, PortalCookies.Read(context, PortalCookies.Kiosk), Visitors.Of(context), context.RequestAborted);
        return Keep(context, begun);
    }

    /// <summary>Takes the screen back from a resident. Null where it was taken.</summary>
    public async Task<Problem?> TakeBackAsync(HttpContext context, OperatorProof proof)
    {
        var taken = await takeBack.ExecuteAsync(
            PortalCookies.Read(context, PortalCookies.Operator), proof, PortalCookies.Read(context, PortalCookies.Kiosk), Visitors.Of(context), context.RequestAborted);
        return Keep(context, taken);
    }

    /// <summary>The duty of a request; null where nobody is on duty.</summary>
    public async Task<Duty?> FindAsync(HttpContext context)
    {
        var found = await resume.ExecuteAsync(
            PortalCookies.Read(context, PortalCookies.Operator), PortalCookies.Read(context, PortalCookies.Kiosk), Visitors.Of(context), isSeen: true, press: null, context.RequestAborted);
        return found.Try(out var duty, out _) ? duty : null;
    }

    /// <summary>The duty of a request where it is a supervisor's.</summary>
    public async Task<Duty?> FindSupervisorAsync(HttpContext context) => await FindAsync(context) is { IsSupervisor: true } duty ? duty : null;

    /// <summary>Ends the duty of a request.</summary>
    public async Task EndAsync(HttpContext context)
    {
        if (await FindAsync(context) is { } duty)
        {
            await end.ExecuteAsync(duty.Id, CancellationToken.None);
        }

        PortalCookies.Delete(context, PortalCookies.Operator);
        FactorCookie.Delete(context);
    }

    private static Problem? Keep(HttpContext context, Outcome<DutyTicket> outcome)
    {
        if (!outcome.Try(out var ticket, out var problem))
        {
            return problem;
        }

        FactorCookie.Delete(context);
        PortalCookies.Write(context, PortalCookies.Operator, ticket.Token);
        return null;
    }
}
