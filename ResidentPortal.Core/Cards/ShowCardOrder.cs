using Microsoft.Extensions.Options;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Cards;

/// <summary>Shows, before a printed card is ordered, where it would go (masked), how long it takes, what it costs, and whether one is on its way already.</summary>
public sealed class ShowCardOrder(LiveSessions sessions, ICardHolders holders, OrderActs acts, IOptions<CardOptions> options)
{
    /// <summary>What is to be known before. Problems: those of the sign-in, <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="Profile.ProfileProblems.UnknownPerson"/>.</summary>
    public async Task<Outcome<CardOrderOffer>> ExecuteAsync(Guid sessionId, Language language, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.OrderCard, cancellationToken)).Try(out var session, out var problem)
            || !(await holders.FindAsync(session.Uin, hasBiometrics: false, cancellationToken)).Try(out var holder, out problem))
        {
            return problem;
        }

        // S-75: that there is one is all an operator needs to know.
        var address = holder.AddressIn(language.Code);
        var open = await acts.FindOpenAsync(session, cancellationToken);
        return new CardOrderOffer
        {
            Address = address is null ? null : new LocalLines(address.Language, session.Visit is { IsDesk: true } ? ["••••"] : [.. address.Lines.Select(Mask)]),
            Days = options.Value.OrderDays,
            Price = options.Value.PriceIn(language),
            Open = open is null ? null : new OpenOrder(EventId.Stored(open.EventId), open.CreatedAt),
        };
    }

    // The first letter of each word is enough to recognise one's own address, and too little to find it by.
    private static string Mask(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(MaskWord));

    private static string MaskWord(string word)
    {
        var letters = System.Globalization.StringInfo.GetTextElementEnumerator(word);
        var (first, more) = (string.Empty, 0);
        while (letters.MoveNext())
        {
            (first, more) = first.Length == 0 ? (letters.GetTextElement(), 0) : (first, more + 1);
        }

        return char.IsDigit(first, 0) ? new string('•', more + 1) : first + new string('•', more);
    }
}

/// <summary>What is to be known before a printed card is ordered.</summary>
public sealed record CardOrderOffer
{
    /// <summary>The registered address, masked; null where the record has none.</summary>
    public LocalLines? Address { get; init; }

    /// <summary>How many days it takes.</summary>
    public required int Days { get; init; }

    /// <summary>What it costs, in the authority's words; null where it costs nothing.</summary>
    public string? Price { get; init; }

    /// <summary>The order that is on its way already.</summary>
    public OpenOrder? Open { get; init; }
}

/// <summary>An order that is on its way.</summary>
/// <param name="EventId">Its number.</param>
/// <param name="OrderedAt">When it was made.</param>
public sealed record OpenOrder(EventId EventId, DateTimeOffset OrderedAt);
