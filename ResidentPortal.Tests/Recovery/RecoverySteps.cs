using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Tests.World;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Recovery;

/// <summary>What a visitor does who has lost a number, in one line each.</summary>
internal static class RecoverySteps
{
    public const string Name = "Meera Kaldan";
    public const string Phone = "9876500001";
    public const string PostalCode = "14022";

    public static Task<Outcome<CodeAsked>> AskAsync(
        this CoreWorld world,
        LostNumberKind kind = LostNumberKind.Uin,
        string name = Name,
        string contact = Phone,
        string postalCode = PostalCode,
        string browser = "browser",
        Visitor? visitor = null,
        Language? language = null) =>
        world.Get<AskToFindLostNumber>().ExecuteAsync(new LostNumberWish(kind, name, contact, postalCode, browser, language ?? Language.English, visitor ?? HomePhone));

    public static Task<Outcome<LostNumberTaken>> EnterAsync(this CoreWorld world, string code, string browser = "browser") =>
        world.Get<FindLostNumber>().ExecuteAsync(browser, code, HomePhone);

    /// <summary>Asks, gets the code, and enters it: the password of the file that may come.</summary>
    public static async Task<string> TakeAsync(
        this CoreWorld world,
        LostNumberKind kind = LostNumberKind.Uin,
        string name = Name,
        string contact = Phone,
        string postalCode = PostalCode,
        string browser = "browser",
        Language? language = null)
    {
        var asked = await world.AskAsync(kind, name, contact, postalCode, browser, language: language);
        if (asked.Problem is not null)
        {
            throw new InvalidOperationException($"No code: {asked.Problem}");
        }

        await world.Get<SendContactCodes>().ExecuteAsync();
        return (await world.EnterAsync(world.Platform.LatestCode(), browser)).Value.Password;
    }

    /// <summary>What runs behind the answer: the search, then the messages.</summary>
    public static async Task SearchAsync(this CoreWorld world)
    {
        await world.Get<FindLostNumbers>().ExecuteAsync();
        await world.Get<SendNotices>().ExecuteAsync();
    }

    /// <summary>The messages to a contact, but for those that carry a code.</summary>
    public static IReadOnlyList<string> MessagesTo(this CoreWorld world, string contact) =>
        [.. world.Platform.State.Outbox.To(contact).Where(message => message.Code is null).Select(message => message.Text)];

    /// <summary>The token in the newest link to a contact.</summary>
    public static string TokenTo(this CoreWorld world, string contact)
    {
        const string Before = "https://resident.example.org/lost-number/link/";
        var message = world.MessagesTo(contact)[0];
        return message[(message.IndexOf(Before, StringComparison.Ordinal) + Before.Length)..].Split(' ')[0];
    }
}
