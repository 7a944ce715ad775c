using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.Updates.Documents;

namespace ResidentPortal.Tests.World;

/// <summary>What a resident does to have data changed, in one line each, through the flows themselves.</summary>
internal static class UpdateSteps
{
    /// <summary>A paper of one page.</summary>
    public static byte[] Paper { get; } = new LetterWriter().Write(new Letter(Language.English, "Water works", "Rental contract", [new LetterPart(LetterPartKind.Paragraph, "For the flat at 7 Cedar Street.")]));

    public static Task<Outcome<Done>> ChooseAsync(this CoreWorld world, Guid session, params string[] fields) =>
        world.Get<ChooseFields>().ExecuteAsync(session, ResidentSteps.HomePhone, fields);

    public static Task<Outcome<NextTask>> AnswerAsync(this CoreWorld world, Guid session, string field, params (string Language, string Text)[] texts) =>
        world.Get<AnswerField>().ExecuteAsync(session, ResidentSteps.HomePhone, field, texts.ToDictionary(text => text.Language, text => text.Text, StringComparer.Ordinal), Language.English);

    public static Task<Outcome<NextTask>> AnswerAsync(this CoreWorld world, Guid session, string field, string text) => world.AnswerAsync(session, field, (string.Empty, text));

    public static Task<Outcome<NextTask>> AttachAsync(this CoreWorld world, Guid session, string field = "proofOfAddress", string type = "RNC", byte[]? file = null, string name = "contract.pdf", string kind = "application/pdf") =>
        world.Get<AttachPaper>().ExecuteAsync(session, ResidentSteps.HomePhone, field, type, new DocumentUpload(name, kind, file ?? Paper), Language.English);

    public static async Task<UpdateOverview> UpdateAsync(this CoreWorld world, Guid session, Visitor? visitor = null) =>
        (await world.Get<ShowUpdate>().ExecuteAsync(session, visitor ?? ResidentSteps.HomePhone, Language.English)).Value;

    /// <summary>A new postal code with its paper, ready to be sent.</summary>
    public static async Task PreparePostalCodeAsync(this CoreWorld world, Guid session, string code = "20100")
    {
        await world.ChooseAsync(session, "postalCode");
        await world.AnswerAsync(session, "postalCode", code);
        await world.AttachAsync(session);
    }

    public static async Task<CheckedUpdate> CheckAsync(this CoreWorld world, Guid session) => (await world.Get<CheckUpdate>().ExecuteAsync(session, ResidentSteps.HomePhone, Language.English)).Value;

    /// <summary>The order for what is checked now.</summary>
    public static async Task<UpdateOrder> OrderAsync(this CoreWorld world, Guid session)
    {
        var update = await world.CheckAsync(session);
        return new UpdateOrder(Guid.NewGuid(), update.DraftId, update.Version, [], IsConsented: true);
    }

    public static async Task<Outcome<EventId>> SendUpdateAsync(this CoreWorld world, Guid session) => await world.Get<SendUpdate>().ExecuteAsync(session, await world.OrderAsync(session));

    /// <summary>Has a code sent to the new contact of a field, and enters it.</summary>
    public static async Task<Outcome<NextTask>> ProveAsync(this CoreWorld world, Guid session, string field)
    {
        var asked = await world.Get<AskForNewContactCode>().ExecuteAsync(session, ResidentSteps.HomePhone, field, Language.English);
        await world.Get<SendContactCodes>().ExecuteAsync();
        return asked.Problem ?? await world.Get<EnterNewContactCode>().ExecuteAsync(session, ResidentSteps.HomePhone, field, world.Platform.LatestCode());
    }

    /// <summary>Lets the platform bring an update to its end, and the portal see it.</summary>
    public static async Task<ActReceipt> LetPassAsync(this CoreWorld world, Guid session, EventId eventId)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(14));
        return (await world.Get<ShowUpdateProgress>().ExecuteAsync(session, eventId.Value)).Value;
    }

    /// <summary>The RID of the packet that was sent last.</summary>
    public static string LastRid(this CoreWorld world) => world.Platform.Packets[^1].Rid.Reveal();
}
