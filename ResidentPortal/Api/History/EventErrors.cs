using ResidentPortal.Api.Acts;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Api.History;

/// <summary>The errors of MOSIP's Resident Services about events and their history.</summary>
internal static class EventErrors
{
    /// <summary>A page before the first.</summary>
    public static readonly ApiError PageIndex = new("RES-SER-446", "Invalid page index value");

    /// <summary>A page without room.</summary>
    public static readonly ApiError PageSize = new("RES-SER-447", "Invalid page size value");

    /// <summary>There is no such event.</summary>
    public static readonly ApiError Unknown = new("RES-SER-459", "EID not available in database");

    /// <summary>It could not be done.</summary>
    public static readonly ApiError NotProcessed = new("RES-SER-466", "Unable to process");

    /// <summary>It is somebody else's.</summary>
    public static readonly ApiError Others = new("RES-SER-511", "The entered EID is not associated with the UIN/VID used to log in.");

    /// <summary>The history could not be read.</summary>
    public static readonly ApiError NotFetched = new("RES-SER-517", "Unable to fetch service history from database.");

    /// <summary>The check of an event id: blank, then its form.</summary>
    public static ApiError? Judge(string? eventId) => Check.That(!string.IsNullOrWhiteSpace(eventId), ApiErrors.Missing("eventId")) ?? Check.That(IsEventId(eventId), "eventId");

    /// <summary>Whether a text is an event id: 16 digits.</summary>
    public static bool IsEventId(string? text) => Inputs.IsDigits(text) && text!.Length == Core.Identifiers.EventId.Length;

    /// <summary>What is told of an event that was looked for.</summary>
    public static ApiError Of(Problem problem) => problem.Key switch
    {
        "common.notFound" => Unknown,
        "history.others" => Others,
        _ => ResidentErrors.Of(problem, NotProcessed),
    };
}
