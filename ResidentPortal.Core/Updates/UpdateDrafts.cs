using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>
/// The drafts of updates. One is open per person, on the device or in the visit where it was begun; another device opens it by its resume code. Every save counts the version up, so
/// that a page that is no longer true does not write over a newer one.
/// </summary>
public sealed class UpdateDrafts(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, LookupKeys keys, Vault vault, Notices notices, TimeProvider clock)
{
    /// <summary>The purpose under which answers are sealed.</summary>
    internal const string AnswersPurpose = "update-answers";

    private const string Unmistakable = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"; // no 0 O 1 I L
    private const int CodeLength = 8;

    /// <summary>
    /// The open draft of a person, on this device. Problems: those of the sign-in, <see cref="UpdateProblems.NoDraft"/>, <see cref="UpdateProblems.ResumeCodeNeeded"/>.
    /// </summary>
    internal async Task<Outcome<OpenDraft>> FindAsync(Guid sessionId, Visitor visitor, CancellationToken cancellationToken)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.Update, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (await FindRowAsync(session, cancellationToken) is not { } row)
        {
            return UpdateProblems.NoDraft;
        }

        return string.Equals(row.DeviceKey, DeviceKey(session, visitor), StringComparison.Ordinal) ? Open(session, row) : UpdateProblems.ResumeCodeNeeded;
    }

    /// <summary>The row of a person's open draft, wherever it was begun.</summary>
    internal async Task<UpdateDraftRow?> FindRowAsync(ResidentSession session, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.UpdateDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.PersonKey == session.PersonKey && row.State == DraftState.Open, cancellationToken);
    }

    /// <summary>Begins a draft, and sends its resume code to the registered contacts. Of two at once the second finds the first.</summary>
    internal async Task<OpenDraft> BeginAsync(ResidentSession session, Visitor visitor, UpdateAnswers answers)
    {
        var row = Row(session, answers, DeviceKey(session, visitor), DraftState.Open);
        await using var db = await databases.CreateDbContextAsync();
        db.UpdateDrafts.Add(row);
        TellCode(db, session, row, "first");
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (StorageFaults.IsUniqueViolation(failure))
        {
            return Open(session, (await FindRowAsync(session, CancellationToken.None))!);
        }

        notices.Raise();
        return Open(session, row);
    }

    /// <summary>A new row of answers, with a resume code of its own. The caller saves it.</summary>
    internal UpdateDraftRow Row(ResidentSession session, UpdateAnswers answers, string deviceKey, DraftState state)
    {
        var (now, code) = (clock.GetUtcNow(), RandomNumberGenerator.GetString(Unmistakable, CodeLength));
        return new UpdateDraftRow
        {
            Id = Guid.NewGuid(),
            PersonKey = session.PersonKey,
            State = state,
            SealedAnswers = vault.Seal(AnswersPurpose, answers.ToText()),
            Version = 1,
            DeviceKey = deviceKey,
            ResumeKey = ResumeKey(session, code),
            SealedResumeCode = vault.Seal(Notice.SecretPurpose, new ResumeCode(code).Grouped),
            CreatedAt = now,
            ChangedAt = now,
        };
    }

    /// <summary>Saves answers. Problem: <see cref="UpdateProblems.ChangedElsewhere"/>.</summary>
    internal async Task<Outcome<OpenDraft>> SaveAsync(OpenDraft draft, UpdateAnswers answers)
    {
        var (now, text) = (clock.GetUtcNow(), vault.Seal(AnswersPurpose, answers.ToText()));
        await using var db = await databases.CreateDbContextAsync();
        var isSaved = await db.UpdateDrafts.Where(row => row.Id == draft.Row.Id && row.Version == draft.Row.Version && row.State == DraftState.Open).ExecuteUpdateAsync(update => update
            .SetProperty(row => row.SealedAnswers, text).SetProperty(row => row.Version, row => row.Version + 1).SetProperty(row => row.ChangedAt, now)) == 1;
        if (!isSaved)
        {
            return UpdateProblems.ChangedElsewhere;
        }

        (draft.Row.Version, draft.Row.ChangedAt, draft.Row.SealedAnswers) = (draft.Row.Version + 1, now, text);
        return draft with { Answers = answers };
    }

    /// <summary>Puts the resume code of a draft into the outbox. The caller saves.</summary>
    internal void TellCode(PortalDbContext db, ResidentSession session, UpdateDraftRow row, string occasion) =>
        notices.Add(db, new Notice(NoticeKind.DraftResumeCode, vault.Seal(Identifiers.IndividualId.Of(session.Uin)), session.Language.Code, $"draft {row.Id:N} {occasion}")
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["sealed.resume"] = row.SealedResumeCode },
        });

    /// <summary>The draft behind a row.</summary>
    internal OpenDraft Open(ResidentSession session, UpdateDraftRow row) =>
        new(session, row, UpdateAnswers.OfText(vault.Open(AnswersPurpose, row.SealedAnswers) ?? throw new CryptographicException("The answers of a draft do not open: the key they were sealed with is gone.")));

    /// <summary>The resume code of a draft, as it is shown.</summary>
    internal ResumeCode CodeOf(UpdateDraftRow row) => new((vault.Open(Notice.SecretPurpose, row.SealedResumeCode) ?? string.Empty).Replace("-", string.Empty, StringComparison.Ordinal));

    /// <summary>The hash of where a draft is at home: the device of a visitor, or a visit at a kiosk, whose two sides share it and which leaves nothing to the next resident there.</summary>
    internal string DeviceKey(ResidentSession session, Visitor visitor) => session.Visit is { } visit ? VisitKey(visit) : keys.Hash("draft-device", visitor.DeviceToken);

    /// <summary>The hash of a visit as the home of a draft.</summary>
    internal string VisitKey(VisitScope visit) => keys.Hash("draft-visit", $"{visit.VisitId:N}");

    /// <summary>The hash of a typed resume code. It belongs to its person: somebody else's opens nothing.</summary>
    internal string ResumeKey(ResidentSession session, string typed) =>
        keys.Hash("draft-resume", $"{session.PersonKey} {string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()}");
}

/// <summary>A draft that is open on this device.</summary>
/// <param name="Session">Whose it is.</param>
/// <param name="Row">Its row.</param>
/// <param name="Answers">Its answers.</param>
internal sealed record OpenDraft(ResidentSession Session, UpdateDraftRow Row, UpdateAnswers Answers);

/// <summary>The code by which another device goes on with a draft.</summary>
/// <param name="Text">Eight letters and digits that are not mistaken for one another.</param>
public sealed record ResumeCode(string Text)
{
    /// <summary>In two groups of four.</summary>
    public string Grouped => Text.Length == 8 ? $"{Text[..4]}-{Text[4..]}" : Text;

    /// <inheritdoc/>
    public override string ToString() => nameof(ResumeCode);
}
