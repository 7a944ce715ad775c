using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <content>The ID repository, the registration processor, the notifier and the audit manager.</content>
public sealed partial class PlatformState
{
    /// <summary>The identity behind a UIN, VID or RID (<c>/identity/idvid</c>); a deactivated UIN is found too.</summary>
    public IdentityRecord FindIdentity(string id, string? idType = null)
    {
        var uin = (idType ?? IdTypeOf(id)) switch
        {
            "UIN" => PassesUin(id) ? id : throw PlatformException.Invalid("individualId"),
            "VID" => UinOfVid(id),
            "ID" => Registrations.ProcessedUin(id) ?? throw PlatformException.NoRecord(),
            _ => throw PlatformException.Invalid("idType"),
        };
        return new IdentityRecord(Population.Find(uin) ?? throw PlatformException.NoRecord());
    }

    /// <summary>The enrolled biometrics of a person as CBEFF (<c>/identity/idvid</c> with <c>type=bio</c>); null where there are none.</summary>
    public byte[]? FindBiometrics(string uin) => DemoFaces.Of(FindIdentity(uin, "UIN").Resident);

    /// <summary>The RID that last changed the identity behind a UIN, VID or RID (<c>/identity/rid</c>).</summary>
    public string LatestRid(string individualId, string? idType = null) => FindIdentity(individualId, idType).Resident.Rid;

    /// <summary>Locks and unlocks ways to prove one's identity (<c>POST /identity/authtypes/status</c>).</summary>
    public void ChangeAuthTypes(string individualId, IReadOnlyCollection<AuthTypeChange> changes) =>
        AuthTypes.Apply(UinForAuthTypes(individualId), changes);

    /// <summary>The auth types that were ever changed (<c>GET /identity/authtypes/status</c>).</summary>
    public IReadOnlyList<AuthTypeStatus> ReadAuthTypes(string individualId)
    {
        var uin = UinForAuthTypes(individualId);
        return Population.Find(uin) is null ? throw PlatformException.NoRecord() : AuthTypes.Read(uin);
    }

    /// <summary>Issues a VID (<c>POST /vid</c>), which may push out the oldest one of its type.</summary>
    public VidRecord CreateVid(string uin, string vidType)
    {
        if (!PassesUin(uin))
        {
            throw PlatformException.Invalid("UIN");
        }

        var policy = Vids.Policy(vidType) ?? throw PlatformException.Invalid("vidType");
        RequireActive(uin);
        return Vids.Create(uin, policy);
    }

    /// <summary>The UIN a usable VID stands for (<c>GET /vid/{vid}</c>).</summary>
    public string UinOfVid(string vid)
    {
        var record = KnownVid(vid);
        if (!record.IsUsableAt(Clock.Now))
        {
            throw Unusable(record);
        }

        RequireActive(record.Uin);
        return record.Uin;
    }

    /// <summary>The usable VIDs of a UIN (<c>GET /vid/uin/{uin}</c>); none is an error of the platform.</summary>
    public IReadOnlyList<VidRecord> ListVids(string uin)
    {
        if (!PassesUin(uin))
        {
            throw PlatformException.Invalid("UIN");
        }

        var vids = Vids.Usable(uin);
        return vids.Count > 0 ? vids : throw PlatformException.NoRecord();
    }

    /// <summary>Changes the status of a VID (<c>PATCH /vid/{vid}</c>), whatever it was: only an expired one is refused.</summary>
    public VidChange ChangeVid(string vid, string status)
    {
        var record = KnownVid(vid);
        if (record.ExpiresAt <= Clock.Now)
        {
            throw Unusable(record);
        }

        RequireActive(record.Uin);
        return Vids.ChangeStatus(record, status);
    }

    /// <summary>The external status of a registration; null for a RID that is not known.</summary>
    public string? Status(string rid) => Registrations.Status(rid);

    /// <summary>The transactions of a registration, oldest first; null for a RID that is not known.</summary>
    public IReadOnlyList<StageTransaction>? Stages(string rid) => Registrations.Stages(rid) is { Count: > 0 } stages ? stages : null;

    /// <summary>The RIDs announced with a name and a contact, newest first (<c>/lostridsearch</c>); five or more are an error, not a list.</summary>
    public IReadOnlyList<Registration> SearchLost(string? name, string? phone, string? email) => Registrations.Search(name, phone, email) switch
    {
        [] => throw new PlatformException("RPR-RGS-031", "RID Not Found"),
        { Count: >= 5 } => throw new PlatformException("RPR-RGS-032", "Too many records found"),
        var found => found,
    };

    /// <summary>Sends an SMS for a caller of the notifier.</summary>
    public void NotifyBySms(string number, string text) =>
        Outbox.Add(new SentMessage("sms", number, Subject: null, text, Clock.WallNow, KeyedOtps.FindIn(text)));

    /// <summary>Sends an e-mail for a caller of the notifier.</summary>
    public void NotifyByEmail(string address, string subject, string text) =>
        Outbox.Add(new SentMessage("email", address, subject, text, Clock.WallNow, KeyedOtps.FindIn(text)));

    /// <summary>Keeps an audit record, after the checks of the audit manager.</summary>
    public void Audit(JsonObject record) => Audits.Add(record);

    // Looked at when the credential is issued, not when it is asked for.
    private bool IsKnownToCredentials(string id)
    {
        try
        {
            return FindIdentity(id).Resident.Status is "ACTIVATED";
        }
        catch (PlatformException)
        {
            return false;
        }
    }

    private bool PassesUin(string text) => IdentifierRules.PassesUinValidator(text, Rules.Profile);

    private string IdTypeOf(string id) => PassesUin(id) ? "UIN" : IdentifierRules.PassesVidValidator(id) ? "VID" : "ID";

    // Neither a change nor a read of locks asks whether a UIN exists before it uses it.
    private string UinForAuthTypes(string individualId) => IdTypeOf(individualId) switch
    {
        "UIN" => individualId,
        "VID" => UinOfVid(individualId),
        _ => throw PlatformException.Invalid("individualId"),
    };

    private VidRecord KnownVid(string vid) => IdentifierRules.PassesVidValidator(vid)
        ? Vids.Find(vid) ?? throw PlatformException.NoRecord()
        : throw PlatformException.Invalid("vid");

    private PlatformException Unusable(VidRecord vid) =>
        new("IDR-VID-001", "VID is " + (vid.ExpiresAt <= Clock.Now ? "EXPIRED" : vid.Status));

    private void RequireActive(string uin)
    {
        var resident = Population.Find(uin) ?? throw PlatformException.NoRecord();
        if (!string.Equals(resident.Status, "ACTIVATED", StringComparison.Ordinal))
        {
            throw new PlatformException("IDR-VID-004", $"{resident.Status} UIN");
        }
    }
}
