using System.Collections.Frozen;
using ResidentPortal.Core.Tracking;

namespace ResidentPortal.Core.Mosip.RegistrationProcessor;

/// <summary>The registration processor's words and what they mean to a resident.</summary>
internal static class RegistrationWords
{
    private static readonly FrozenDictionary<string, RegistrationStage> Stages = Table(
        (RegistrationStage.Received, ["PACKET_RECEIVER", "VIRUS_SCAN", "SECUREZONE_NOTIFICATION", "UPLOAD_PACKET", "VALIDATE_PACKET", "PACKET_CLASSIFICATION"]),
        (RegistrationStage.Validation,
        [
            "CMD_VALIDATION", "OPERATOR_VALIDATION", "QUALITY_CLASSIFIER", "SUPERVISOR_VALIDATION", "INTRODUCER_VALIDATION", "BIOMETRIC_AUTHENTICATION",
            "EXTERNAL_INTEGRATION",
        ]),
        (RegistrationStage.Verification, ["DEMOGRAPHIC_VERIFICATION", "MANUAL_ADJUDICATION", "VERIFICATION", "BIOGRAPHIC_VERIFICATION"]),
        (RegistrationStage.NumberMade, ["UIN_GENERATOR", "BIOMETRIC_EXTRACTION", "NOTIFICATION", "FINALIZATION", "PACKET_REPROCESS"]),
        (RegistrationStage.CardReady, ["PRINT_SERVICE", "PRINT_POSTAL_SERVICE", "PRINT"]));

    private static readonly FrozenDictionary<string, StageResult> Results = Table(
        (StageResult.Passed, ["SUCCESS", "PROCESSED", "UIN_GENERATED"]),
        (StageResult.GoingOn, ["PROCESSING", "IN_PROGRESS", "REREGISTER", "RESEND", "RECEIVED", "UPLOAD_PENDING", "AWAITING_INFORMATION", "REPROCESS"]),
        (StageResult.Failed, ["FAILED", "REJECTED", "REPROCESS_FAILED", "ERROR"]));

    /// <summary>The state behind an external <c>statusCode</c>; a word the portal does not know is work under way.</summary>
    public static RegistrationState State(string statusCode) => statusCode.ToUpperInvariant() switch
    {
        "UPLOAD_PENDING" => RegistrationState.NotYetReceived,
        "AWAITING_INFORMATION" => RegistrationState.WaitingForPerson,
        "PROCESSED" or "UIN_GENERATED" => RegistrationState.Done,
        "REJECTED" => RegistrationState.Refused,
        "RESEND" => RegistrationState.SentBack,
        "REREGISTER" or "REPROCESS_FAILED" => RegistrationState.RegisterAgain,
        _ => RegistrationState.UnderWay,
    };

    /// <summary>The stage a <c>transactionTypeCode</c> belongs to; null for steps a resident is not told of.</summary>
    public static RegistrationStage? Stage(string transactionType) => Stages.TryGetValue(transactionType, out var stage) ? stage : null;

    /// <summary>
    /// How a step went, by its <c>statusCode</c>; null for words without a meaning here. A passed step of the last stage says that the card was ordered,
    /// not that it is there: that goes on.
    /// </summary>
    public static StageResult? Result(RegistrationStage stage, string statusCode) =>
        !Results.TryGetValue(statusCode, out var result) ? null
        : result is StageResult.Passed && stage is RegistrationStage.CardReady ? StageResult.GoingOn
        : result;

    private static FrozenDictionary<string, T> Table<T>(params (T Meaning, string[] Words)[] lines) => lines
        .SelectMany(line => line.Words.Select(word => KeyValuePair.Create(word, line.Meaning)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
