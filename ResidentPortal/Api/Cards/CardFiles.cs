using System.Globalization;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using EventId = ResidentPortal.Core.Identifiers.EventId;

namespace ResidentPortal.Api.Cards;

/// <summary>Cards as answers: made by the flow of the pages, and handed out at once. The password takes another way: the resident is told where it is to be seen.</summary>
internal static class CardFiles
{
    /// <summary>Makes a card and answers with its file, or with the operation's own failure.</summary>
    public static async Task<ApiAnswer> HandOutAsync(this ApiCall call, Guid session, MakeCardOrder order, Func<EventId, string> nameOf, ApiError failure)
    {
        var made = await call.Get<MakeCard>().ExecuteAsync(session, order with { IsForProgram = true, Language = await LanguageAsync(call, session) }, CancellationToken.None);
        if (!made.Try(out var eventId, out var problem))
        {
            return ErrorOf(problem, failure);
        }

        var card = await call.Get<DeliverCard>().ExecuteAsync(CardTicket.Of(session, eventId.Value), CancellationToken.None);
        return card.Try(out var file, out _) ? ApiAnswer.Pdf(file.Pdf, nameOf(eventId), eventId) : ((ApiAnswer)failure) with { EventId = eventId.Value };
    }

    /// <summary>The failure, unless the resident has to sign in again.</summary>
    public static ApiError ErrorOf(Problem problem, ApiError failure) =>
        problem.Key is "common.freshCodeNeeded" or "common.signInNeeded" || problem.Key.StartsWith("sessions.", StringComparison.Ordinal) ? ApiErrors.NotAuthenticated : failure;

    /// <summary>A wish for a card: the language is the one in which the resident is written to.</summary>
    public static MakeCardOrder Wish(CardChoice choice, string? vidKey = null) => new(Guid.NewGuid(), choice, vidKey, string.Empty);

    /// <summary>How a file is called: what it is, its event and when it was made, and nothing of the person.</summary>
    public static string NameOf(this ApiCall call, string kind, EventId eventId) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}_{eventId.Value}_{call.Get<TimeProvider>().GetUtcNow():yyyy-MM-dd_HH.mm.ss}.pdf");

    /// <summary>The language of a card: the one in which the resident is written to.</summary>
    public static async Task<string> LanguageAsync(this ApiCall call, Guid session) =>
        (await call.Get<ShowNoticeLanguage>().ExecuteAsync(session, CancellationToken.None)).Try(out var language, out _) ? language.Code : Language.English.Code;
}
