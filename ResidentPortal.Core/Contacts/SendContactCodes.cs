using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Contacts;

/// <summary>
/// Sends behind the answer what was ordered at <see cref="ContactDesk"/>: the platform makes a code under a keyed hash (MOSIP kernel OTP manager), and our own sentence carries
/// it to the contact. The code is held for that moment alone.
/// </summary>
public sealed class SendContactCodes(
    IDbContextFactory<PortalDbContext> databases, IContactOtp otp, INotifier notifier, LookupKeys keys, Vault vault, AuditTrail trail, TimeProvider clock)
{
    private const int AtOnce = 16;

    /// <summary>Sends all codes that were asked for; how many there were.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var waiting = await db.ContactCodes.Where(row => row.State == CodeState.Asked).OrderBy(row => row.AskedAt).Select(row => row.Id).ToListAsync(cancellationToken);
        await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (id, _) => await SendAsync(id));
        return waiting.Count;
    }

    /// <summary>The key the platform keeps a code under: one for each order, so that nobody else's order takes its place.</summary>
    internal static string PlatformKey(LookupKeys keys, ContactCodeRow code) => keys.Hash("contact-otp", $"{code.Id} {code.ContactKey}");

    private async Task SendAsync(Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();

        // Claimed before the platform is asked: after a crash it is not asked again, and the visitor can ask for another.
        if (await db.ContactCodes.Where(row => row.Id == id && row.State == CodeState.Asked).ExecuteUpdateAsync(update => update.SetProperty(row => row.State, CodeState.Sending)) == 0)
        {
            return;
        }

        var code = await db.ContactCodes.AsNoTracking().SingleAsync(row => row.Id == id);
        var problem = clock.GetUtcNow() >= code.ExpiresAt ? OtpProblems.Expired : await SendAsync(code);
        var state = problem?.Kind is ProblemKind.Unavailable or ProblemKind.Unknown ? CodeState.Failed : CodeState.Answered;
        await using var transaction = await db.Database.BeginTransactionAsync();

        // Only from Sending: the visitor may have asked for a newer one meanwhile.
        await db.ContactCodes.Where(row => row.Id == id && row.State == CodeState.Sending).ExecuteUpdateAsync(update => update.SetProperty(row => row.State, state));
        var result = problem is null ? AuditResult.Success : problem.Kind is ProblemKind.Unknown ? AuditResult.Unknown : AuditResult.Failure;
        await trail.AppendAsync(db, AuditEvent.CodeSent, result, note: problem is null ? code.Purpose.ToString() : $"{code.Purpose} {problem.Key}");
        await transaction.CommitAsync();
    }

    // Where nothing is to be sent the code is made all the same: an outage looks alike.
    private async Task<Problem?> SendAsync(ContactCodeRow order)
    {
        if (!(await otp.GenerateAsync(PlatformKey(keys, order), CancellationToken.None)).Try(out var code, out var problem) || order.IsMute)
        {
            return problem;
        }

        var contact = vault.Open(ContactDesk.SealPurpose, order.SealedContact)!;
        var message = ContactText.Write(order.Purpose, code, Language.Find(order.Language) ?? Language.English);
        return order.Channel is OtpChannel.Phone
            ? (await notifier.SendSmsAsync(contact, message.Sms, CancellationToken.None)).Problem
            : (await notifier.SendEmailAsync(contact, message.Subject, message.Html, CancellationToken.None)).Problem;
    }
}
