using System.Globalization;
using System.Text.Json;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Recovery;

namespace ResidentPortal.Core.Mosip.RegistrationProcessor;

/// <summary>The search for lost RIDs over the wire. That none was found comes as an error, and that too many were comes as another.</summary>
internal sealed class MosipLostRegistrations(MosipCall call, ILostRegistrationApi api, PlatformClock platformClock, TimeProvider clock) : ILostRegistrations
{
    private const string Service = "RegistrationProcessor";

    private static readonly TimeSpan Known = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan NotFoundOut = TimeSpan.FromMinutes(1);

    // A page waits no longer than this to learn what it may offer: the first time long enough for a platform that is slow, later it goes by what was known.
    private static readonly TimeSpan FirstPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>No registration was announced with these values.</summary>
    private static readonly Problem NoneFound = new("mosip.regproc.noneFound", ProblemKind.NotFound);

    private static readonly MosipOperation Search = new(
        Service,
        nameof(Search),
        Sending.Read,
        MosipOperation.Table(
            (NoneFound, ["RPR-RGS-031"]),
            (RecoveryProblems.TooManyFound, ["RPR-RGS-032"]),
            (RecoveryProblems.NotAllowed, ["KER-ATH-403"]),
            (CommonProblems.ServiceUnavailable, ["RPR-RGS-001", "RPR-RGS-002", "RPR-RGS-018", "RPR-RGS-023"]),
            (CommonProblems.Refused, ["RPR-RGS-013", "RPR-RGS-014", "RPR-RGS-015", "RPR-RGS-019", "RPR-RGS-020", "RPR-RGS-021", "RPR-RGS-022", "RPR-RGS-024"])))
    {
        WhenForbidden = RecoveryProblems.NotAllowed,
    };

    // A search that nobody matches: no name has digits in it, and the domain can never be registered (RFC 2606).
    private static readonly LostSearch Probe = new("0", Phone: null, "0@resident-portal.invalid");

    private readonly Kept<Permission> _permission = new(clock);
    private volatile Permission? _known;

    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyList<Rid>>> SearchAsync(LostSearch search, CancellationToken cancellationToken)
    {
        LostRidFilter[] filters =
        [
            new("name", search.Name.Normalize()),
            .. search.Phone is { } phone ? [new LostRidFilter("phone", phone)] : (LostRidFilter[])[],
            .. search.Email is { } email ? [new LostRidFilter("email", email)] : (LostRidFilter[])[],
        ];
        var found = await call.AskAsync(
            Search,
            (cookie, attempt) => api.SearchAsync(
                cookie,
                new KernelRequest<LostRidQuery>(new LostRidQuery(filters, [new LostRidSort("registrationDate", "desc")]))
                {
                    Id = "mosip.registration.lostrid", Version = "1.0", RequestTime = platformClock.Stamp(Service),
                },
                attempt),
            Read,
            cancellationToken);
        return found.Problem == NoneFound ? new List<Rid>() : found;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> MaySearchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var kept = await _permission.GetAsync(LookAsync, cancellationToken).WaitAsync(_known is null ? FirstPatience : Patience, clock, cancellationToken);
            return kept is { IsSuccess: true, Value.IsGiven: true };
        }
        catch (TimeoutException)
        {
            return _known is { IsGiven: true };
        }
    }

    private async Task<Outcome<Kept<Permission>.Entry>> LookAsync()
    {
        var problem = (await SearchAsync(Probe, CancellationToken.None)).Problem;
        var isFoundOut = problem is null || problem == RecoveryProblems.NotAllowed;
        var permission = _known = new Permission(problem is null);
        return new Kept<Permission>.Entry(permission, clock.GetUtcNow() + (isFoundOut ? Known : NotFoundOut));
    }

    private static Outcome<IReadOnlyList<Rid>> Read(JsonElement response)
    {
        if (response.Items() is not { } rows)
        {
            return MosipProblems.Unusable;
        }

        var found = new List<(Rid Rid, DateTime At)>();
        foreach (var row in rows)
        {
            if (!Rid.TryParse(row.Text("registrationId"), out var rid))
            {
                return MosipProblems.Unusable;
            }

            // Spelt so on the wire.
            var date = DateTime.TryParse(row.Text("registartionDate"), CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : rid.PackedAt.UtcDateTime.Date;
            found.Add((rid, date));
        }

        return found.OrderByDescending(one => one.At).ThenByDescending(one => one.Rid.PackedAt).Select(one => one.Rid).ToList();
    }

    private sealed record Permission(bool IsGiven);
}
