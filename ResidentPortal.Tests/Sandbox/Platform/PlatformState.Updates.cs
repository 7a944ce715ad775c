namespace ResidentPortal.Sandbox;

/// <summary>A change that waits in the ID repository until the registration processor is through with it.</summary>
public sealed record Draft(string Rid, DateTimeOffset CreatedAt, IReadOnlyList<string> Attributes);

/// <content>What the ID repository tells of changes of an identity.</content>
public sealed partial class PlatformState
{
    /// <summary>The changes of an identity that wait (<c>GET /identity/draft/uin</c>).</summary>
    public IReadOnlyList<Draft> Drafts(string uin) => !PassesUin(uin) ? throw PlatformException.Invalid("UIN") : [];

    /// <summary>Forgets a change that waits (<c>DELETE /identity/draft/discard</c>).</summary>
    public void DiscardDraft(string rid)
    {
        if (Registrations.Status(rid) is not "PROCESSING")
        {
            throw PlatformException.NoRecord();
        }
    }

    /// <summary>How often the attributes that are counted may still be changed (<c>GET /identity/{id}/update-counts</c>); nobody asks whether the UIN exists.</summary>
    public IReadOnlyDictionary<string, int> UpdatesLeft(string individualId) => PassesUin(individualId) ? IdentityMapping.UpdateLimits : throw PlatformException.Invalid("individualId");
}
