using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>A question to a passkey: what the browser is asked, and what the answer is judged by, sealed.</summary>
/// <param name="Options">What the browser is asked, in JSON.</param>
/// <param name="State">What comes back with the answer.</param>
public sealed record PasskeyQuestion(string Options, string State);

/// <summary>
/// Passkeys of operators. One that has seen its owner (a finger, a face, a PIN) is two factors at once: the thing and who holds it. The question is sealed into the page, lives a few
/// minutes, belongs to this device, and is answered once.
/// </summary>
internal sealed partial class OperatorPasskeys(
    IPasskeyHandler<OperatorAccount> passkeys, UserManager<OperatorAccount> accounts, OperatorDbContext db, OperatorTries tries, NoteOperator note, IDataProtectionProvider protection, IOptions<OperatorIamOptions> iam, ILogger<OperatorPasskeys> logger, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>Asks for any passkey of this portal: which accounts there are is not told.</summary>
    public async Task<PasskeyQuestion> AskAsync(HttpContext context)
    {
        var asked = await passkeys.MakeRequestOptionsAsync(user: null, context);
        return new PasskeyQuestion(asked.RequestOptionsJson, Seal(context, asked.AssertionState));
    }

    /// <summary>Asks for a new passkey for an account.</summary>
    public async Task<PasskeyQuestion> AskForNewAsync(HttpContext context, OperatorAccount account)
    {
        var asked = await passkeys.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id, Name = account.UserName!, DisplayName = account.Name }, context);
        return new PasskeyQuestion(asked.CreationOptionsJson, Seal(context, asked.AttestationState));
    }

    /// <summary>The account whose passkey answered, and saw its owner.</summary>
    public async Task<Outcome<OperatorAccount>> TryAsync(HttpContext context, string? answer, string? state, Visitor visitor)
    {
        if (await tries.JudgeAsync(visitor, context.RequestAborted) is { } tooMany)
        {
            return tooMany;
        }

        var question = Open(context, state);
        var judged = question is null || string.IsNullOrEmpty(answer)
            ? null
            : await passkeys.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = answer, AssertionState = question.State });
        if (judged is not { Succeeded: true, User: { } account, Passkey: { IsUserVerified: true } passkey } || account.SuspendedAt is not null || iam.Value.IsOn || !await TakeAsync(account.Id, question!.AskedAt))
        {
            await tries.NoteAsync(visitor);
            await note.ExecuteAsync(OperatorAct.PasskeyRefused, judged?.User?.UserName, by: null, CancellationToken.None);
            Log.Refused(logger, judged?.User?.Id, judged?.Failure?.Message);
            return OperatorProblems.PasskeyWrong;
        }

        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        return account;
    }

    /// <summary>The new passkey, where it is one for this account and saw its owner; null where not.</summary>
    public async Task<UserPasskeyInfo?> JudgeNewAsync(HttpContext context, OperatorAccount account, string? answer, string? state)
    {
        if (Open(context, state) is not { } question || string.IsNullOrEmpty(answer))
        {
            return null;
        }

        var judged = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = answer, AttestationState = question.State });
        if (judged is { Succeeded: true, UserEntity: { } entity, Passkey: { IsUserVerified: true } passkey } && string.Equals(entity.Id, account.Id, StringComparison.Ordinal))
        {
            return passkey;
        }

        Log.Refused(logger, account.Id, judged.Failure?.Message);
        return null;
    }

    // An answer is taken once: none to a question that is not newer than the last one answered.
    private async Task<bool> TakeAsync(string accountId, DateTimeOffset askedAt) => await db.Users.Where(row => row.Id == accountId && row.SuspendedAt == null && row.LastPasskeyAt < askedAt)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastPasskeyAt, askedAt).SetProperty(row => row.AccessFailedCount, 0), CancellationToken.None) == 1;

    private string Seal(HttpContext context, string? state) => For(PortalCookies.ReadOrSet(context, PortalCookies.Device)).Protect(JsonSerializer.Serialize(new Question(state!, clock.GetUtcNow())), Life);

    private Question? Open(HttpContext context, string? sealedState)
    {
        if (string.IsNullOrEmpty(sealedState) || PortalCookies.Read(context, PortalCookies.Device) is not { } device)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Question>(For(device).Unprotect(sealedState));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(string device) => protection.CreateProtector("operator-passkey", device).ToTimeLimitedDataProtector();

    private sealed record Question(string State, DateTimeOffset AskedAt);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A passkey was refused; account {Account}: {Reason}")]
        public static partial void Refused(ILogger logger, string? account, string? reason);
    }
}
