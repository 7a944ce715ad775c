namespace ResidentPortal.Core.PublicLists;

/// <summary>The categories of papers with their types (<c>/validdocuments/{langcode}</c>).</summary>
/// <param name="Language">The language.</param>
public sealed record PapersTaken(string Language) : PublicList
{
    private protected override IEnumerable<string?> Codes => [Language];
}

/// <summary>The types of papers in a category (<c>/documenttypes/{category}/{langcode}</c>).</summary>
/// <param name="Category">The code of the category.</param>
/// <param name="Language">The language.</param>
public sealed record PaperTypes(string Category, string Language) : PublicList
{
    private protected override IEnumerable<string?> Codes => [Category, Language];
}

/// <summary>The papers that a kind of applicant may bring (<c>/applicanttype/{id}/languages</c>).</summary>
/// <param name="Applicant">The code of the kind.</param>
/// <param name="Languages">The languages.</param>
public sealed record ApplicantPapers(string Applicant, IReadOnlyList<string> Languages) : PublicList
{
    private const int MostLanguages = 20;

    internal override bool IsSound => Languages.Count is > 0 and <= MostLanguages && base.IsSound;

    private protected override IEnumerable<string?> Codes => [Applicant, .. Languages];
}
