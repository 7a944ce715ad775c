using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.PublicLists;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>
/// Documents of the platform, each kept for a while, and for a shorter one that it has none. Keys come from outside: too many documents, or too much in them, begin anew.
/// </summary>
internal sealed class KeptAnswers(IOptions<MosipOptions> options, TimeProvider clock)
{
    private const int Most = 1_000;
    private const long MostBytes = 32 * 1024 * 1024;

    private static readonly TimeSpan RefusalLifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Kept<Answer>> _answers = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>The document of a key, fetched where it is not kept.</summary>
    public async Task<Outcome<JsonElement>> GetAsync(string key, Func<Task<Outcome<JsonElement>>> fetch, CancellationToken cancellationToken)
    {
        if (_answers.Count >= Most || Interlocked.Read(ref _bytes) >= MostBytes)
        {
            _answers.Clear();
            Interlocked.Exchange(ref _bytes, 0);
        }

        var kept = await _answers.GetOrAdd(key, _ => new Kept<Answer>(clock)).GetAsync(async () => Keep(await fetch()), cancellationToken);
        return kept.Try(out var answer, out var problem) ? answer.Document is { } document ? document : answer.Refusal! : problem;
    }

    private Outcome<Kept<Answer>.Entry> Keep(Outcome<JsonElement> fetched)
    {
        if (!fetched.Try(out var document, out var problem))
        {
            return string.Equals(problem.Key, PublicListProblems.Refused.Key, StringComparison.Ordinal)
                ? new Kept<Answer>.Entry(new Answer(Document: null, problem), clock.GetUtcNow() + RefusalLifetime)
                : problem;
        }

        Interlocked.Add(ref _bytes, JsonMarshal.GetRawUtf8Value(document).Length);
        return new Kept<Answer>.Entry(new Answer(document, Refusal: null), clock.GetUtcNow() + options.Value.WordLifetime);
    }

    private sealed record Answer(JsonElement? Document, Problem? Refusal);
}
