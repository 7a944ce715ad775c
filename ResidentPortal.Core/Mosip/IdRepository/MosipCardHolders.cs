using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Mosip.MasterData;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>ID repository's identities with their biometrics over the wire. Codes of genders and places become master data's words.</summary>
internal sealed class MosipCardHolders(IdentityLookUp lookUp, RecordWords words, IOptions<MosipOptions> options) : ICardHolders
{
    private const int LargestBiometrics = 16 * 1024 * 1024;

    private static readonly string[] DateForms = ["yyyy/M/d", "yyyy-M-d"];

    private MosipIdentityAttributes Names => options.Value.IdentityAttributes;

    /// <inheritdoc/>
    public async Task<Outcome<CardHolder>> FindAsync(Uin uin, bool hasBiometrics, CancellationToken cancellationToken)
    {
        var found = hasBiometrics
            ? await lookUp.FindWithBiometricsAsync(IndividualId.Of(uin), response => Read(response, uin), cancellationToken)
            : await lookUp.FindAsync(IndividualId.Of(uin), response => Read(response, uin), cancellationToken);
        if (!found.Try(out var record, out var problem))
        {
            return problem;
        }

        var (identity, biometrics) = record;
        var genders = await Task.WhenAll(identity.Texts(Names.Gender).Select(gender => words.GenderAsync(gender, cancellationToken)));
        return new CardHolder
        {
            Uin = identity.Uin,
            Status = identity.Status,
            Names = identity.Texts(Names.Name),
            BornOn = BornOn(identity),
            BornInYear = BornInYear(identity),
            Genders = [.. genders.Select(gender => gender.Word)],
            Gender = genders.Select(gender => gender.Gender).FirstOrDefault(gender => gender is not null),
            Addresses = await AddressesAsync(identity, cancellationToken),
            PostalCode = identity.Single(Names.PostalCode),
            Biometrics = biometrics,
        };
    }

    private Outcome<Record> Read(JsonElement response, Uin asked) =>
        IdentityDocument.Read(response, Names, asked) is { } identity ? new Record(identity, Biometrics(response)) : MosipProblems.Unusable;

    /// <summary>The biometrics among the documents; empty where they are there and cannot be read, so that the card can say so.</summary>
    private byte[]? Biometrics(JsonElement response) => response.Items("documents")?
        .Where(document => string.Equals(document.Text("category"), Names.Biometrics, StringComparison.Ordinal))
        .Select(document => LooseBase64.Decode(document.Text("value") ?? string.Empty, LargestBiometrics) ?? [])
        .FirstOrDefault();

    private DateOnly? BornOn(IdentityDocument identity) =>
        DateOnly.TryParseExact(identity.Single(Names.DateOfBirth), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    // Where only the year is known, the record may hold no more than that.
    private int? BornInYear(IdentityDocument identity) =>
        int.TryParse(identity.Single(Names.DateOfBirth)?.Split('/', '-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1800 and <= 9999 ? year : null;

    private async Task<IReadOnlyList<LocalLines>> AddressesAsync(IdentityDocument identity, CancellationToken cancellationToken)
    {
        var locations = MosipOptions.Split(Names.Locations);
        var lines = await Task.WhenAll(MosipOptions.Split(Names.Address).SelectMany(attribute => identity.Values(attribute)
            .Select(value => locations.Contains(attribute, StringComparer.Ordinal) ? words.LocationAsync(value, cancellationToken) : Task.FromResult(value))));
        return
        [
            .. lines.GroupBy(line => line.Language, StringComparer.OrdinalIgnoreCase)
                .Select(inLanguage => new LocalLines(inLanguage.Key, [.. inLanguage.Select(line => line.Text)])),
        ];
    }

    /// <summary>What is taken out of the answer.</summary>
    private sealed record Record(IdentityDocument Identity, byte[]? Biometrics);
}
