using Microsoft.Extensions.Localization;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Texts;

/// <summary>Turns a problem into its sentences: what happened, what it means, what to do now.</summary>
public sealed partial class ProblemText(IStringLocalizer<Problems> sentences, Moments moments, ILogger<ProblemText> logger)
{
    /// <summary>The key of the sentence for a problem that has none of its own.</summary>
    public const string General = "general";

    /// <summary>The sentences of a problem in the language of the reader.</summary>
    public string Of(Problem problem)
    {
        var facts = problem.Facts.Select(fact => (fact.Key, fact.Value is DateTimeOffset moment ? moments.Time(moment) : fact.Value)).ToList();
        if (sentences.Find(problem.Key, facts) is { } sentence)
        {
            return sentence;
        }

        Log.Unknown(logger, problem.Key);
        return sentences[General];
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The problem {Problem} has no sentence")]
        public static partial void Unknown(ILogger logger, string problem);
    }
}
