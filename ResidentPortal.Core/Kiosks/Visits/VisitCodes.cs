using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Under what the codes of a visit are found again: each belongs to one asking for consent, or to one act, and opens no other.</summary>
public sealed class VisitCodes(LookupKeys keys)
{
    /// <summary>The holder of the code that the view waits for; null where it waits for none.</summary>
    internal CodeHolder? Of(VisitRow row) => VisitSteps.Of(row) switch
    {
        ViewStep.Number or ViewStep.ConsentCode => OfConsent(row),
        ViewStep.ActCode => OfAct(row),
        _ => null,
    };

    /// <summary>The holder of the code of the consent that is asked for now.</summary>
    internal CodeHolder OfConsent(VisitRow row) => new(row.Id, CodePurpose.VisitConsent, keys.Hash("code-holder-visit", $"{row.Id:N} {row.Round}"));

    private CodeHolder OfAct(VisitRow row) => new(row.Id, CodePurpose.VisitAct, keys.Hash("code-holder-visit-act", $"{row.Id:N} {row.ActEventId}"));
}

/// <summary>Who alone may enter a code, and for what.</summary>
internal sealed record CodeHolder(Guid VisitId, CodePurpose Purpose, string Key)
{
    /// <summary>Against whom wrong codes count: the visit, and not the desk's device, where many residents type one after the other.</summary>
    public Visitor Of(Visitor visitor) => visitor with { DeviceToken = $"visit {VisitId:N}" };
}
