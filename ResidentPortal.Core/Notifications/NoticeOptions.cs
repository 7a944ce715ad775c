namespace ResidentPortal.Core.Notifications;

/// <summary>Where residents reach the portal (section <c>Portal</c>), for the links in messages.</summary>
public sealed class NoticeOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal";

    /// <summary>The address residents type, without a path: <c>https://resident.example.gov</c>. Without it messages carry no link.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>The path before the token in a "This was not me" link. The portal gives it.</summary>
    internal string AlarmPath { get; set; } = string.Empty;

    /// <summary>What the portal tells the core of itself: where "This was not me" leads.</summary>
    public void SetPortal(string alarmPath) => AlarmPath = alarmPath;
}
