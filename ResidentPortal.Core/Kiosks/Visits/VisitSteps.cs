namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>What the resident's view shows, from the row alone.</summary>
internal static class VisitSteps
{
    public static ViewStep Of(VisitRow row) =>
        row.EndedAt is not null ? ViewStep.Ended
        : row.Print is PrintState.OnPaper ? ViewStep.TakePaper
        : IsConsentPending(row) ? ConsentStep(row)
        : row.Act switch
        {
            DeskActState.BeforeResident => row.ActRightAt is null ? ViewStep.ReadBack : ViewStep.ActCode,
            DeskActState.WaitsForApproval => row.ActRightAt is null ? ViewStep.ReadBack : ViewStep.Waiting,
            DeskActState.Confirmed => ViewStep.Outcome,
            _ => ViewStep.Waiting,
        };

    /// <summary>Whether the resident has not answered yet what is asked for.</summary>
    public static bool IsConsentPending(VisitRow row) => row.EndedAt is null && (row.ConsentAt is null || row.NewPurposes is not null) && row.Round > 0;

    /// <summary>Whether a number and a code are wanted for what is asked for now.</summary>
    public static bool WantsNumber(VisitRow row) => PurposeList.Asked(row).Any(VisitFields.WantsNumber);

    private static ViewStep ConsentStep(VisitRow row) =>
        row.AgreedAt is null ? ViewStep.Consent
        : row.CodeAskedAt is null ? ViewStep.Number
        : ViewStep.ConsentCode;
}
