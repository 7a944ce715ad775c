using System.Diagnostics.CodeAnalysis;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Api;

/// <summary>One call of the face, as an operation sees it.</summary>
internal class ApiCall(HttpContext context, Operation operation)
{
    /// <summary>The request and what is known of it.</summary>
    public HttpContext Http => context;

    /// <summary>The operation that is called.</summary>
    public Operation Operation => operation;

    /// <summary>Ends when the caller goes away. Acts do not listen to it.</summary>
    public CancellationToken Gone => context.RequestAborted;

    /// <summary>Who calls: the client of a program, or the network where the face is open to all.</summary>
    public string Program => ApiAccess.ProgramOf(context);

    /// <summary>The sign-in of an operation for residents.</summary>
    public Guid SessionId => ApiAccess.SessionOf(context);

    /// <summary>A flow of the core, or a part of the portal.</summary>
    public T Get<T>()
        where T : notnull => context.RequestServices.GetRequiredService<T>();

    /// <summary>A part of the path or the query; null where it is not there.</summary>
    public string? Parameter(string name) => context.Request.RouteValues.TryGetValue(name, out var value) ? value as string : context.Request.Query[name] is [var first, ..] ? first : null;

    /// <summary>
    /// Does an act with the code that came with the call: the platform judges it with exactly this number and transaction, the act runs as a sign-in that ends with it. The
    /// number is known to be a UIN or VID; whether the others can be what they should be is judged here, as the platform does.
    /// </summary>
    public async Task<ApiAnswer> ProveAsync(IndividualId individualId, string? transactionId, string? otp, Func<Guid, Task<ApiAnswer>> act, Func<Core.Outcomes.Problem, ApiAnswer>? refused = null)
    {
        if (!TryProof(individualId, transactionId, otp, out var proof, out var fault))
        {
            return fault;
        }

        var done = await Get<ActWithCode>().ExecuteAsync(proof, act, Gone);
        return done.Try(out var answer, out var problem) ? answer : refused?.Invoke(problem) ?? ApiOtp.Refused(problem, individualId);
    }

    /// <summary>The code with its number and transaction, where they can be what they should be; counted against the number.</summary>
    public bool TryProof(IndividualId individualId, string? transactionId, string? otp, [NotNullWhen(true)] out CodeProof? proof, [NotNullWhen(false)] out ApiAnswer? fault)
    {
        proof = null;
        fault = null;
        if (!Get<ApiLimits>().MayName(individualId, out var retryAt))
        {
            fault = ((ApiAnswer)ApiErrors.TooMany) with { RetryAt = retryAt };
        }
        else if (!Inputs.IsDigits(transactionId) || !TransactionId.TryParse(transactionId, out var transaction))
        {
            fault = ApiOtp.Refused("Invalid Input Parameter - transactionID");
        }
        else if (!Inputs.IsDigits(otp) || !OneTimeCode.TryParse(otp, out var code))
        {
            fault = ApiOtp.Refused("Invalid Input Parameter - otp");
        }
        else
        {
            proof = new CodeProof(individualId, transaction, code);
        }

        return proof is not null;
    }
}

/// <summary>A call with a body.</summary>
/// <typeparam name="TBody">The whole body, envelope included.</typeparam>
internal sealed class ApiCall<TBody>(HttpContext context, Operation operation, TBody body) : ApiCall(context, operation)
    where TBody : class
{
    /// <summary>The body as it was read; nothing in it was checked.</summary>
    public TBody Body => body;
}
