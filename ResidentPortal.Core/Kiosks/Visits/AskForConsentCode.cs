using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>
/// Asks for the code that confirms the consent, with the number that the resident entered in their own view. The answer is the same whether or not the number exists (S-01);
/// who and what it is for goes to the resident in a message of its own.
/// </summary>
public sealed class AskForConsentCode(VisitBook book, VisitCodes codes, CodeDesk desk)
{
    /// <summary>The code. Problems: those of the view, <see cref="KioskProblems.OtherStep"/>, <see cref="OtpProblems.TooSoon"/>.</summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(string? viewToken, IndividualId individualId, OtpChannel channel, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var holder = await book.InViewAsync<(CodeHolder Code, Language Language)>(viewToken, visit => Task.FromResult<Outcome<(CodeHolder, Language)>>(
            VisitSteps.Of(visit.Row) is ViewStep.Number or ViewStep.ConsentCode
                ? (codes.OfConsent(visit.Row), Language.Find(visit.Row.Language) ?? Language.English)
                : visit.Quietly(KioskProblems.OtherStep)), cancellationToken);
        if (!holder.Try(out var found, out var problem))
        {
            return problem;
        }

        var taken = await desk.TakeAsync(new CodeOrder(found.Code.Purpose, found.Code.Key, individualId, channel, found.Language, IsSharedDevice: true, visitor), cancellationToken);
        if (taken.Problem is not null)
        {
            return taken;
        }

        var noted = await book.InViewAsync<Done>(viewToken, async visit =>
        {
            visit.Row.CodeAskedAt = visit.Now;
            await visit.NoteAsync(AuditEvent.CodeAsked, note: nameof(CodePurpose.VisitConsent));
            return default(Done);
        }, CancellationToken.None);
        return noted.Problem ?? taken;
    }
}
