using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates;

/// <summary>
/// What the country lets residents change, and how (MOSIP ID schema, the UI specification <c>update-demographics</c>, and master data's dynamic fields, locations and
/// valid documents). Nothing of it is known to the code.
/// </summary>
public interface IUpdateForms
{
    /// <summary>The form, kept for a while. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<UpdateForm>> FindAsync(CancellationToken cancellationToken);

    /// <summary>
    /// What may be chosen for a field of kind <see cref="FieldKind.Choice"/> or <see cref="FieldKind.Place"/>, in a language; places are those below
    /// <paramref name="parent"/>, or at the top where it is null. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<IReadOnlyList<FieldChoice>>> ListChoicesAsync(UpdateField field, string language, string? parent, CancellationToken cancellationToken);

    /// <summary>The kinds of paper that a document field takes, in a language. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<IReadOnlyList<FieldChoice>>> ListDocumentTypesAsync(UpdateField field, string language, CancellationToken cancellationToken);
}
