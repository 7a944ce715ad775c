using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.Updates;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Looks whether an act changes a phone or an e-mail address, and what that means at a kiosk.</summary>
public sealed class VisitContacts(IUpdateForms forms, UpdateDrafts drafts, LookupKeys keys)
{
    private static readonly ContactChange Nothing = new(WantsApproval: false, Keys: null);

    /// <summary>What it means. Where the form cannot be read nobody knows, and it is not judged: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    internal async Task<Outcome<ContactChange>> JudgeAsync(ResidentSession session, ServiceRequestRow act, CancellationToken cancellationToken)
    {
        if (act.Kind is not ActKind.UpdateIdentity)
        {
            return Nothing;
        }

        if (!(await forms.FindAsync(cancellationToken)).Try(out var form, out var problem))
        {
            return problem;
        }

        var changed = UpdateOrder.OfWish(act.Wish).Fields.Where(name => form.Find(name)?.Meaning is FieldMeaning.Phone or FieldMeaning.Email).ToList();
        if (changed.Count == 0)
        {
            return Nothing;
        }

        var row = await drafts.FindRowAsync(session, cancellationToken);
        var answers = row is null ? null : drafts.Open(session, row).Answers;
        var contacts = changed.Select(name => answers?.Values.GetValueOrDefault(name)?.Plain).OfType<string>().Select(KeyOf).ToList();

        // The code of the consent came to the old phone, or it did not: then that is not at hand.
        return new ContactChange(session.Channel is not OtpChannel.Phone, contacts.Count == 0 ? null : string.Join(' ', contacts));
    }

    /// <summary>The hash under which a contact is compared.</summary>
    internal string KeyOf(string contact) =>
        keys.Hash("visit-contact", contact.Contains('@', StringComparison.Ordinal) ? contact.Trim().ToUpperInvariant() : string.Concat(contact.Where(char.IsAsciiDigit)));
}

/// <summary>What a change of contact means at a kiosk.</summary>
/// <param name="WantsApproval">Whether a second person has to approve it.</param>
/// <param name="Keys">Hashes of the new contacts, with a space between; null where there are none.</param>
internal sealed record ContactChange(bool WantsApproval, string? Keys);
