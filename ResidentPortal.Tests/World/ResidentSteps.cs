using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Tests.World;

/// <summary>What a resident does at the portal, in one line each, through the flows themselves.</summary>
internal static class ResidentSteps
{
    /// <summary>A number of the population: normal, with phone and e-mail.</summary>
    public const string Meera = "4952408651";

    public static readonly Visitor HomePhone = new("device-of-the-owner", "192.0.2");

    public static readonly Visitor Stranger = new("device-of-a-stranger", "198.51.100");

    public static IndividualId Number(string digits) => IndividualId.TryParse(digits, out var id) ? id : throw new ArgumentException("Not a UIN or VID.", nameof(digits));

    /// <summary>Asks for a code and lets the portal do what it does behind the answer.</summary>
    public static async Task<Outcome<CodeAsked>> AskForCodeAsync(
        this CoreWorld world, string number = Meera, string browser = "browser", Visitor? visitor = null, OtpChannel channel = OtpChannel.Phone, bool isShared = false)
    {
        var asked = await world.Get<AskForSignInCode>().ExecuteAsync(new SignInCodeWish(Number(number), channel, browser, isShared, Language.English, visitor ?? HomePhone));
        await world.Get<SendCodes>().ExecuteAsync();
        return asked;
    }

    public static Task<Outcome<SessionTicket>> EnterCodeAsync(this CoreWorld world, string code, string browser = "browser", Visitor? visitor = null) =>
        world.Get<SignIn>().ExecuteAsync(browser, code, visitor ?? HomePhone);

    /// <summary>A wrong code: never the one that was sent.</summary>
    public static string WrongCode(this CoreWorld world) => string.Equals(world.Platform.LatestCode(), "000000", StringComparison.Ordinal) ? "000001" : "000000";

    public static async Task<SessionTicket> SignInAsync(this CoreWorld world, string number = Meera, string browser = "browser", Visitor? visitor = null, bool isShared = false)
    {
        var asked = await world.AskForCodeAsync(number, browser, visitor, isShared: isShared);
        if (asked.Problem is not null)
        {
            throw new InvalidOperationException($"No code: {asked.Problem}");
        }

        return (await world.EnterCodeAsync(world.Platform.LatestCode(), browser, visitor)).Value;
    }

    /// <summary>A code to confirm an act, entered.</summary>
    public static async Task<Outcome<SessionTicket>> ProveAgainAsync(this CoreWorld world, Guid sessionId)
    {
        var asked = await world.Get<AskForFreshCode>().ExecuteAsync(sessionId, channel: null, HomePhone);
        await world.Get<SendCodes>().ExecuteAsync();
        return asked.Problem ?? await world.Get<EnterFreshCode>().ExecuteAsync(sessionId, world.Platform.LatestCode(), HomePhone);
    }

    public static LockOrder Lock(params AuthType[] types) => new() { IntentId = Guid.NewGuid(), Changes = [.. types.Select(type => new AuthTypeChange(type, Lock: true))] };

    public static LockOrder Unlock(AuthType type, TimeSpan? time = null) => new() { IntentId = Guid.NewGuid(), Changes = [new AuthTypeChange(type, Lock: false, time)] };

    public static Task<Outcome<EventId>> ChangeLocksAsync(this CoreWorld world, Guid sessionId, LockOrder order) => world.Get<ChangeAuthLocks>().ExecuteAsync(sessionId, order);

    public static async Task<ActReceipt> ReceiptAsync(this CoreWorld world, Guid sessionId, EventId eventId) => (await world.Get<ShowAct>().ExecuteAsync(sessionId, eventId.Value)).Value;

    /// <summary>Makes a VID of a type.</summary>
    public static Task<Outcome<EventId>> GenerateVidAsync(this CoreWorld world, Guid sessionId, string type, bool replaces = false) =>
        world.Get<GenerateVid>().ExecuteAsync(sessionId, new GenerateVidOrder(Guid.NewGuid(), new VidType(type), replaces));

    /// <summary>Takes a VID out of use.</summary>
    public static Task<Outcome<EventId>> RevokeVidAsync(this CoreWorld world, Guid sessionId, string vidKey) =>
        world.Get<RevokeVid>().ExecuteAsync(sessionId, new RevokeVidOrder(Guid.NewGuid(), vidKey));

    /// <summary>The VIDs as the page shows them.</summary>
    public static async Task<VidOverview> VidsAsync(this CoreWorld world, Guid sessionId) => (await world.Get<ShowVids>().ExecuteAsync(sessionId)).Value;

    /// <summary>Makes a card, with the UIN masked where nothing else is said.</summary>
    public static Task<Outcome<EventId>> MakeCardAsync(this CoreWorld world, Guid sessionId, CardChoice choice = CardChoice.MaskedUin, string? vidKey = null) =>
        world.Get<MakeCard>().ExecuteAsync(sessionId, new MakeCardOrder(Guid.NewGuid(), choice, vidKey, "eng"));

    /// <summary>Fetches a card that was made.</summary>
    public static async Task<byte[]> FetchCardAsync(this CoreWorld world, Guid sessionId, EventId eventId) =>
        (await world.Get<DeliverCard>().ExecuteAsync(CardTicket.Of(sessionId, eventId.Value))).Value.Pdf;

    /// <summary>Orders a printed card, with the UIN masked.</summary>
    public static Task<Outcome<EventId>> OrderCardAsync(this CoreWorld world, Guid sessionId) =>
        world.Get<OrderCard>().ExecuteAsync(sessionId, new OrderCardOrder(Guid.NewGuid(), IsMasked: true));
}
