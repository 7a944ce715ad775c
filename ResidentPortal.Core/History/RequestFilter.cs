using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.History;

/// <summary>Which of their requests a resident looks for; what is left out sorts nothing out.</summary>
public sealed record RequestFilter
{
    /// <summary>The kinds.</summary>
    public IReadOnlyList<ActKind>? Kinds { get; init; }

    /// <summary>The states they are in.</summary>
    public IReadOnlyList<ActState>? States { get; init; }

    /// <summary>The statuses they have, in the words of Resident Services.</summary>
    public IReadOnlyList<EventStatus>? Statuses { get; init; }

    /// <summary>Made at this moment or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Made before this moment.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>The number of one, as it was typed.</summary>
    public string? EventId { get; init; }

    /// <summary>What stands anywhere in their numbers, or what <see cref="AlsoKinds"/> says by name.</summary>
    public string? Text { get; init; }

    /// <summary>The kinds whose names have the text in them, in the language of the reader.</summary>
    public IReadOnlyList<ActKind> AlsoKinds { get; init; } = [];

    /// <summary>Their own rows that pass. A draft is no request yet.</summary>
    internal IQueryable<ServiceRequestRow> Of(PortalDbContext db, string personKey, EventId? eventId)
    {
        var rows = db.ServiceRequests.Where(row => row.PersonKey == personKey && row.State != ActState.Draft);
        if (eventId is not null)
        {
            rows = rows.Where(row => row.EventId == eventId.Value);
        }

        if (Text is { Length: > 0 } text)
        {
            // Both stand in the index: no row of the table is read for it.
            var also = AlsoKinds;
            rows = rows.Where(row => row.EventId.Contains(text) || also.Contains(row.Kind));
        }

        if (Kinds is { } kinds)
        {
            rows = rows.Where(row => kinds.Contains(row.Kind));
        }

        if (States is { } states)
        {
            rows = rows.Where(row => states.Contains(row.State));
        }

        if (Statuses is { } statuses)
        {
            rows = rows.Where(EventStatuses.Are(statuses));
        }

        if (From is { } from)
        {
            rows = rows.Where(row => row.CreatedAt >= from);
        }

        if (Before is { } before)
        {
            rows = rows.Where(row => row.CreatedAt < before);
        }

        return rows;
    }

    /// <summary>Pinned ones first, then the newest, or the oldest.</summary>
    internal static IQueryable<ServiceRequestRow> InOrder(IQueryable<ServiceRequestRow> rows, bool isOldestFirst = false)
    {
        var pinned = rows.OrderByDescending(row => row.PinnedAt != null);
        return isOldestFirst ? pinned.ThenBy(row => row.CreatedAt) : pinned.ThenByDescending(row => row.CreatedAt);
    }
}

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Number">The number of the page, from one; beyond the last page the last is meant.</param>
/// <param name="Size">How many stand on a page, at most <see cref="Largest"/>.</param>
public sealed record RequestPart(int Number, int Size = RequestPart.Usual)
{
    /// <summary>How many stand on a page to be read.</summary>
    public const int Usual = 20;

    /// <summary>How many stand in a file.</summary>
    public const int Largest = 1000;

    /// <summary>Whether the oldest stand first, after the pinned ones.</summary>
    public bool IsOldestFirst { get; init; }

    /// <summary>
    /// For programs: beyond the last page there is nothing, and of each request it is said when it was settled and whether its messages were read, which takes two more
    /// questions to the database.
    /// </summary>
    public bool IsForProgram { get; init; }
}
