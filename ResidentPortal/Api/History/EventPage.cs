using Microsoft.Extensions.Localization;
using ResidentPortal.Core.History;
using ResidentPortal.Texts;

namespace ResidentPortal.Api.History;

/// <summary>A page of events.</summary>
/// <param name="PageIndex">Its number, from 0.</param>
/// <param name="PageSize">How many stand on a page, at most 1000.</param>
/// <param name="TotalItems">How many there are.</param>
/// <param name="TotalPages">How many pages there are.</param>
/// <param name="Data">The events, pinned ones first, then the newest.</param>
internal sealed record EventPage(int PageIndex, int PageSize, int TotalItems, int TotalPages, IReadOnlyList<EventItem> Data)
{
    /// <summary>The page of what a search asks for, as it is read from the ledger.</summary>
    public static EventPage Of(HistorySearch search, RequestList list, IStringLocalizer<Words> words, ReaderMoment reader)
    {
        var size = Math.Min(search.PageSize, RequestPart.Largest);
        return new EventPage(search.PageIndex, size, list.Total, (list.Total + size - 1) / size, list.Requests.Select(request => EventItem.Of(request, words, reader)).ToList());
    }
}

/// <summary>An event in a list.</summary>
internal sealed record EventItem
{
    /// <summary>The event id, 16 digits.</summary>
    public required string EventId { get; init; }

    /// <summary>What it is, in the language that was asked for.</summary>
    public required string Description { get; init; }

    /// <summary><c>SUCCESS</c>, <c>FAILED</c>, <c>IN_PROGRESS</c> or <c>CANCELED</c>.</summary>
    public required string EventStatus { get; init; }

    /// <summary>When it changed last, by the clock and in the language of the reader's headers.</summary>
    public required string TimeStamp { get; init; }

    /// <summary>Its service type, such as <c>ID_MANAGEMENT_REQUEST</c>.</summary>
    public string? ServiceType { get; init; }

    /// <summary>Its request type, such as <c>GENERATE_VID</c>.</summary>
    public required string RequestType { get; init; }

    /// <summary>Whether it is pinned.</summary>
    public bool PinnedStatus { get; init; }

    /// <summary>Whether its messages were read.</summary>
    public bool ReadStatus { get; init; }

    /// <summary>Always 0.</summary>
    public int SerialNumber { get; init; }

    /// <summary>The item of a request.</summary>
    public static EventItem Of(ListedRequest request, IStringLocalizer<Words> words, ReaderMoment reader) => new()
    {
        EventId = request.EventId.Value,
        Description = words[$"Act.{request.Kind}"],
        EventStatus = HistorySearch.WordOf(request.Kind.Status(request.State)),
        TimeStamp = reader.Say(request.SettledAt ?? request.CreatedAt),
        ServiceType = request.Kind.ServiceType(),
        RequestType = request.Kind.RequestType(),
        PinnedStatus = request.IsPinned,
        ReadStatus = request.IsRead,
    };
}
