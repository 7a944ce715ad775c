using Refit;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>MOSIP master data, the lists that the portal only passes on.</summary>
internal interface IPublicListsApi
{
    /// <summary><c>GET /locationHierarchyLevels/{langcode}</c>.</summary>
    [Get("/locationHierarchyLevels/{languageCode}")]
    Task<HttpResponseMessage> ListLevelsAsync([Header("Cookie")] string cookie, string languageCode, CancellationToken cancellationToken);

    /// <summary><c>GET /locationHierarchyLevels</c>: in all languages.</summary>
    [Get("/locationHierarchyLevels")]
    Task<HttpResponseMessage> ListLevelsInAllAsync([Header("Cookie")] string cookie, string? lastUpdated, CancellationToken cancellationToken);

    /// <summary><c>GET /locations/immediatechildren/{locationcode}</c>: in several languages.</summary>
    [Get("/locations/immediatechildren/{locationCode}")]
    Task<HttpResponseMessage> ListPlacesInManyAsync(
        [Header("Cookie")] string cookie, string locationCode, [Query(CollectionFormat.Multi)] string[] languageCodes, CancellationToken cancellationToken);

    /// <summary><c>GET /registrationcenters/{langcode}/{hierarchylevel}/names</c>.</summary>
    [Get("/registrationcenters/{languageCode}/{level}/names")]
    Task<HttpResponseMessage> ListCentresInAsync(
        [Header("Cookie")] string cookie, string languageCode, int level, [Query(CollectionFormat.Multi)] string[] name, CancellationToken cancellationToken);

    /// <summary><c>GET /registrationcenters/page/{langcode}/{hierarchylevel}/{name}</c>.</summary>
    [Get("/registrationcenters/page/{languageCode}/{level}/{name}")]
    Task<HttpResponseMessage> ListCentresPageAsync(
        [Header("Cookie")] string cookie, string languageCode, int level, string name, int pageNumber, int pageSize, string sortBy, string orderBy, CancellationToken cancellationToken);

    /// <summary><c>GET /documenttypes/{category}/{langcode}</c>.</summary>
    [Get("/documenttypes/{category}/{languageCode}")]
    Task<HttpResponseMessage> ListDocumentTypesAsync([Header("Cookie")] string cookie, string category, string languageCode, CancellationToken cancellationToken);

    /// <summary><c>GET /applicanttype/{id}/languages</c>.</summary>
    [Get("/applicanttype/{id}/languages")]
    Task<HttpResponseMessage> ListApplicantDocumentsAsync([Header("Cookie")] string cookie, string id, [Query(CollectionFormat.Multi)] string[] languages, CancellationToken cancellationToken);

    /// <summary><c>GET /dynamicfields/{fieldName}</c>: in all languages, from 1.2.1.</summary>
    [Get("/dynamicfields/{fieldName}")]
    Task<HttpResponseMessage> ListFieldInAllAsync([Header("Cookie")] string cookie, string fieldName, CancellationToken cancellationToken);

    /// <summary><c>GET /idschema/latest</c>.</summary>
    [Get("/idschema/latest")]
    Task<HttpResponseMessage> FindSchemaAsync([Header("Cookie")] string cookie, string schemaVersion, string? domain, string? type, CancellationToken cancellationToken);
}
