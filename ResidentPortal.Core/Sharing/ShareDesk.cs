using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Sharing;

/// <summary>Lays out what a resident may share with an organisation: the country's form, their own record and the organisation's policy together.</summary>
public sealed class ShareDesk(IPartners partners, IDisclosureForms forms, IDisclosureRecords records)
{
    /// <summary>What may be shared. Problems: <see cref="SharingProblems.UnknownPartner"/>, <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    internal async Task<Outcome<ShareOffer>> LayOutAsync(ResidentSession session, string? partnerId, CancellationToken cancellationToken)
    {
        if (!(await partners.ListAsync(cancellationToken)).Try(out var listed, out var problem))
        {
            return problem;
        }

        if (listed.FirstOrDefault(one => string.Equals(one.Id, partnerId, StringComparison.Ordinal)) is not { } partner)
        {
            return SharingProblems.UnknownPartner;
        }

        if (!(await partners.FindPolicyAsync(partner.Id, cancellationToken)).Try(out var policy, out problem)
            || !(await forms.FindAsync(DisclosureUse.Share, cancellationToken)).Try(out var form, out problem)
            || !(await records.FindAsync(session.Uin, form, cancellationToken)).Try(out var record, out problem))
        {
            return problem;
        }

        return new ShareOffer(partner, Disclosure.Offered(form, record, policy.Attributes), record);
    }
}

/// <summary>What a resident may share with an organisation.</summary>
/// <param name="Partner">The organisation.</param>
/// <param name="Fields">The fields that may be chosen.</param>
/// <param name="Record">The resident's record, as far as the form has it.</param>
public sealed record ShareOffer(Partner Partner, IReadOnlyList<DisclosureField> Fields, DisclosureRecord Record)
{
    /// <summary>What was chosen, as the organisation will see it.</summary>
    public Outcome<IReadOnlyList<DisclosedField>> Of(IReadOnlyList<DisclosureChoice> choices) => Disclosure.Of(Fields, Record, choices);

    /// <summary>Without the record.</summary>
    public override string ToString() => nameof(ShareOffer);
}
