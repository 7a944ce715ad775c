using System.Globalization;
using Microsoft.Extensions.Localization;
using ResidentPortal.Api.Acts;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Files;
using ResidentPortal.Texts;

namespace ResidentPortal.Api.History;

/// <summary><c>GET /service-history/{langCode}</c>, the same as a PDF, and <c>GET /notifications/{langCode}</c>: the events of a resident who has signed in.</summary>
internal static class ReadHistory
{
    private const string Example =
        """{ "pageIndex": 0, "pageSize": 10, "totalItems": 1, "totalPages": 1, "data": [{ "eventId": "7841261580315620", "description": "Make a stand-in number", "eventStatus": "SUCCESS", "timeStamp": "Feb 29, 2024, 6:39:04 AM", "serviceType": "ID_MANAGEMENT_REQUEST", "requestType": "GENERATE_VID", "pinnedStatus": false, "readStatus": true, "serialNumber": 0 }] }""";

    private static readonly ApiParameter Code = new("langCode", "The language, three letters.", "eng");
    private static readonly ApiParameter[] Page = [new("pageIndex", "The page, from 0.", "0"), new("pageSize", "How many stand on a page, at most 1000.", "10")];

    private static readonly ApiParameter[] Filter =
    [
        new("fromDate", "The first day, yyyy-MM-dd; only with toDate.", "2024-02-01"),
        new("toDate", "The last day, yyyy-MM-dd.", "2024-02-29"),
        new("sortType", "ASC or DESC by time; pinned events stand first in both.", "DESC"),
        new("serviceType", "AUTHENTICATION_REQUEST, SERVICE_REQUEST, DATA_UPDATE_REQUEST, ID_MANAGEMENT_REQUEST, DATA_SHARE_REQUEST, ASYNC or ALL, with commas between them.", "ALL"),
        new("statusFilter", "FAILED, SUCCESS, IN_PROGRESS, CANCELED or ALL, with commas between them.", "ALL"),
        new("searchText", "A part of an event id or of a description, at most 16 letters.", "7841"),
    ];

    private static readonly ApiError[] Refused =
    [
        ApiErrors.Invalid("languageCode"), ApiErrors.Invalid("serviceType"), ApiErrors.Invalid("sortType"), ApiErrors.Invalid("statusFilter"), ApiErrors.Invalid("fromDateTime"), ApiErrors.Invalid("toDateTime"),
        ApiErrors.TooLong(16, "searchText"), EventErrors.PageIndex, EventErrors.PageSize, ApiErrors.BadRequest,
    ];

    private static readonly Operation HistoryOperation = new("GET", "/service-history/{langCode}", "mosip.service.history.get", Operation.Newer)
    {
        Summary = "Lists the events of the resident who has signed in, pinned ones first.",
        Access = Access.Resident,
        Parameters = [Code, .. Page, .. Filter],
        Gives = Example,
        Refuses = Refused,
    };

    private static readonly Operation NotificationOperation = new("GET", "/notifications/{langCode}", "mosip.resident.notification.get", Operation.Newer)
    {
        Summary = "Lists the events that a bell tells of: those that take their time.",
        Access = Access.Resident,
        Parameters = [Code, .. Page],
        Gives = Example,
        Refuses = [ApiErrors.Invalid("languageCode"), EventErrors.PageIndex, EventErrors.PageSize, ApiErrors.BadRequest],
    };

    private static readonly Operation FileOperation = new("GET", "/download/service-history", "mosip.resident.download.service.history", Operation.Newer)
    {
        Summary = "Gives the events of the resident who has signed in as a PDF, the newest 1000 at most.",
        Access = Access.Resident,
        Parameters = [new("languageCode", "The language, three letters.", "eng"), new("eventReqDateTime", "Not read.", "2024-02-29T06:39:04.683Z"), .. Filter],
        Refuses = Refused,
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapOperation<EventPage>(HistoryOperation, call => ListAsync(call, HistorySearch.Of(call, "langCode"), (search, languages) => search.Judge(languages)));
        api.MapOperation<EventPage>(NotificationOperation, call => ListAsync(
            call, HistorySearch.OfBell(call, "langCode"), (search, languages) => search.JudgeLanguage(languages) ?? search.JudgePage()));
        api.MapOperation<ApiFile>(FileOperation, WriteAsync);
    }

    private static async Task<ApiAnswer> ListAsync(ApiCall call, HistorySearch? asked, Func<HistorySearch, OfferedLanguages, ApiError?> judge) =>
        await ReadAsync(call, asked, judge, search => new RequestPart(search.PageIndex < int.MaxValue ? search.PageIndex + 1 : int.MaxValue, search.PageSize) { IsForProgram = true, IsOldestFirst = search.IsOldestFirst },
            (search, list, reader) => ApiAnswer.Of(EventPage.Of(search, list, call.Get<IStringLocalizer<Words>>(), reader)));

    private static async Task<ApiAnswer> WriteAsync(ApiCall call) =>
        await ReadAsync(call, HistorySearch.Of(call, "languageCode"), (search, languages) => search.Judge(languages), search => new RequestPart(Number: 1, RequestPart.Largest) { IsOldestFirst = search.IsOldestFirst },
            (_, list, _) => ApiAnswer.Pdf(call.Get<RequestFiles>().Pdf(list), "service-history.pdf"));

    private static async Task<ApiAnswer> ReadAsync(
        ApiCall call, HistorySearch? asked, Func<HistorySearch, OfferedLanguages, ApiError?> judge, Func<HistorySearch, RequestPart> partOf, Func<HistorySearch, RequestList, ReaderMoment, ApiAnswer> answer)
    {
        if (asked is not { } search || ReaderMoment.Of(call) is not { } reader)
        {
            return ApiErrors.BadRequest;
        }

        var languages = call.Get<OfferedLanguages>();
        if (judge(search, languages) is { } fault)
        {
            return fault;
        }

        // The words of the answer; it ends with this method.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = search.In(languages).Culture;
        var words = call.Get<IStringLocalizer<Words>>();
        var filter = search.ToFilter(reader, kind => words[$"Act.{kind}"]);
        return (await call.Get<ListRequests>().ExecuteAsync(call.SessionId, filter, partOf(search), call.Gone)).Try(out var list, out var problem)
            ? answer(search, list, reader)
            : ResidentErrors.Of(problem, EventErrors.NotFetched);
    }
}
