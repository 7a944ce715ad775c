using System.Globalization;
using Microsoft.Extensions.Localization;
using ResidentPortal.Components;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>How an account is told to a supervisor.</summary>
internal static class OperatorWords
{
    /// <summary>The facts of an account; its own UIN is not among them, since nobody has it.</summary>
    public static IReadOnlyList<SummaryRow> RowsOf(this IStringLocalizer<Words> words, OperatorAccount account, Moments moments) =>
    [
        new(words["Operators.Row.Kind"], words[account.IsSupervisor ? "Operators.Kind.Supervisor" : "Operators.Kind.Operator"]),
        new(words["Operators.Add.Centre"], account.CentreCode, IsCode: true),
        new(words["Operators.Row.Hours"], words.Say("Operators.Hours", ("days", DaysOf(account)), ("from", TimeOf(account.From)), ("to", TimeOf(account.To)))),
        new(words["Operators.Row.State"], StateOf(words, account, moments)),
    ];

    /// <summary>The field of the form that a problem is about.</summary>
    public static string? FieldOf(Problem problem) => problem.Key switch
    {
        "operators.numberWrong" or "operators.numberTaken" => "Number",
        "operators.nameWrong" => "Name",
        "operators.centreWrong" => "Centre",
        "operators.hoursWrong" => "Days",
        "operators.uinWrong" => "Uin",
        _ => null,
    };

    private static string StateOf(IStringLocalizer<Words> words, OperatorAccount account, Moments moments) => account switch
    {
        { SuspendedAt: { } at } => words.Say("Operators.State.Suspended", ("time", moments.DayAndTime(at))),
        { TwoFactorEnabled: true } => words["Operators.State.Ready"],
        { JoinUntil: { } until } => words.Say("Operators.State.Waits", ("time", moments.DayAndTime(until))),
        _ => words["Operators.State.NoLink"],
    };

    private static string DaysOf(OperatorAccount account)
    {
        var culture = CultureInfo.CurrentUICulture;
        return string.Join(words(culture), account.ReadHours().Days.Select(day => culture.DateTimeFormat.GetAbbreviatedDayName(day)));

        static string words(CultureInfo culture) => culture.TextInfo.IsRightToLeft ? "، " : ", ";
    }

    private static string TimeOf(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
