using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates.Uploads;

/// <summary>Says which kinds of paper may be sent ahead: those that a field of the country's form takes. It says nothing about anybody.</summary>
public sealed class ListUploadKinds(IUpdateForms forms, UpdateSubject subject)
{
    /// <summary>The kinds. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<UploadKinds>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        if (!(await forms.FindAsync(cancellationToken)).Try(out var form, out var problem))
        {
            return problem;
        }

        var types = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var field in form.Fields.Where(field => field.DocumentCategory is not null).DistinctBy(field => field.DocumentCategory, StringComparer.Ordinal))
        {
            if (!(await subject.ListPaperTypesAsync(field, Language.English, cancellationToken)).Try(out var listed, out problem))
            {
                return problem;
            }

            types[field.DocumentCategory!] = [.. listed.Select(type => type.Code)];
        }

        return new UploadKinds(form.Languages, types);
    }
}

/// <summary>What may be sent ahead.</summary>
/// <param name="Languages">The languages of the country, by MOSIP's codes.</param>
/// <param name="Types">The codes of the types by the code of their category.</param>
public sealed record UploadKinds(IReadOnlyList<string> Languages, IReadOnlyDictionary<string, IReadOnlyList<string>> Types);
