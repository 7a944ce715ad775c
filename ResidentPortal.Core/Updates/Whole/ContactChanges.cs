using Microsoft.Extensions.Options;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates.Whole;

/// <summary>Judges the change of one phone number or e-mail address, before a code goes to it and again before it is sent.</summary>
public sealed class ContactChanges(LiveSessions sessions, UpdateSubject subject, IUpdateRecords records, PendingUpdates pending, LookupKeys keys, IOptions<ContactOptions> options)
{
    /// <summary>
    /// The change. Problems in this order: those of the sign-in, <see cref="ContactProblems.NotAPhone"/> (it is no e-mail address either), <see cref="UpdateProblems.UnknownField"/> (the
    /// country does not let it be changed), <see cref="UpdateProblems.SameValue"/> with fact <c>channel</c>, <see cref="UpdateProblems.NoChangesLeft"/>,
    /// <see cref="UpdateProblems.Pending"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    internal async Task<Outcome<ContactChange>> ReadAsync(Guid sessionId, ContactChangeWish wish, CancellationToken cancellationToken)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (Read(wish.Contact) is not var (contact, channel))
        {
            return ContactProblems.NotAPhone;
        }

        if (!(await subject.ReadAsync(session.Uin, cancellationToken)).Try(out var both, out problem)
            || !(await records.CountLeftAsync(session.Uin, cancellationToken)).Try(out var left, out problem)
            || !(await pending.ListAsync(session, cancellationToken)).Try(out var onTheirWay, out problem))
        {
            return problem;
        }

        if (both.Form.Fields.FirstOrDefault(one => one.Meaning == (channel is OtpChannel.Phone ? FieldMeaning.Phone : FieldMeaning.Email)) is not { } field)
        {
            return UpdateProblems.UnknownField;
        }

        return AnswerRules.IsSame(FieldValue.Of(contact), both.Record.GetValueOrDefault(field.Name)) ? UpdateProblems.SameValue.With("channel", channel)
            : left.TryGetValue(field.Name, out var count) && count == 0 ? UpdateProblems.NoChangesLeft.With("fields", field.Name)
            : onTheirWay.Count > 0 ? onTheirWay[0].ToProblem()
            : new ContactChange(session, field.Name, contact, channel, keys.Hash("code-holder-contact", $"{session.Id:N} {wish.Transaction.Value}"));
    }

    private (string Contact, OtpChannel Channel)? Read(string? typed) =>
        Contact.TryParse(typed, OtpChannel.Phone, options.Value, out var phone) ? (phone, OtpChannel.Phone)
        : Contact.TryParse(typed, OtpChannel.Email, options.Value, out var email) ? (email, OtpChannel.Email)
        : null;
}

/// <summary>A wish to have a phone number or an e-mail address in the place of the registered one.</summary>
/// <param name="Contact">The new one, as it was typed.</param>
/// <param name="Transaction">What ties the code to the change: it is entered with the same.</param>
public sealed record ContactChangeWish(string? Contact, TransactionId Transaction)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ContactChangeWish);
}

/// <summary>A change of contact that may be made.</summary>
/// <param name="Session">Whose it is.</param>
/// <param name="Field">The attribute.</param>
/// <param name="Contact">The new contact.</param>
/// <param name="Channel">What it is.</param>
/// <param name="HolderKey">Who alone may enter its code: this sign-in, for this transaction.</param>
internal sealed record ContactChange(ResidentSession Session, string Field, string Contact, OtpChannel Channel, string HolderKey)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ContactChange);
}
