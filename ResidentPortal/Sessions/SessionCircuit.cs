using Microsoft.AspNetCore.Components.Server.Circuits;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Sessions;

/// <summary>Judges every event that arrives on a circuit by the sign-in's row: after its end nothing that is pressed reaches a page.</summary>
internal sealed class SessionCircuit(CurrentSession current, CircuitSession session, CheckSession check, SessionWatch watch) : CircuitHandler
{
    /// <summary>How many pages one sign-in may have open at a time.</summary>
    public const int MostCircuits = 5;

    /// <inheritdoc/>
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var id = await current.FindIdAsync();
        var isTooMany = watch.Count(id) >= MostCircuits;
        watch.Add(session, id);
        if (id == Guid.Empty || isTooMany)
        {
            await session.EndAsync(CommonProblems.SignInNeeded);
        }
    }

    /// <inheritdoc/>
    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        watch.Remove(session);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        var outcome = await check.ExecuteAsync(await current.FindIdAsync(), isSeen: true);
        await (outcome.Problem is { } problem ? session.EndAsync(problem) : next(context));
    };
}
