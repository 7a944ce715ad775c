using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Updates;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>
/// ID repository's identities, drafts and counts of changes over the wire, for updates. Platforms before 1.2.1 know drafts only among themselves: nothing is asked of
/// them, and a later one that lacks an operation is taken for an older one.
/// </summary>
internal sealed class MosipUpdateRecords(MosipCall call, IIdRepositoryIdentityApi api, IdentityLookUp lookUp, IUpdateForms forms, IOptions<MosipOptions> options) : IUpdateRecords
{
    private const string Discarded = "DISCARDED";

    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyDictionary<string, FieldValue>>> FindAsync(Uin uin, CancellationToken cancellationToken)
    {
        if (!(await forms.FindAsync(cancellationToken)).Try(out var form, out var problem))
        {
            return problem;
        }

        return await lookUp.FindAsync(IndividualId.Of(uin), response => Read(response, uin, form, options.Value.IdentityAttributes), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyList<PendingUpdate>>> ListPendingAsync(Uin uin, CancellationToken cancellationToken)
    {
        if (!options.Value.HasDrafts)
        {
            return Array.Empty<PendingUpdate>();
        }

        var outcome = await call.AskAsync(DraftOperations.List, (cookie, attempt) => api.ListDraftsAsync(cookie, uin.Reveal(), attempt), ReadDrafts, cancellationToken);
        return outcome.Problem == MosipProblems.NotOffered ? Array.Empty<PendingUpdate>() : outcome;
    }

    /// <inheritdoc/>
    public async Task<Outcome<Done>> DiscardAsync(Rid rid, CancellationToken cancellationToken)
    {
        if (!options.Value.HasDrafts)
        {
            return CommonProblems.Refused;
        }

        var outcome = await call.AskAsync<Done>(
            DraftOperations.Discard,
            (cookie, attempt) => api.DiscardDraftAsync(cookie, rid.Reveal(), attempt),
            response => string.Equals(response.Text("status"), Discarded, StringComparison.OrdinalIgnoreCase) ? default(Done) : MosipProblems.Unusable,
            cancellationToken);
        return outcome.Problem == MosipProblems.NotOffered ? CommonProblems.Refused : outcome;
    }

    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyDictionary<string, int>>> CountLeftAsync(Uin uin, CancellationToken cancellationToken)
    {
        if (!options.Value.HasDrafts)
        {
            return new Dictionary<string, int>(StringComparer.Ordinal);
        }

        var outcome = await call.AskAsync(DraftOperations.Count, (cookie, attempt) => api.CountUpdatesAsync(cookie, uin.Reveal(), attempt), ReadCounts, cancellationToken);
        return outcome.Problem == MosipProblems.NotOffered ? new Dictionary<string, int>(StringComparer.Ordinal) : outcome;
    }

    /// <summary>The attributes in an answer that the form has. A number that is no longer in use belongs to nobody.</summary>
    internal static Outcome<IReadOnlyDictionary<string, FieldValue>> Read(JsonElement response, Uin asked, UpdateForm form, MosipIdentityAttributes names)
    {
        if (IdentityDocument.Read(response, names, asked) is not { } identity)
        {
            return MosipProblems.Unusable;
        }

        return identity.Status is not IdentityStatus.Activated ? ProfileProblems.UnknownPerson : form.Fields
            .Where(field => field.Kind is not FieldKind.Document)
            .Select(field => (field.Name, Value: identity.Value(field.Name)))
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Name, pair => pair.Value!, StringComparer.Ordinal);
    }

    // A change that waits and cannot be read must not be taken for none: another would be sent behind it.
    private static Outcome<IReadOnlyList<PendingUpdate>> ReadDrafts(JsonElement response)
    {
        var pending = new List<PendingUpdate>();
        if (response.Member("drafts") is not null && response.Items("drafts") is null)
        {
            return MosipProblems.Unusable;
        }

        foreach (var draft in response.Items("drafts") ?? [])
        {
            if (!Rid.TryParse(draft.Text("rid"), out var rid))
            {
                return MosipProblems.Unusable;
            }

            var attributes = (draft.Items("attributes") ?? []).Select(attribute => attribute.Text()).OfType<string>();
            pending.Add(new PendingUpdate(rid, draft.Time("createdDTimes") ?? rid.PackedAt, [.. attributes]));
        }

        return pending;
    }

    private static Outcome<IReadOnlyDictionary<string, int>> ReadCounts(JsonElement response) => response.Items("attributes") is { } counts
        ? counts.Where(count => count.Text("attributeName") is not null && count.Count("noOfUpdatesLeft") is not null)
            .GroupBy(count => count.Text("attributeName")!, StringComparer.Ordinal)
            .ToDictionary(twins => twins.Key, twins => twins.Min(count => count.Count("noOfUpdatesLeft")!.Value), StringComparer.Ordinal)
        : MosipProblems.Unusable;
}
