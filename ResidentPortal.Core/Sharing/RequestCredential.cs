using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sharing;

/// <summary>
/// Has a partner get a credential that another program asks for in the resident's name (MOSIP <c>/req/credential</c>): owner → code fresh → wish written down → claimed once → platform
/// asked once. It is a sharing like any other: the resident finds it among what they shared, is told of it, and can withdraw it.
/// </summary>
public sealed class RequestCredential(LiveSessions sessions, ServiceLedger ledger, IPartnerCredentials credentials, IPartners partners, ShareActs acts, Vault vault, LookupKeys keys, TimeProvider clock)
{
    // What is written down has its column.
    private const int MostAttributes = 40;
    private const int MostLetters = 800;
    private const int LongestName = 64;

    /// <summary>
    /// The platform's number for it. The number the session was opened with is the one the credential is about. Problems: those of the sign-in,
    /// <see cref="ProfileProblems.NotOffered"/> (too many attributes, or one that is no name), <see cref="SharingProblems.UnknownPartner"/> (no partner's id looks so),
    /// <see cref="CommonProblems.FreshCodeNeeded"/>, <see cref="HistoryProblems.ActInFlight"/>, those of <see cref="IPartnerCredentials.RequestAsync"/>.
    /// </summary>
    public async Task<Outcome<TakenCredential>> ExecuteAsync(Guid sessionId, CredentialRequestOrder order, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (order.PartnerId.Length > LongestName)
        {
            return SharingProblems.UnknownPartner;
        }

        if (order.Attributes.Count > MostAttributes || order.Attributes.Sum(name => name.Length) > MostLetters || !order.Attributes.All(IsName))
        {
            return ProfileProblems.NotOffered;
        }

        // Without the key and the partner's own data the wish could not be sent later: it never waits for a code.
        if (clock.GetUtcNow() >= session.FreshUntil)
        {
            return CommonProblems.FreshCodeNeeded;
        }

        var wish = new ShareDataOrder(order.IntentId, order.PartnerId, [.. order.Attributes.Select(name => new DisclosureChoice(name))], Purpose: null, IsConsented: true)
        {
            PartnerName = await NameAsync(order.PartnerId, cancellationToken),
            Client = keys.Program(order.Client),
        };
        if (!(await ledger.TakeAsync(session, ActKind.ShareData, order.IntentId, wish.ToWish(vault))).Try(out var act, out problem))
        {
            return problem;
        }

        if (!act.IsMine)
        {
            return HistoryProblems.ActInFlight;
        }

        var answer = await credentials.RequestAsync(session.IndividualId, order, CancellationToken.None);
        await acts.CloseAsync(act.Row.EventId, answer);
        return answer.Then(requestId => new TakenCredential(act.EventId, requestId));
    }

    private static bool IsName(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    // What the organisation is called is for the resident to read: a platform that does not say keeps nobody from sharing.
    private async Task<string> NameAsync(string partnerId, CancellationToken cancellationToken) =>
        (await partners.ListAsync(cancellationToken)).Try(out var listed, out _) && listed.FirstOrDefault(one => string.Equals(one.Id, partnerId, StringComparison.Ordinal)) is { } partner
            ? partner.Name
            : partnerId;
}
