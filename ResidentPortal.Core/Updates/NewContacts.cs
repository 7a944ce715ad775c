using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>The new contacts in a draft, which a code has to reach before they are sent.</summary>
public sealed class NewContacts(UpdateDrafts drafts, IUpdateForms forms, LookupKeys keys)
{
    /// <summary>The new contact of a field. Problems: those of the draft, <see cref="UpdateProblems.UnknownField"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    internal async Task<Outcome<NewContact>> FindAsync(Guid sessionId, Visitor visitor, string? name, CancellationToken cancellationToken)
    {
        if (!(await drafts.FindAsync(sessionId, visitor, cancellationToken)).Try(out var draft, out var problem) || !(await forms.FindAsync(cancellationToken)).Try(out var form, out problem))
        {
            return problem;
        }

        var field = form.Find(name);
        OtpChannel? channel = field?.Meaning switch { FieldMeaning.Phone => OtpChannel.Phone, FieldMeaning.Email => OtpChannel.Email, _ => null };
        return field is not null && channel is { } known && draft.Answers.Chosen.Contains(field.Name, StringComparer.Ordinal) && draft.Answers.Values.GetValueOrDefault(field.Name)?.Plain is { } contact
            ? new NewContact(draft, form, field, contact, known, keys.Hash("code-holder-contact", $"{draft.Session.Id:N} {field.Name}"))
            : UpdateProblems.UnknownField;
    }
}

/// <summary>A new contact in a draft.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Form">The form.</param>
/// <param name="Field">The field.</param>
/// <param name="Text">The contact.</param>
/// <param name="Channel">What it is.</param>
/// <param name="HolderKey">Who alone may enter its code: this sign-in, for this field.</param>
internal sealed record NewContact(OpenDraft Draft, UpdateForm Form, UpdateField Field, string Text, OtpChannel Channel, string HolderKey)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(NewContact);
}
