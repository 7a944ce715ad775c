using System.Globalization;
using Microsoft.Extensions.Localization;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Files;
using ResidentPortal.Texts;

namespace ResidentPortal.Api.History;

/// <summary>
/// <c>GET /events/{event-id}</c> and <c>GET /ack/download/pdf/event/{eventId}/language/{lang}</c>: an event of a resident who has signed in. Reading it marks its messages as
/// read.
/// </summary>
internal static class ReadEvent
{
    private static readonly ApiParameter Number = new("eventId", "The event id, 16 digits.", "7841261580315620");

    private static readonly Operation EventOperation = new("GET", "/events/{eventId}", "mosip.service.event.get", Operation.Newer)
    {
        Summary = "Shows an event of the resident who has signed in, and marks its messages as read.",
        Access = Access.Resident,
        Parameters = [Number, new("langCode", "The language, three letters.", "eng")],
        Gives = """{ "eventId": "7841261580315620", "eventType": "GENERATE_VID", "eventStatus": "SUCCESS", "individualId": "••••••8651", "summary": "Make a temporary number", "timestamp": "Feb 29, 2024, 6:39:04 AM", "info": { "attributeList": ["Make a temporary number"], "statusCode": "VID_GENERATED", "serviceType": "ID_MANAGEMENT_REQUEST", "result": null, "createdAt": "2024-02-29T06:39:04.701Z" } }""",
        Refuses = [ApiErrors.Missing("eventId"), ApiErrors.Invalid("eventId"), ApiErrors.Invalid("languageCode"), EventErrors.Unknown, EventErrors.Others],
    };

    private static readonly Operation FileOperation = new("GET", "/ack/download/pdf/event/{eventId}/language/{lang}", "mosip.resident.ack.download", Operation.Newer)
    {
        Summary = "Gives the acknowledgement of an event of the resident who has signed in as a PDF. Every failure has the HTTP status 400.",
        Access = Access.Resident,
        Parameters = [Number, new("lang", "The language, three letters.", "eng")],
        Refuses = [.. EventOperation.Refuses.Select(error => error with { Status = StatusCodes.Status400BadRequest })],
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapOperation<EventReply>(EventOperation, ShowAsync);
        api.MapOperation<ApiFile>(FileOperation, WriteAsync);
    }

    private static async Task<ApiAnswer> ShowAsync(ApiCall call)
    {
        var opened = await OpenAsync(call, "langCode", marksRead: true);
        if (!opened.Receipt.Try(out var receipt, out _))
        {
            return opened.Fault!;
        }

        // The words of the answer; it ends with this method.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = opened.Language.Culture;
        var session = await call.Get<CheckSession>().ExecuteAsync(call.SessionId, isSeen: true, call.Gone);
        return session.Try(out var signedIn, out var problem)
            ? ApiAnswer.Of(EventReply.Of(receipt, signedIn.IndividualId.ToString(), call.Get<IStringLocalizer<Words>>(), opened.Reader))
            : EventErrors.Of(problem);
    }

    private static async Task<ApiAnswer> WriteAsync(ApiCall call)
    {
        var opened = await OpenAsync(call, "lang", marksRead: false);
        if (!opened.Receipt.Try(out var receipt, out _))
        {
            return opened.Fault!.In400();
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = opened.Language.Culture;
        return (await call.Get<ShowOwnRequest>().ExecuteAsync(call.SessionId, receipt.EventId.Value, call.Gone)).Try(out var request, out var problem)
            ? ApiAnswer.Pdf(call.Get<AcknowledgementLetter>().Write(request, typed: null), $"acknowledgement-{receipt.EventId.Value[^4..]}.pdf", receipt.EventId)
            : EventErrors.Of(problem).In400();
    }

    // Without a session it stays 401.
    private static ApiError In400(this ApiError error) => error.Status is StatusCodes.Status401Unauthorized ? error : error with { Status = StatusCodes.Status400BadRequest };

    private static async Task<Opened> OpenAsync(ApiCall call, string languageParameter, bool marksRead)
    {
        var (eventId, language, reader) = (call.Parameter("eventId"), call.Get<OfferedLanguages>().Find(call.Parameter(languageParameter)), ReaderMoment.Of(call));
        var fault = Check.That(reader is not null, ApiErrors.BadRequest) ?? EventErrors.Judge(eventId) ?? Check.That(language is not null, "languageCode");
        if (fault is not null)
        {
            return new Opened(CommonProblems.NotFound, Language.English, ReaderMoment.Usual, fault);
        }

        var receipt = await call.Get<OpenEvent>().ExecuteAsync(call.SessionId, eventId, marksRead, call.Gone);
        return new Opened(receipt, language!, reader!, receipt.Problem is { } problem ? EventErrors.Of(problem) : null);
    }

    private sealed record Opened(Outcome<ActReceipt> Receipt, Language Language, ReaderMoment Reader, ApiError? Fault);
}
