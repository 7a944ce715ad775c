using Microsoft.AspNetCore.Components;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;

namespace ResidentPortal.Pages.Updates;

/// <summary>Where the pages of a draft lead when it is not open here.</summary>
internal static class DraftWays
{
    /// <summary>
    /// Leads to the overview, which says what is true, where there are no answers or only elsewhere; what does not exist is not found. What was sent is left to its handler: it may
    /// have been done already.
    /// </summary>
    public static void Lead(this NavigationManager navigation, HttpContext context, Problem? problem)
    {
        if (problem is null || !HttpMethods.IsGet(context.Request.Method))
        {
            return;
        }

        if (problem == UpdateProblems.NoDraft || problem == UpdateProblems.ResumeCodeNeeded || problem == UpdateProblems.NotReady)
        {
            navigation.NavigateTo(Links.Update);
        }
        else if (problem.Kind is ProblemKind.NotFound)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
