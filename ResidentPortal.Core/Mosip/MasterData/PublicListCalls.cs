using System.Globalization;
using ResidentPortal.Core.Mosip.ConfigServer;
using ResidentPortal.Core.Mosip.IdRepository;
using ResidentPortal.Core.PublicLists;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>The call of the platform behind each public list.</summary>
internal sealed class PublicListCalls(
    IMasterDataApi words, IRegistrationCentresApi centres, IPublicListsApi lists, IVidPolicyApi policies, IIdentityMappingApi names, IUpdateFormApi updates, IShareFormApi shares, ICardFormApi cards)
{
    /// <summary>How a list is asked for.</summary>
    public Func<string, CancellationToken, Task<HttpResponseMessage>> Of(PublicList list) => list switch
    {
        PlaceLevels(var language) => (cookie, attempt) => lists.ListLevelsAsync(cookie, language, attempt),
        PlaceLevelsInAll(var since) => (cookie, attempt) => lists.ListLevelsInAllAsync(cookie, Moment(since), attempt),
        PlacesBelow(var place, var language) => (cookie, attempt) => words.ListPlacesAsync(cookie, place, language, attempt),
        PlacesBelowInMany(var place, var languages) => (cookie, attempt) => lists.ListPlacesInManyAsync(cookie, place, [.. languages], attempt),
        PlaceFacts(var place, var language) => (cookie, attempt) => words.FindLocationAsync(cookie, place, language, attempt),
        CentresAround around => (cookie, attempt) =>
            centres.ListNearCentresAsync(cookie, around.Language, around.RoughLongitude, around.RoughLatitude, around.RoughMetres, attempt),
        CentresIn(var language, var level, var places) => (cookie, attempt) => lists.ListCentresInAsync(cookie, language, level, [.. places], attempt),
        CentresPage page => (cookie, attempt) =>
            lists.ListCentresPageAsync(cookie, page.Language, page.Level, page.Name, page.Page, page.Size, page.SortBy, page.OrderBy, attempt),
        CentreDays(var centre, var language) => (cookie, attempt) => centres.ListWorkingDaysAsync(cookie, centre, language, attempt),
        PapersTaken(var language) => (cookie, attempt) => words.ListDocumentsAsync(cookie, language, attempt),
        PaperTypes(var category, var language) => (cookie, attempt) => lists.ListDocumentTypesAsync(cookie, category, language, attempt),
        ApplicantPapers(var applicant, var languages) => (cookie, attempt) => lists.ListApplicantDocumentsAsync(cookie, applicant, [.. languages], attempt),
        FieldValues(var field) => (cookie, attempt) => lists.ListFieldInAllAsync(cookie, field, attempt),
        FieldWords(var field, var language) => (cookie, attempt) => words.ListFieldAsync(cookie, field, language, attempt),
        GenderWords(var language) => (cookie, attempt) => words.ListGendersAsync(cookie, language, attempt),
        MessageText(var language, var code) => (cookie, attempt) => words.ListTemplatesAsync(cookie, language, code, attempt),
        LatestSchema schema => (cookie, attempt) => lists.FindSchemaAsync(cookie, schema.VersionText, schema.Domain, schema.Type, attempt),
        VidPolicies => (_, attempt) => policies.ReadPolicyAsync(attempt),
        IdentityNames => (_, attempt) => names.ReadMappingAsync(attempt),
        UpdateQuestions => (_, attempt) => updates.ReadSpecificationAsync(attempt),
        ShareQuestions => (_, attempt) => shares.ReadSpecificationAsync(attempt),
        CardQuestions => (_, attempt) => cards.ReadSpecificationAsync(attempt),
        _ => throw new ArgumentOutOfRangeException(nameof(list), list.GetType().Name, "is a list without a call."),
    };

    /// <summary>Whether it is a file of the config server, which comes without an envelope.</summary>
    public static bool IsFile(PublicList list) => list is VidPolicies or IdentityNames or UpdateQuestions or ShareQuestions or CardQuestions;

    private static string? Moment(DateTimeOffset? moment) => moment?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
