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

    /// <summary>Made at this moment or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Made before this moment.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>The number of one, as it was typed.</summary>
    public string? EventId { get; init; }

    /// <summary>Their own rows that pass. A draft is no request yet.</summary>
    internal IQueryable<ServiceRequestRow> Of(PortalDbContext db, string personKey, EventId? eventId)
    {
        var rows = db.ServiceRequests.Where(row => row.PersonKey == personKey && row.State != ActState.Draft);
        if (eventId is not null)
        {
            rows = rows.Where(row => row.EventId == eventId.Value);
        }

        if (Kinds is { } kinds)
        {
            rows = rows.Where(row => kinds.Contains(row.Kind));
        }

        if (States is { } states)
        {
            rows = rows.Where(row => states.Contains(row.State));
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

    /// <summary>Pinned ones first, then the newest.</summary>
    internal static IQueryable<ServiceRequestRow> InOrder(IQueryable<ServiceRequestRow> rows) => rows.OrderByDescending(row => row.PinnedAt != null).ThenByDescending(row => row.CreatedAt);
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
}
