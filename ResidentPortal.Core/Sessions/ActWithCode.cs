using Microsoft.Extensions.Options;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Sessions;

/// <summary>
/// Lets a program act for a person with a code that comes together with the act (the confirmation of MOSIP's resident API): the code is judged with the number and the
/// transaction it was asked with, and what follows runs as a sign-in that ends with it.
/// </summary>
public sealed class ActWithCode(ProgramCodeCheck check, Errands errands, OfferedLanguages languages, IOptions<SessionOptions> options)
{
    /// <summary>
    /// What the act answered. The code is used up whatever that is. Problems: those of <see cref="ProgramCodeCheck"/>; after one nothing was run.
    /// </summary>
    public async Task<Outcome<T>> ExecuteAsync<T>(CodeProof proof, Func<Guid, Task<T>> act, CancellationToken cancellationToken = default)
    {
        if (!(await check.EnterAsync(proof, cancellationToken)).Try(out var entered, out var problem))
        {
            return problem;
        }

        var until = entered.At.AddMinutes(options.Value.FreshMinutes);
        var session = new ResidentSession
        {
            Id = Guid.NewGuid(),
            PersonKey = entered.Person.Key,
            Uin = entered.Person.Uin,
            IndividualId = proof.IndividualId,
            Language = languages.All[0],
            Channel = entered.Channel ?? OtpChannel.Phone,
            IsSharedDevice = false,
            SignedInAt = entered.At,
            FreshUntil = until,
            IdleUntil = until,
            EndsAt = until,
        };
        errands.Open(session);
        try
        {
            return await act(session.Id);
        }
        finally
        {
            errands.Close(session.Id);
        }
    }
}
