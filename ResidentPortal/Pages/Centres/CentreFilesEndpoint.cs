using System.Globalization;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Files;
using ResidentPortal.Security;

namespace ResidentPortal.Pages.Centres;

/// <summary>Hands the files out.</summary>
internal static class CentreFilesEndpoint
{
    public static void MapCentreFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Links.CentresFile, async (string? place, string? name, ListCentres centres, CentreFiles files, CancellationToken cancellationToken) =>
            File(await centres.ExecuteAsync(new CentreSearch(place, name, Page: 1), Reader, cancellationToken), files.Write, "centres.pdf")).WithMetadata(PageClass.File);
        routes.MapGet(Links.PapersFile, async (ListPapers papers, CentreFiles files, CancellationToken cancellationToken) =>
            File(await papers.ExecuteAsync(Reader, cancellationToken), files.Write, "papers.pdf")).WithMetadata(PageClass.File);
    }

    private static string Reader => Language.Of(CultureInfo.CurrentUICulture).Code;

    private static IResult File<T>(Outcome<T> outcome, Func<T, byte[]> write, string name) =>
        outcome.Try(out var value, out var problem) ? Results.File(write(value), "application/pdf", name)
        : Results.StatusCode(problem == CommonProblems.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status503ServiceUnavailable);
}
