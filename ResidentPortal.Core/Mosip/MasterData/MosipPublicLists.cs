using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.PublicLists;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>The platform's public lists over the wire, each kept for a while, also that there is none.</summary>
internal sealed class MosipPublicLists(MosipCall call, PublicListCalls calls, IOptions<MosipOptions> options, TimeProvider clock) : IPublicLists
{
    // What the platform answers where there is no centre.
    private const string NoCentre = "KER-MSD-215";

    private readonly ConcurrentDictionary<Type, MosipOperation> _operations = new();
    private readonly KeptAnswers _answers = new(options, clock);

    /// <inheritdoc/>
    public CountrySettings Country => new(options.Value.LanguageCodes, options.Value.LocationRoot);

    /// <inheritdoc/>
    public async Task<Outcome<JsonElement>> ReadAsync(PublicList list, CancellationToken cancellationToken)
    {
        var answer = await _answers.GetAsync(list.Key, () => FetchAsync(list), cancellationToken);
        return list is CentresAround around && answer.Try(out var document, out _)
            ? Within(document, around) is { } near ? near : PublicListProblems.Refused.With("code", NoCentre)
            : answer;
    }

    private Task<Outcome<JsonElement>> FetchAsync(PublicList list) => call.AskAsync<JsonElement>(OperationOf(list), calls.Of(list), document => document, CancellationToken.None);

    private MosipOperation OperationOf(PublicList list) => _operations.GetOrAdd(list.GetType(), type => new MosipOperation(
        PublicListCalls.IsFile(list) ? "ConfigServer" : "MasterData", $"Read{type.Name}", Sending.Read, MosipOperation.Table())
    {
        IsEnveloped = !PublicListCalls.IsFile(list),
        WhenRefused = PublicListProblems.Refused,
    });

    // The platform looked around a point that is only near; null where none of what it found lies around the true one.
    private static JsonElement? Within(JsonElement document, CentresAround around)
    {
        if (document.Items("registrationCenters") is not { } centres)
        {
            return document;
        }

        var near = centres.Where(centre => PointOf(centre) is { } point && around.Point.MetresTo(point) <= around.Metres).ToList();
        return near.Count == 0 ? null : JsonSerializer.SerializeToElement(new Dictionary<string, IReadOnlyList<JsonElement>>(StringComparer.Ordinal) { ["registrationCenters"] = near });
    }

    private static GeoPoint? PointOf(JsonElement centre) => Degrees(centre, "latitude") is { } latitude && Degrees(centre, "longitude") is { } longitude ? new GeoPoint(latitude, longitude) : null;

    private static double? Degrees(JsonElement centre, string name) => double.TryParse(centre.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
