using ResidentPortal.Api.Acts;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Api.VirtualIds;

/// <summary>Makes a VID and tells its whole number, for those who have signed in and those who have sent a code.</summary>
internal static class NewVid
{
    /// <summary>Makes one. Where the platform replaces the oldest of its type it does so without asking.</summary>
    public static async Task<ApiAnswer> MakeAsync(ApiCall call, Guid session, VidType type, Func<Problem, ApiError?> errorOf)
    {
        string? key = null;
        MadeVidReply? reply = null;
        var order = new GenerateVidOrder(Guid.NewGuid(), type, AcceptsReplacement: true);
        var answer = await call.FinishAsync(session, await call.Get<GenerateVid>().ExecuteAsync(session, order, call.Gone), VidErrors.NotMade, errorOf, (receipt, told) =>
        {
            key = (receipt.Result as VidResult)?.Key;
            return reply = new MadeVidReply(Vid: null, told.Contacts.Email, told.Contacts.Phone, "Success", told.Message);
        });

        // The number is read from the platform's list by its key; where that is not to be had now, it is in the list later.
        return key is not null && (await call.Get<RevealOwnVids>().ExecuteAsync(session, CancellationToken.None)).Try(out var vids, out _) && vids.FirstOrDefault(vid => string.Equals(vid.Entry.Key, key, StringComparison.Ordinal)) is { } made
            ? ApiAnswer.Of(reply! with { Vid = VidReply.Of(made).Vid }) with { EventId = answer.EventId }
            : answer;
    }
}
