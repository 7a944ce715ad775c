using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sharing;
using ResidentPortal.Tests.World;

namespace ResidentPortal.Tests.Sharing;

/// <summary>What a resident does to share data, in one line each.</summary>
internal static class SharingSteps
{
    public const string Bank = "partner-harbour-bank";
    public const string Clinic = "partner-palm-clinic";
    public const string Purpose = "To open an account";

    public static readonly DisclosureChoice YearOfBirth = new("dateOfBirth", "YYYY");

    public static ShareDataOrder Order(string partner, params DisclosureChoice[] choices) => new(Guid.NewGuid(), partner, choices, Purpose, IsConsented: true);

    public static Task<Outcome<EventId>> ShareAsync(this CoreWorld world, Guid session, ShareDataOrder order) => world.Get<ShareWithPartner>().ExecuteAsync(session, order);

    /// <summary>Shares the year of birth with the bank.</summary>
    public static async Task<EventId> ShareAsync(this CoreWorld world, Guid session) => (await world.ShareAsync(session, Order(Bank, YearOfBirth))).Value;

    public static Task<Outcome<EventId>> WithdrawAsync(this CoreWorld world, Guid session, EventId share) => world.Get<WithdrawShare>().ExecuteAsync(session, new WithdrawShareOrder(Guid.NewGuid(), share.Value));

    public static async Task<IReadOnlyList<ShareEntry>> SharesAsync(this CoreWorld world, Guid session) => (await world.Get<ListShares>().ExecuteAsync(session)).Value;

    /// <summary>Lets time pass, and the worker look.</summary>
    public static async Task PassAsync(this CoreWorld world, TimeSpan time)
    {
        world.Clock.Advance(time);
        await world.Get<LookAgainAtActs>().ExecuteAsync();
    }
}
