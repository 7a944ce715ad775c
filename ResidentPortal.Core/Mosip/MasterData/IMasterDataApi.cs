using Refit;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>MOSIP master data.</summary>
internal interface IMasterDataApi
{
    /// <summary><c>GET /templates/{langcode}/{templatetypecode}</c>.</summary>
    [Get("/templates/{languageCode}/{templateCode}")]
    Task<HttpResponseMessage> ListTemplatesAsync([Header("Cookie")] string cookie, string languageCode, string templateCode, CancellationToken cancellationToken);

    /// <summary><c>GET /dynamicfields/{fieldName}/{langcode}</c>: the codes of a field and their words.</summary>
    [Get("/dynamicfields/{fieldName}/{languageCode}")]
    Task<HttpResponseMessage> ListFieldAsync([Header("Cookie")] string cookie, string fieldName, string languageCode, CancellationToken cancellationToken);

    /// <summary><c>GET /gendertypes/{langcode}</c>: the genders, on platforms that do not keep them as a field.</summary>
    [Get("/gendertypes/{languageCode}")]
    Task<HttpResponseMessage> ListGendersAsync([Header("Cookie")] string cookie, string languageCode, CancellationToken cancellationToken);

    /// <summary><c>GET /locations/info/{locationcode}/{langcode}</c>: one place.</summary>
    [Get("/locations/info/{locationCode}/{languageCode}")]
    Task<HttpResponseMessage> FindLocationAsync([Header("Cookie")] string cookie, string locationCode, string languageCode, CancellationToken cancellationToken);

    /// <summary><c>GET /locations/immediatechildren/{locationcode}/{langcode}</c>: the places right below one.</summary>
    [Get("/locations/immediatechildren/{locationCode}/{languageCode}")]
    Task<HttpResponseMessage> ListPlacesAsync([Header("Cookie")] string cookie, string locationCode, string languageCode, CancellationToken cancellationToken);

    /// <summary><c>GET /validdocuments/{langcode}</c>: the categories of documents and the types each takes.</summary>
    [Get("/validdocuments/{languageCode}")]
    Task<HttpResponseMessage> ListDocumentsAsync([Header("Cookie")] string cookie, string languageCode, CancellationToken cancellationToken);
}
