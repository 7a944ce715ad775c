using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>Reads what a filter asks for out of the history of whoever is signed in, in one pass: each page of the platform's is read once, and only what is shown is held.</summary>
public sealed class UseReader(IDbContextFactory<PortalDbContext> databases, UseScan scan, OwnNumbers numbers, UseKeys keys, TimeProvider clock)
{
    /// <summary>
    /// A page of so many uses. A number or an organisation that there is not is as if it was not asked for, and a page behind the last is the first. Problems:
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<AuthHistoryPage>> ReadAsync(ResidentSession session, UseFilter filter, int page, int size, CancellationToken cancellationToken)
    {
        var vids = await numbers.FindAsync(session, cancellationToken);
        if (filter.Number is { } number and not OwnNumbers.UinKey && vids?.Values.Any(one => string.Equals(one.Key, number, StringComparison.Ordinal)) is not true)
        {
            filter = filter with { Number = null };
        }

        var read = await ReadAsync(session, vids, filter, page, size, cancellationToken);
        return !read.Try(out var found, out _) ? read
            : filter.Organisation is { } wanted && found.Organisations.All(one => !string.Equals(one.Key, wanted, StringComparison.Ordinal))
                ? await ReadAsync(session, vids, filter with { Organisation = null }, page, size, cancellationToken)
            : found.Page > found.Pages ? await ReadAsync(session, vids, filter, page: 1, size, cancellationToken)
            : read;
    }

    private async Task<Outcome<AuthHistoryPage>> ReadAsync(
        ResidentSession session, IReadOnlyDictionary<Vid, UseNumber>? vids, UseFilter filter, int page, int size, CancellationToken cancellationToken)
    {
        var locks = await ReadLocksAsync(session, cancellationToken);
        var (now, isUnusual, ordinal) = (clock.GetUtcNow(), filter.Outcome is UseOutcome.Unusual, 0);
        var marking = new UseMarking(filter.Zone);
        var window = new UseWindow((page - 1) * size, size, isUnusual ? UseMarking.MostFirsts : 0);
        var organisations = new Dictionary<string, string>(StringComparer.Ordinal);
        var ended = await scan.RunAsync(session.Uin, KnownIn(vids), Look, cancellationToken);
        if (!ended.Try(out var isCut, out var problem))
        {
            return problem;
        }

        // Where the history goes on, nobody knows which was the first.
        var firsts = isCut ? [] : marking.Close();
        var shown = window.Close(isUnusual ? [.. firsts.Where(seen => seen.IsWanted)] : []);
        var pages = Math.Max(1, (window.Count + size - 1) / size);
        return new AuthHistoryPage([.. shown.Select(seen => Show(session, seen, vids))], window.Count, page, pages)
        {
            Organisations = [.. marking.Organisations.Select(name => new UseOrganisation(KeyOf(name), name))],
            Numbers = [new UseNumber(OwnNumbers.UinKey, Name: null), .. vids?.Values ?? []],
            IsCut = isCut,
            ReadAt = now,
        };

        bool Look(IdentityUse use)
        {
            var isStopped = locks.Stopped(use);
            var seen = new SeenUse(use, ordinal++, isStopped, IsWanted(use, isStopped));
            var marked = marking.Look(seen);
            foreach (var wanted in (isUnusual ? marked : [seen]).Where(one => one.IsWanted))
            {
                window.Take(wanted);
            }

            return true;
        }

        bool IsWanted(IdentityUse use, bool isStopped) =>
            filter.HasDay(use.At, now)
            && (filter.Way is not { } way || use.Ways.HasFlag(way))
            && filter.Outcome switch { UseOutcome.Accepted => use.IsAccepted, UseOutcome.Refused => !use.IsAccepted, UseOutcome.Stopped => isStopped, _ => true }
            && !(filter.HidesOwn && use.IsPlatform)
            && (filter.Organisation is not { } organisation || (!use.IsPlatform && use.Organisation is { } name && string.Equals(KeyOf(name), organisation, StringComparison.Ordinal)))
            && (filter.Number is not { } number || string.Equals(NumberKeyOf(use), number, StringComparison.Ordinal));

        string? NumberKeyOf(IdentityUse use) => use.NumberKind is UsedNumberKind.Uin ? OwnNumbers.UinKey : use.Vid is { } vid ? vids?.GetValueOrDefault(vid)?.Key : null;

        string KeyOf(string name)
        {
            if (!organisations.TryGetValue(name, out var key))
            {
                organisations[name] = key = keys.OfOrganisation(session.PersonKey, name);
            }

            return key;
        }
    }

    /// <summary>One use by its key, with how it is shown. Problems: <see cref="AuthHistoryProblems.UnknownUse"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    internal async Task<Outcome<FoundUse>> FindAsync(ResidentSession session, string? key, CancellationToken cancellationToken)
    {
        var vids = await numbers.FindAsync(session, cancellationToken);
        var locks = await ReadLocksAsync(session, cancellationToken);
        SeenUse? found = null;
        var ended = await scan.RunAsync(session.Uin, KnownIn(vids), Look, cancellationToken);
        return !ended.Try(out _, out var problem) ? problem
            : found is null ? AuthHistoryProblems.UnknownUse
            : new FoundUse(found.Use, Show(session, found, vids));

        bool Look(IdentityUse use)
        {
            found = string.Equals(keys.Of(session.PersonKey, use), key, StringComparison.Ordinal) ? new SeenUse(use, ordinal: 0, locks.Stopped(use), isWanted: true) : null;
            return found is null;
        }
    }

    private static IReadOnlyCollection<Vid> KnownIn(IReadOnlyDictionary<Vid, UseNumber>? vids) => vids is null ? [] : [.. vids.Keys];

    private async Task<LockTimeline> ReadLocksAsync(ResidentSession session, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await LockTimeline.ReadAsync(db, session.PersonKey, cancellationToken);
    }

    private ShownUse Show(ResidentSession session, SeenUse seen, IReadOnlyDictionary<Vid, UseNumber>? vids) => new()
    {
        Key = keys.Of(session.PersonKey, seen.Use),
        At = seen.Use.At,
        Ways = seen.Use.Ways,
        IsAccepted = seen.Use.IsAccepted,
        IsStopped = seen.IsStopped,
        Marks = seen.Marks,
        IsPlatform = seen.Use.IsPlatform,
        Organisation = seen.Use.Organisation,

        // Without the list of VIDs nobody can say that one is not in use.
        NumberKind = vids is null && seen.Use.NumberKind is UsedNumberKind.PastVid ? UsedNumberKind.SomeVid : seen.Use.NumberKind,
        NumberName = seen.Use.Vid is { } vid ? vids?.GetValueOrDefault(vid)?.Name : null,
    };
}

/// <summary>A use that was found by its key.</summary>
/// <param name="Use">As the platform has it.</param>
/// <param name="Shown">As a page shows it.</param>
internal sealed record FoundUse(IdentityUse Use, ShownUse Shown);
