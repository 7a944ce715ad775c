namespace ResidentPortal.Core.Tracking;

/// <summary>What of a registration's state is told to residents.</summary>
internal static class RegistrationStates
{
    /// <summary>The state as a resident is told it: that the centre has to send something once more is work under way to them. Programs are told both.</summary>
    public static RegistrationState AsTold(this RegistrationState state) => state is RegistrationState.SentBack ? RegistrationState.UnderWay : state;
}
