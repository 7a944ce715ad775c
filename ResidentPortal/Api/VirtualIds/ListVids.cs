using ResidentPortal.Api.Acts;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Api.VirtualIds;

/// <summary><c>GET /vids</c>: a resident's own VIDs with their whole numbers; what is used up is left out.</summary>
internal static class ListVids
{
    private static readonly Operation Operation = new("GET", "/vids", "mosip.resident.vids", Operation.Newer)
    {
        Summary = "Lists the VIDs of the resident who has signed in, with their whole numbers; those that are used up are left out.",
        Access = Access.Resident,
        EmptyErrors = true,
        Gives = """[{ "vid": "5329487524103783", "vidType": "TEMPORARY", "vidStatus": "ACTIVE", "maskedVid": "••••••••••••3783", "hashAttributes": null, "expiryTimestamp": "2024-02-29T07:09:04.701Z", "genratedOnTimestamp": "2024-02-29T06:39:04.701Z", "transactionLimit": 2, "transactionsLeftCount": 2 }]""",
        Refuses = [ResidentErrors.Inaccessible],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<IReadOnlyList<VidReply>>(Operation, async call =>
        (await call.Get<RevealOwnVids>().ExecuteAsync(call.SessionId, call.Gone)).Try(out var vids, out var problem)
            ? ApiAnswer.Of(vids.Where(vid => vid.Entry.UsesLeft is not 0).Select(VidReply.Of).ToList())
            : ResidentErrors.Of(problem, ResidentErrors.Inaccessible));
}
