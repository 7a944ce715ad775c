using Microsoft.Extensions.Localization;
using ResidentPortal.Core.History;
using ResidentPortal.Texts;

namespace ResidentPortal.Api.History;

/// <summary>An event with all that is told of it.</summary>
/// <param name="EventId">The event id, 16 digits.</param>
/// <param name="EventType">Its request type, such as <c>GENERATE_VID</c>.</param>
/// <param name="EventStatus"><c>SUCCESS</c>, <c>FAILED</c>, <c>IN_PROGRESS</c> or <c>CANCELED</c>.</param>
/// <param name="IndividualId">The UIN or VID that was signed in with, masked.</param>
/// <param name="Summary">What it is and what came of it, in the language that was asked for.</param>
/// <param name="Timestamp">When it changed last, by the clock and in the language of the reader's headers.</param>
/// <param name="Info">What is told besides.</param>
internal sealed record EventReply(string EventId, string EventType, string EventStatus, string IndividualId, string Summary, string Timestamp, EventFacts Info)
{
    /// <summary>The reply of a receipt.</summary>
    public static EventReply Of(ActReceipt receipt, string individualId, IStringLocalizer<Words> words, ReaderMoment reader)
    {
        var (wishes, result) = (words.WishOf(receipt).ToList(), words.Of(receipt));
        return new EventReply(
            receipt.EventId.Value,
            receipt.Kind.RequestType(),
            HistorySearch.WordOf(receipt.Kind.Status(receipt.State)),
            individualId,
            result ?? string.Join(", ", wishes),
            reader.Say(receipt.SettledAt ?? receipt.CreatedAt),
            new EventFacts(wishes, receipt.Kind.StatusCode(receipt.State), receipt.Kind.ServiceType(), result, Inputs.Stamp(receipt.CreatedAt)));
    }
}

/// <summary>What is told of an event besides.</summary>
/// <param name="AttributeList">What was wished, an entry for each wish.</param>
/// <param name="StatusCode">The status code of its request type, such as <c>VID_GENERATED</c>.</param>
/// <param name="ServiceType">Its service type; null for what has none.</param>
/// <param name="Result">What came of it, in words; null where there is nothing to say.</param>
/// <param name="CreatedAt">When it was made, <c>yyyy-MM-ddTHH:mm:ss.SSSZ</c>.</param>
internal sealed record EventFacts(IReadOnlyList<string> AttributeList, string StatusCode, string? ServiceType, string? Result, string CreatedAt);
