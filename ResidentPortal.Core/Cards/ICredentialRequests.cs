using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Cards;

/// <summary>The platform's credential requests (MOSIP <c>/v1/credentialrequest</c>), by which a card is ordered from the print partner.</summary>
public interface ICredentialRequests
{
    /// <summary>
    /// Orders a printed card from the configured partner. Sent once, never repeated. Success means recorded: partner and identity are checked later. Problems:
    /// <see cref="CommonProblems.Refused"/>, <see cref="CommonProblems.ServiceUnavailable"/> (certainly not done), <see cref="CommonProblems.OutcomeUnknown"/>.
    /// </summary>
    Task<Outcome<Guid>> OrderAsync(Uin uin, bool isMasked, CancellationToken cancellationToken);

    /// <summary>Where an order stands. Problems: <see cref="CardProblems.UnknownOrder"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<OrderStage>> FindAsync(Guid requestId, CancellationToken cancellationToken);
}

/// <summary>How far an order has come, by the platform's words and those that print partners publish.</summary>
public enum OrderStage
{
    /// <summary>Recorded (NEW, RETRY).</summary>
    Recorded,

    /// <summary>Handed to the print partner (ISSUED, STORED, RECEIVED, PAYMENT_CONFIRMED), or a word nobody knows: only partners make up words.</summary>
    WithPrinter,

    /// <summary>Being printed (PRINTING).</summary>
    Printing,

    /// <summary>Printed (PRINTED).</summary>
    Printed,

    /// <summary>On its way (IN_TRANSIT).</summary>
    InTransit,

    /// <summary>Delivered (CARD_DELIVERED).</summary>
    Delivered,

    /// <summary>It will not come (FAILED, ERROR, PAYMENT_FAILED).</summary>
    Failed,

    /// <summary>Taken back (CANCELLED).</summary>
    Cancelled,
}
