using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Api.Acts;

/// <summary>What is told in the operations of a resident who has signed in, where an operation has no error of its own for a problem.</summary>
internal static class ResidentErrors
{
    /// <summary>A service of the platform does not answer; in these operations with the status 400.</summary>
    public static readonly ApiError Inaccessible = ApiErrors.ResourceInaccessible with { Status = StatusCodes.Status400BadRequest };

    /// <summary>The error of a problem: the sign-in is over or wants a fresh code, the platform is away, or else what the operation says.</summary>
    public static ApiError Of(Problem problem, ApiError otherwise) =>
        problem.Key is "common.signInNeeded" or "common.freshCodeNeeded" || problem.Key.StartsWith("sessions.", StringComparison.Ordinal) ? ApiErrors.NotAuthenticated
        : problem.Kind is ProblemKind.Unavailable ? Inaccessible
        : otherwise;
}
