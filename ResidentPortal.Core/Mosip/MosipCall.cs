using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ResidentPortal.Core.Mosip.AuthManager;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip;

/// <summary>
/// The one place where an answer of the platform becomes an outcome. Success is HTTP success and JSON and no errors and a response of the expected shape;
/// everything else is a problem by the operation's table, or by what is known about whether the request was carried out.
/// </summary>
internal sealed partial class MosipCall(
    WireExchange exchange, ClientToken clientToken, IMeterFactory meters, ILogger<MosipCall> logger)
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "ResidentPortal.Mosip";

    private readonly Counter<long> _unknownCodes = meters.Create(MeterName).CreateCounter<long>(
        "mosip.unknown_codes", description: "Codes of the platform that the portal has no problem for.");

    /// <summary>
    /// Asks the platform. The request is given the cookie that carries the client token, and is made anew for each try; reading says
    /// <see cref="MosipProblems.Unusable"/> where the response has not the shape it should have.
    /// </summary>
    public async Task<Outcome<T>> AskAsync<T>(
        MosipOperation operation, Func<string, CancellationToken, Task<HttpResponseMessage>> send, Func<JsonElement, Outcome<T>> read, CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync(operation, send, cancellationToken);
        if (answer.Verdict is not WireVerdict.Success)
        {
            return Explain(operation, answer);
        }

        var outcome = read(answer.Response);
        if (outcome.Problem != MosipProblems.Unusable)
        {
            return outcome;
        }

        Log.NoUsableAnswer(logger, operation, "unexpected shape");
        return operation.WhenUnclear;
    }

    /// <summary>Fetches a file, without the client token: whoever has its address gets it.</summary>
    public async Task<Outcome<byte[]>> FetchAsync(MosipOperation operation, Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        var answer = await exchange.RunAsync(operation, send, cancellationToken);
        return answer.Verdict is WireVerdict.Success ? answer.File : Explain(operation, answer);
    }

    private async Task<WireAnswer> AnswerAsync(MosipOperation operation, Func<string, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        using var budget = exchange.BudgetOf(operation, cancellationToken);
        try
        {
            var cookie = await clientToken.GetCookieAsync(budget.Token);
            var answer = await SendAsync(cookie);
            if (answer.Status is not HttpStatusCode.Unauthorized)
            {
                return answer;
            }

            // Turned away at the door, so not processed: the one case in which a write may go out twice.
            clientToken.Drop(cookie.Value);
            return await SendAsync(await clientToken.GetCookieAsync(budget.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return WireAnswer.Lost("time over");
        }

        async Task<WireAnswer> SendAsync(Outcome<string> cookie) => cookie.Try(out var value, out var problem)
            ? await exchange.RunWithinAsync(operation, attempt => send(value, attempt), budget.Token)
            : WireAnswer.NotSent("no client token", problem.Facts.GetValueOrDefault("at") as DateTimeOffset?);
    }

    private Problem Explain(MosipOperation operation, WireAnswer answer)
    {
        switch (answer.Verdict)
        {
            case WireVerdict.Errors:
                var code = operation.MostSpecific(answer.Codes);
                if (operation.Find(code) is { } known)
                {
                    Log.Refused(logger, operation, code, known);
                    return known;
                }

                if (operation.WhenRefused is { } refused && (int?)answer.Status is >= 200 and < 300)
                {
                    Log.Refused(logger, operation, code, refused);
                    return refused.With("code", code);
                }

                _unknownCodes.Add(1, new("operation", operation.ToString()), new("code", code));
                Log.UnknownCode(logger, operation, code);
                return (int?)answer.Status is >= 200 and < 300 ? CommonProblems.Refused : operation.WhenUnclear;

            case WireVerdict.TurnedAway when answer.Status is HttpStatusCode.Forbidden && operation.WhenForbidden is { } forbidden:
                Log.Refused(logger, operation, answer.Reason, forbidden);
                return forbidden;

            case WireVerdict.TurnedAway:
                Log.TurnedAway(logger, operation, answer.Reason);
                return Unavailable(answer);

            case WireVerdict.NotSent:
                Log.NotSent(logger, operation, answer.Reason);
                return Unavailable(answer);

            case WireVerdict.Unusable when operation.MayBeMissing && answer.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Gone:
                return MosipProblems.NotOffered;

            default:
                Log.NoUsableAnswer(logger, operation, answer.Reason);
                return operation.WhenUnclear;
        }
    }

    private static Problem Unavailable(WireAnswer answer) =>
        answer.RetryAt is { } at ? CommonProblems.ServiceUnavailable.With("at", at) : CommonProblems.ServiceUnavailable;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Operation}: the platform answered {Code}, which is {Problem}")]
        public static partial void Refused(ILogger logger, MosipOperation operation, string code, Problem problem);

        [LoggerMessage(2, LogLevel.Warning, "{Operation}: the platform answered {Code}, which the portal has no problem for")]
        public static partial void UnknownCode(ILogger logger, MosipOperation operation, string code);

        [LoggerMessage(3, LogLevel.Error, "{Operation}: the platform turned the portal away ({Reason})")]
        public static partial void TurnedAway(ILogger logger, MosipOperation operation, string reason);

        [LoggerMessage(4, LogLevel.Warning, "{Operation}: not sent ({Reason})")]
        public static partial void NotSent(ILogger logger, MosipOperation operation, string reason);

        [LoggerMessage(5, LogLevel.Warning, "{Operation}: no usable answer ({Reason})")]
        public static partial void NoUsableAnswer(ILogger logger, MosipOperation operation, string reason);
    }
}
