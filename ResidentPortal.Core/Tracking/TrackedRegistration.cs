namespace ResidentPortal.Core.Tracking;

/// <summary>Where a registration stands.</summary>
/// <param name="State">The state as a resident can act on it.</param>
/// <param name="Stage">The stage it has reached; null where none is noted yet, or the stages cannot be read.</param>
/// <param name="Since">When the last step was noted.</param>
/// <param name="Steps">All five stages in order.</param>
/// <param name="AreStagesKnown">Whether the stages could be read.</param>
public sealed record TrackedRegistration(RegistrationState State, RegistrationStage? Stage, DateTimeOffset? Since, IReadOnlyList<TrackingStep> Steps, bool AreStagesKnown)
{
    /// <summary>Whether nothing more will change.</summary>
    public bool IsOver => State is RegistrationState.Done or RegistrationState.Refused or RegistrationState.RegisterAgain;

    internal static TrackedRegistration Of(RegistrationState state, IReadOnlyList<StageEntry>? entries)
    {
        state = state.AsTold();
        var reached = entries?.Count > 0 ? entries.Max(entry => entry.Stage) : (RegistrationStage?)null;
        var steps = Enum.GetValues<RegistrationStage>().Select(stage => new TrackingStep(
            stage,
            reached is null || stage > reached ? StepState.ToCome
                : stage < reached ? StepState.Passed
                : state is RegistrationState.Done ? StepState.Passed
                : state is RegistrationState.Refused or RegistrationState.RegisterAgain ? StepState.Stopped
                : StepState.Now,
            entries?.Where(entry => entry.Stage == stage).Select(entry => (DateTimeOffset?)entry.At).Max())).ToList();
        var since = entries?.Count > 0 ? entries.Max(entry => entry.At) : (DateTimeOffset?)null;
        return new TrackedRegistration(state, reached, since, steps, AreStagesKnown: entries is not null);
    }
}

/// <summary>One of the five stages.</summary>
/// <param name="Stage">Which.</param>
/// <param name="State">Whether it is passed, going on, to come, or where it stopped.</param>
/// <param name="At">When it was last noted.</param>
public sealed record TrackingStep(RegistrationStage Stage, StepState State, DateTimeOffset? At);

/// <summary>How a stage stands.</summary>
public enum StepState
{
    /// <summary>It is done.</summary>
    Passed,

    /// <summary>It is going on.</summary>
    Now,

    /// <summary>It has not begun.</summary>
    ToCome,

    /// <summary>The registration ended here.</summary>
    Stopped,
}
