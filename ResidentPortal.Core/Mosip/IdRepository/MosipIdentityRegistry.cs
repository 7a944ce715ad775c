using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>ID repository's identities over the wire, reduced at once to what the portal needs.</summary>
internal sealed class MosipIdentityRegistry(MosipCall call, IIdRepositoryIdentityApi api, IOptions<MosipOptions> options) : IIdentityRegistry
{
    // Once found missing, and the older way found working, the newer way is not tried again.
    private volatile bool _mayPost = options.Value.MayPostIdentity;

    /// <inheritdoc/>
    public async Task<Outcome<Identity>> FindAsync(IndividualId individualId, CancellationToken cancellationToken)
    {
        if (_mayPost)
        {
            var posted = await call.AskAsync(
                IdRepositoryOperations.FindIdentity,
                (cookie, attempt) => api.FindIdentityAsync(cookie, new IdentityQuery(individualId.Reveal(), individualId.Kind), attempt),
                response => Read(response, individualId),
                cancellationToken);
            if (posted.Problem != MosipProblems.NotOffered)
            {
                return posted;
            }
        }

        var found = await call.AskAsync(
            IdRepositoryOperations.FindIdentityByAddress,
            (cookie, attempt) => api.FindIdentityByAddressAsync(cookie, individualId.Reveal(), individualId.Kind, attempt),
            response => Read(response, individualId),
            cancellationToken);
        _mayPost = _mayPost && !found.IsSuccess;
        return found;
    }

    private Outcome<Identity> Read(JsonElement response, IndividualId asked)
    {
        var names = options.Value.IdentityAttributes;
        if (response.Member("identity") is not { ValueKind: JsonValueKind.Object } identity || StatusOf(response.Text("status")) is not { } status)
        {
            return MosipProblems.Unusable;
        }

        if (!Uin.TryParse(identity.Text(names.Uin) ?? asked.Uin?.Reveal(), out var uin) || (asked.Uin is not null && asked.Uin != uin))
        {
            return MosipProblems.Unusable;
        }

        return new Identity
        {
            Uin = uin,
            Status = status,
            Names = Names(identity, names),
            Phone = Single(identity, names.Phone),
            Email = Single(identity, names.Email),
            PreferredLanguage = Single(identity, names.PreferredLanguage),
        };
    }

    private static IdentityStatus? StatusOf(string? status) => status?.ToUpperInvariant() switch
    {
        "ACTIVATED" => IdentityStatus.Activated,
        "BLOCKED" => IdentityStatus.Blocked,
        "DEACTIVATED" => IdentityStatus.Deactivated,
        _ => null,
    };

    /// <summary>The name by language; where the name is in several attributes, their parts in order.</summary>
    private static Dictionary<string, string> Names(JsonElement identity, MosipIdentityAttributes names) => Attributes(names.Name)
        .SelectMany(attribute => Values(identity, attribute, names.PlainTextLanguage))
        .GroupBy(part => part.Language, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(parts => parts.Key, parts => string.Join(' ', parts.Select(part => part.Value)), StringComparer.OrdinalIgnoreCase);

    private static string? Single(JsonElement identity, string attribute) =>
        Attributes(attribute).SelectMany(name => Values(identity, name, string.Empty)).Select(value => value.Value).FirstOrDefault();

    private static string[] Attributes(string setting) => setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>An attribute is a list of texts by language, a plain text or a number, as the country's schema has it.</summary>
    private static IEnumerable<(string Language, string Value)> Values(JsonElement identity, string attribute, string plainTextLanguage) =>
        (identity.Items(attribute) is { } items
            ? items.Select(item => (Language: item.Text("language") ?? string.Empty, Value: item.Text("value")))
            : [(Language: plainTextLanguage, Value: identity.Text(attribute))])
        .Where(value => !string.IsNullOrWhiteSpace(value.Value))
        .Select(value => (value.Language, value.Value!.Trim()));
}
