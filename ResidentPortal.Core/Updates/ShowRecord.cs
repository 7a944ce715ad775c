using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Updates;

/// <summary>
/// Shows a resident what the record has of them for one use (MOSIP <c>GET /identity/info/type/{schemaType}</c>): the attributes of the country's form and nothing else. Contacts
/// come whole only a short while after a code, since a sign-in alone does not say whose eyes are on the screen.
/// </summary>
public sealed class ShowRecord(LiveSessions sessions, IUpdateRecords records, IDisclosureForms forms, IDisclosureRecords disclosures, IUpdateForms updateForms, TimeProvider clock)
{
    /// <summary>The values by attribute. Problems: those of the sign-in, <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<IReadOnlyDictionary<string, FieldValue>>> ExecuteAsync(Guid sessionId, RecordUse use, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (!(await ReadAsync(session, use, cancellationToken)).Try(out var read, out problem))
        {
            return problem;
        }

        var isFresh = clock.GetUtcNow() < session.FreshUntil;
        return read.Values.ToDictionary(pair => pair.Key, pair => isFresh ? pair.Value : Masked(pair.Value, read.Meanings.GetValueOrDefault(pair.Key)), StringComparer.Ordinal);
    }

    private async Task<Outcome<Reading>> ReadAsync(ResidentSession session, RecordUse use, CancellationToken cancellationToken)
    {
        if (use is RecordUse.Update)
        {
            return (await updateForms.FindAsync(cancellationToken)).Try(out var form, out var problem) && (await records.FindAsync(session.Uin, cancellationToken)).Try(out var record, out problem)
                ? new Reading(record, form.Fields.Where(field => field.Meaning is FieldMeaning.Phone or FieldMeaning.Email).ToDictionary(field => field.Name, field => field.Meaning, StringComparer.Ordinal))
                : problem;
        }

        return (await forms.FindAsync(use is RecordUse.Share ? DisclosureUse.Share : DisclosureUse.Card, cancellationToken)).Try(out var chosen, out var fault)
            && (await disclosures.FindAsync(session.Uin, chosen, cancellationToken)).Try(out var disclosed, out fault)
            ? new Reading(disclosed.Values, chosen.Fields.Where(field => field.Meaning is DisclosureMeaning.Phone or DisclosureMeaning.Email)
                .SelectMany(field => field.Parts.Select(part => (part.Value, Meaning: field.Meaning is DisclosureMeaning.Phone ? FieldMeaning.Phone : FieldMeaning.Email)))
                .ToDictionary(pair => pair.Value, pair => pair.Meaning, StringComparer.Ordinal))
            : fault;
    }

    private static FieldValue Masked(FieldValue value, FieldMeaning meaning) => meaning switch
    {
        FieldMeaning.Phone => FieldValue.Of(ContactMask.Phone(value.Plain) ?? string.Empty),
        FieldMeaning.Email => FieldValue.Of(ContactMask.Email(value.Plain) ?? string.Empty),
        _ => value,
    };

    private sealed record Reading(IReadOnlyDictionary<string, FieldValue> Values, IReadOnlyDictionary<string, FieldMeaning> Meanings);
}

/// <summary>What a record is looked at for; the country has a form for each.</summary>
public enum RecordUse
{
    /// <summary>To change it (<c>update-demographics</c>).</summary>
    Update,

    /// <summary>To have it on a card (<c>personalized-card</c>).</summary>
    Card,

    /// <summary>To share it (<c>share-credential</c>).</summary>
    Share,
}
