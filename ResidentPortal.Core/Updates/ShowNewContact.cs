using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates;

/// <summary>Shows the new contact of a draft and the code that was sent to it.</summary>
public sealed class ShowNewContact(NewContacts contacts, ContactDesk desk)
{
    /// <summary>The contact. Problems: those of the draft, <see cref="UpdateProblems.UnknownField"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<ShownContact>> ExecuteAsync(Guid sessionId, Visitor visitor, string? name, CancellationToken cancellationToken = default) =>
        (await contacts.FindAsync(sessionId, visitor, name, cancellationToken)).Try(out var contact, out var problem)
            ? new ShownContact(
                contact.Field, contact.Text, contact.Draft.Answers.IsProved(contact.Field.Name), await desk.FindAsync(contact.HolderKey, ContactPurpose.NewContact, cancellationToken))
            : problem;
}

/// <summary>A new contact.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">The contact, as its owner typed it.</param>
/// <param name="IsProved">Whether a code has reached it.</param>
/// <param name="Code">The code that was asked for, if one was.</param>
public sealed record ShownContact(UpdateField Field, string Text, bool IsProved, CodeAsked? Code)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ShownContact);
}
