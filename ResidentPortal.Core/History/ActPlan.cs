using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.History;

/// <summary>What the ledger has to know of a kind of act to show it, to run one that waits for a code, and to look again at one whose end is open.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="OrderOf">The order behind a wish as it was written down.</param>
/// <param name="RunAsync">Runs an order for a sign-in; one that was sent already is not sent again.</param>
/// <param name="LookAsync">Looks at the platform's record what became of the act with this event id.</param>
public sealed record ActPlan(
    ActKind Kind, Func<string, object> OrderOf, Func<Guid, object, CancellationToken, Task<Outcome<EventId>>> RunAsync, Func<string, Task> LookAsync)
{
    /// <summary>What came of an act, from the text its end was written down with; null for kinds that bring nothing to show.</summary>
    public Func<string, object>? ResultOf { get; init; }

    /// <summary>The stages of an act, from what came of it so far; null for kinds and states that have none.</summary>
    public Func<object, ActStages?>? StagesOf { get; init; }

    /// <summary>The plan of a kind that is done as soon as it is written down: there is nothing to run, and nothing to look for.</summary>
    public static ActPlan Noted(ActKind kind, Func<string, object> orderOf) =>
        new(kind, orderOf, static (_, _, _) => Task.FromResult<Outcome<EventId>>(CommonProblems.NotFound), static _ => Task.CompletedTask);
}
