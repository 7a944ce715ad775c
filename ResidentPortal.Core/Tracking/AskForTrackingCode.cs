using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Tracking;

/// <summary>
/// Asks for the code that the whole of a request wants. It goes to the registered contacts of the person the request belongs to and nowhere else; where nobody is
/// known the answer is the same, and nothing goes out.
/// </summary>
public sealed class AskForTrackingCode(TrackedRequests requests, CodeDesk desk)
{
    /// <summary>The code. Problems: those of looking a request up, <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="OtpProblems.TooSoon"/>.</summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(string? typed, string browserToken, OtpChannel channel, Language language, Visitor visitor, CancellationToken cancellationToken = default)
    {
        if (!(await requests.LookUpAsync(typed, visitor.Network, cancellationToken)).Try(out var tracked, out var problem)
            || !(await requests.FindOwnerAsync(tracked, cancellationToken)).Try(out var owner, out problem))
        {
            return problem;
        }

        var order = new CodeOrder(CodePurpose.TrackRequest, requests.HolderKey(browserToken, tracked), owner.IndividualId, channel, language, IsSharedDevice: true, visitor)
        {
            TypedKey = requests.TypedKey(tracked),
        };
        return await desk.TakeAsync(order, cancellationToken);
    }
}
