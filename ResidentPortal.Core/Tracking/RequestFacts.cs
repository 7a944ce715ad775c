using ResidentPortal.Core.History;

namespace ResidentPortal.Core.Tracking;

/// <summary>What the notices of a tracked request say of it: the kind and the state, by the names of their words.</summary>
internal static class RequestFacts
{
    private const string Registration = "Registration";

    /// <summary>An act in its state.</summary>
    public static IReadOnlyDictionary<string, string> Of(ServiceRequestRow act) => Of(act.Kind.ToString(), $"Act.{act.State}");

    /// <summary>An act in one of its own stages.</summary>
    public static IReadOnlyDictionary<string, string> Of(ServiceRequestRow act, ActStage stage) => Of(act.Kind.ToString(), $"{act.Kind}.{stage.Name}");

    /// <summary>A registration in its state or, while it is under way, in its stage; of an act, where it is the registration of one.</summary>
    public static IReadOnlyDictionary<string, string> Of(ServiceRequestRow? act, RegistrationState state, RegistrationStage? stage) =>
        Of(act?.Kind.ToString() ?? Registration, state is RegistrationState.UnderWay && stage is not null ? $"Stage.{stage}" : $"Registration.{state}");

    private static Dictionary<string, string> Of(string kind, string state) => new(StringComparer.Ordinal) { ["kind"] = kind, ["state"] = state };
}
