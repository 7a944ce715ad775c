using Microsoft.AspNetCore.Authentication;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>What becomes of an operator who comes back from the account service: a duty, the screen taken back, or a sentence on the page they set out from.</summary>
internal sealed partial class IamReturn(IamClaims claims, DutyDoor door, NoteOperator note, ILogger<IamReturn> logger)
{
    /// <summary>In the sealed state: that the screen is to be taken back.</summary>
    public const string Back = "back";

    private static readonly Problem[] MayBeTold =
        [OperatorProblems.IamRefused, KioskProblems.DeviceNotProved, KioskProblems.DeviceSuspended, KioskProblems.DeviceNotConfirmed, KioskProblems.OtherCentre, KioskProblems.OutsideHours, KioskProblems.HandedOver, KioskProblems.DutyNeeded];

    /// <summary>The problem an address names: one of a closed list, whatever the address says.</summary>
    public static Problem? ProblemOf(string? key) => Array.Find(MayBeTold, problem => string.Equals(problem.Key, key, StringComparison.Ordinal));

    /// <summary>Takes somebody whom the library has let through.</summary>
    public async Task TakeAsync(TicketReceivedContext context)
    {
        var isBack = context.Properties!.Items.ContainsKey(Back);
        Problem? problem = OperatorProblems.IamRefused;
        if (claims.Read(context.Principal!, out var fault) is { } proof)
        {
            problem = isBack ? await door.TakeBackAsync(context.HttpContext, proof) : await door.BeginAsync(context.HttpContext, proof);
            context.Response.Redirect(problem is null ? isBack ? Links.DeskVisit : DutyDoor.AfterSignIn(proof) : Links.KioskSignInAfter(problem.Key));
        }
        else
        {
            Log.Refused(logger, fault);
            await note.ExecuteAsync(OperatorAct.IamRefused, number: null, by: null, CancellationToken.None);
            context.Response.Redirect(Links.KioskSignInAfter(problem.Key));
        }

        context.Response.Headers.CacheControl = "no-store";
        context.HandleResponse();
    }

    /// <summary>The answer was not believed, or there was none.</summary>
    public Task RefuseAsync(RemoteFailureContext context)
    {
        Log.Refused(logger, context.Failure?.GetType().Name ?? "none");
        context.Response.Redirect(Links.KioskSignInAfter(OperatorProblems.IamRefused.Key));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "An operator from the account service was not taken: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
