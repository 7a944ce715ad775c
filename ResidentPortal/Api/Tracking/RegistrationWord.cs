using ResidentPortal.Core.Tracking;

namespace ResidentPortal.Api.Tracking;

/// <summary>MOSIP's words for where a registration stands.</summary>
internal static class RegistrationWord
{
    /// <summary>The word of a state.</summary>
    public static string Of(RegistrationState state) => state switch
    {
        RegistrationState.Done => "PROCESSED",
        RegistrationState.Refused => "REJECTED",
        RegistrationState.SentBack => "RESEND",
        RegistrationState.RegisterAgain => "REREGISTER",
        RegistrationState.WaitingForPerson => "WAITING FOR ADDITIONAL INFORMATION FROM APPLICANT",
        _ => "UNDER PROCESSING",
    };
}
