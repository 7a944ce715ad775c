using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>Tells the old contacts and the new one that a change of contact was handed in, without naming either: whoever did not ask for it can still stop it.</summary>
public sealed class ContactAlerts(Notices notices, Vault vault, IUpdateForms forms)
{
    /// <summary>Puts the notices into the outbox; nothing where no contact changes. The caller saves.</summary>
    internal async Task AddAsync(PortalDbContext db, ServiceRequestRow act)
    {
        var draft = await db.UpdateDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == act.EventId);
        if (draft is null || vault.Open(UpdateDrafts.AnswersPurpose, draft.SealedAnswers) is not { } text)
        {
            return;
        }

        // Where the form cannot be read now, what was proved by a code is a contact all the same.
        var answers = UpdateAnswers.OfText(text);
        var form = await forms.FindAsync(CancellationToken.None);
        var contacts = answers.Chosen.Where(name => form.Try(out var known, out _) ? known.Find(name)?.Meaning is FieldMeaning.Phone or FieldMeaning.Email : answers.Proved.ContainsKey(name)).ToList();
        if (contacts.Count == 0)
        {
            return;
        }

        notices.Add(db, new Notice(NoticeKind.ContactChangeAsked, act.SealedUin, act.Language, $"act {act.EventId} contact", act.EventId));
        foreach (var contact in contacts.Select(name => answers.Values.GetValueOrDefault(name)?.Plain).OfType<string>())
        {
            notices.Add(db, new Notice(NoticeKind.ContactChangeAsked, SealedUin: null, act.Language, $"act {act.EventId} to new {(contact.Contains('@', StringComparison.Ordinal) ? "e-mail" : "phone")}", act.EventId)
            {
                SealedTo = vault.Seal(Notice.ContactPurpose, contact),
            });
        }
    }
}
