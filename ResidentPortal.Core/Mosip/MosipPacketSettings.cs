namespace ResidentPortal.Core.Mosip;

/// <summary>
/// As which machine of which registration centre the portal makes packets (<c>resident.center.id</c>, <c>resident.update-uin.*</c>), and how large one may be. The client needs
/// the role <c>RESIDENT</c> at key manager, master data, RID generator, sync data and the registration processor.
/// </summary>
public sealed class MosipPacketSettings
{
    /// <summary>The registration centre the portal counts as.</summary>
    public string CentreId { get; set; } = "10001";

    /// <summary>How the names of the portal's machines begin; a time follows.</summary>
    public string MachineNamePrefix { get; set; } = "resident_machine_";

    /// <summary>The specification a new machine gets, by its id in master data.</summary>
    public string MachineSpecId { get; set; } = "RESIDENT-1";

    /// <summary>The zone a new machine gets.</summary>
    public string ZoneCode { get; set; } = "MOR";

    /// <summary>The profile of key manager's signing key (<c>serverProfile</c>).</summary>
    public string ServerProfile { get; set; } = "PROD";

    /// <summary>The largest packet the platform takes, in megabytes (<c>registration.processor.max.file.size</c>).</summary>
    public int MaxMegabytes { get; set; } = 5;
}
