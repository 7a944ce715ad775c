using Refit;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>MOSIP master data.</summary>
internal interface IMasterDataApi
{
    /// <summary><c>GET /templates/{langcode}/{templatetypecode}</c>.</summary>
    [Get("/templates/{languageCode}/{templateCode}")]
    Task<HttpResponseMessage> ListTemplatesAsync([Header("Cookie")] string cookie, string languageCode, string templateCode, CancellationToken cancellationToken);
}
