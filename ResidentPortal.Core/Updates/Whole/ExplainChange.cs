using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates.Whole;

/// <summary>Says what a change of some attributes would take in this country. It says nothing about anybody.</summary>
public sealed class ExplainChange(IUpdateForms forms)
{
    /// <summary>What it takes. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<ChangeNeeds>> ExecuteAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken = default)
    {
        if (!(await forms.FindAsync(cancellationToken)).Try(out var form, out var problem))
        {
            return problem;
        }

        var known = names.Where(name => form.Find(name) is { Kind: not FieldKind.Document }).ToList();
        var papers = names.Where(name => form.Find(name) is { Kind: FieldKind.Document }).ToList();
        return new ChangeNeeds(known, papers, form.Languages, NeedsPapers: known.Count < names.Count || form.PapersFor(known).Count > 0);
    }
}

/// <summary>What a change takes.</summary>
/// <param name="Known">Those of the attributes that residents may change.</param>
/// <param name="Papers">Those that are papers.</param>
/// <param name="Languages">The languages that texts are recorded in, by MOSIP's codes.</param>
/// <param name="NeedsPapers">Whether a paper is needed; also where one is named, or an attribute is not known.</param>
public sealed record ChangeNeeds(IReadOnlyList<string> Known, IReadOnlyList<string> Papers, IReadOnlyList<string> Languages, bool NeedsPapers);
