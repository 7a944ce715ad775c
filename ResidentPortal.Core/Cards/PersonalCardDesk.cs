using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Cards;

/// <summary>Lays out what a resident may have on a card of their own choice: the country's form and their record together.</summary>
public sealed class PersonalCardDesk(IDisclosureForms forms, IDisclosureRecords records)
{
    /// <summary>What may be chosen. Problems: <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    internal async Task<Outcome<PersonalCardOffer>> LayOutAsync(Uin uin, CancellationToken cancellationToken) =>
        !(await forms.FindAsync(DisclosureUse.Card, cancellationToken)).Try(out var form, out var problem)
        || !(await records.FindAsync(uin, form, cancellationToken)).Try(out var record, out problem)
            ? problem
            : new PersonalCardOffer(Disclosure.Offered(form, record), record);
}

/// <summary>What a resident may have on a card of their own choice.</summary>
/// <param name="Fields">The fields that may be chosen.</param>
/// <param name="Record">The resident's record, as far as the form has it.</param>
public sealed record PersonalCardOffer(IReadOnlyList<DisclosureField> Fields, DisclosureRecord Record)
{
    /// <summary>What was chosen, as it will stand on the card.</summary>
    public Outcome<IReadOnlyList<DisclosedField>> Of(IReadOnlyList<DisclosureChoice> choices) => Disclosure.Of(Fields, Record, choices);

    /// <summary>Without the record.</summary>
    public override string ToString() => nameof(PersonalCardOffer);
}
