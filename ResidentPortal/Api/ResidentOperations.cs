using ResidentPortal.Api.AuthLocks;
using ResidentPortal.Api.History;
using ResidentPortal.Api.Profile;
using ResidentPortal.Api.VirtualIds;

namespace ResidentPortal.Api;

/// <summary>The operations of a resident who has signed in, about their own VIDs, locks, events and profile.</summary>
internal static class ResidentOperations
{
    /// <summary>Lays them all.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        ListVids.Map(api);
        MakeVid.Map(api);
        StopVid.Map(api);
        ShowLockStatus.Map(api);
        ChangeLockStatus.Map(api);
        ReadHistory.Map(api);
        ReadEvent.Map(api);
        PinEvent.Map(api);
        RingBell.Map(api);
        ReadProfile.Map(api);
    }
}
