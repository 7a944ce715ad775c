using Microsoft.Extensions.Localization;
using ResidentPortal.Components;
using ResidentPortal.Core.Alarms;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Texts;

/// <summary>The words for sign-ins, and for what the office reads of an alarm.</summary>
public static class SecurityWords
{
    /// <summary>The device of a sign-in, as far as it named itself.</summary>
    public static string DeviceOf(this IStringLocalizer<Words> words, SignInEntry signIn) => signIn switch
    {
        { Browser: { } browser, System: { } system } => words.Say("Security.Device", ("browser", browser), ("system", system)),
        _ => signIn.Browser ?? signIn.System ?? words["Security.Device.Unknown"],
    };

    /// <summary>How somebody showed who they are.</summary>
    public static SummaryRow WayOf(this IStringLocalizer<Words> words, SignInEntry signIn) => signIn.IsByProof
        ? new SummaryRow(words["Security.Way"], words["Security.Way.Elsewhere"])
        : new SummaryRow(words["Security.Code"], words[$"Security.Code.{signIn.Channel}"]);

    /// <summary>Why and when a sign-in ended.</summary>
    public static string EndOf(this IStringLocalizer<Words> words, SignInEntry signIn, Moments moments) =>
        words.Say($"Security.Ended.{signIn.End}", ("time", moments.DayAndTime(signIn.EndedAt ?? signIn.LastSeenAt)));

    /// <summary>What the office reads when "This was not me" was pressed.</summary>
    public static string ReportOf(this IStringLocalizer<Words> words, AlarmState alarm, Moments moments) =>
        words.Say("NotMe.Report", ("what", alarm.Subject), ("time", moments.DayAndTime(alarm.At)));
}
