using Refit;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>MOSIP master data, registration centres.</summary>
internal interface IRegistrationCentresApi
{
    /// <summary><c>GET /registrationcenters/page/{langcode}/{hierarchylevel}/{name}</c>: the centres in the place of that name on that level, a page at a time.</summary>
    [Get("/registrationcenters/page/{languageCode}/{level}/{name}?sortBy=name&orderBy=asc")]
    Task<HttpResponseMessage> ListCentresAsync([Header("Cookie")] string cookie, string languageCode, int level, string name, int pageNumber, int pageSize, CancellationToken cancellationToken);

    /// <summary><c>GET /getcoordinatespecificregistrationcenters/…</c>: the centres around a point. Longitude stands before latitude, the distance is in metres.</summary>
    [Get("/getcoordinatespecificregistrationcenters/{languageCode}/{longitude}/{latitude}/{metres}")]
    Task<HttpResponseMessage> ListNearCentresAsync([Header("Cookie")] string cookie, string languageCode, string longitude, string latitude, int metres, CancellationToken cancellationToken);

    /// <summary><c>GET /registrationcenters/{id}/{langcode}</c>: one centre, in a list.</summary>
    [Get("/registrationcenters/{id}/{languageCode}")]
    Task<HttpResponseMessage> FindCentreAsync([Header("Cookie")] string cookie, string id, string languageCode, CancellationToken cancellationToken);

    /// <summary><c>GET /workingdays/{id}/{langcode}</c>: the days a centre works.</summary>
    [Get("/workingdays/{id}/{languageCode}")]
    Task<HttpResponseMessage> ListWorkingDaysAsync([Header("Cookie")] string cookie, string id, string languageCode, CancellationToken cancellationToken);

    /// <summary><c>GET /weekdays/{id}/{langcode}</c>: all days, each with whether the centre works.</summary>
    [Get("/weekdays/{id}/{languageCode}")]
    Task<HttpResponseMessage> ListWeekDaysAsync([Header("Cookie")] string cookie, string id, string languageCode, CancellationToken cancellationToken);

    /// <summary><c>GET /getregistrationcenterholidays/{langcode}/{id}/{year}</c>: the holidays of a year.</summary>
    [Get("/getregistrationcenterholidays/{languageCode}/{id}/{year}")]
    Task<HttpResponseMessage> ListHolidaysAsync([Header("Cookie")] string cookie, string languageCode, string id, int year, CancellationToken cancellationToken);
}
