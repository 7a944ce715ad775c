using Microsoft.Extensions.Localization;
using ResidentPortal.Core.Alarms;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Core.Sharing;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Texts;

/// <summary>What was wished and where it stands, in words: the same on a page and in a letter.</summary>
public static class ActWords
{
    /// <summary>The sentence of a state.</summary>
    public static string StateOf(this IStringLocalizer<Words> words, Moments moments, ActKind kind, ActState state, DateTimeOffset? settledAt, DateTimeOffset? nextLookAt) => (kind, state) switch
    {
        (ActKind.RevealVid, _) when settledAt is { } shown => words.Say("Receipt.Shown", ("time", moments.Time(shown))),
        (ActKind.ReportProblem, _) when settledAt is { } reported => words.Say("Receipt.Reported", ("time", moments.Time(reported))),
        (ActKind.FindLostNumber, _) when settledAt is { } sent => words.Say("Receipt.LostNumber", ("time", moments.Time(sent))),
        (_, ActState.Confirmed) when settledAt is { } settled => words.Say("Receipt.State.Confirmed", ("time", moments.Time(settled))),
        (_, ActState.Unknown) when nextLookAt is { } next => words.Say("Receipt.State.Unknown", ("time", moments.Time(next))),
        (_, ActState.Unknown) => words[$"Receipt.UnknownForGood.{kind}"],
        _ => words[$"Receipt.State.{state}"],
    };

    /// <summary>A state in a word or two, for lists.</summary>
    public static string BriefOf(this IStringLocalizer<Words> words, ActKind kind, ActState state) =>
        words[kind is ActKind.ReportProblem && state is ActState.Confirmed ? "Home.State.Reported" : $"Home.State.{state}"];

    /// <summary>What was wished, a line for each wish.</summary>
    public static IEnumerable<string> WishOf(this IStringLocalizer<Words> words, ActReceipt act) => act.Order switch
    {
        Core.AuthLocks.LockOrder locks => locks.Changes.Select(words.Of),
        GenerateVidOrder generate => [words.Say(generate.AcceptsReplacement ? "Vids.Replace" : "Vids.Make", ("type", words.Of(generate.Type)))],
        RevokeVidOrder revoke => [$"{words.Say("Vids.Act.Stop", ("type", words.Of(revoke.Type!)))} {revoke.Masked}"],
        RevealVidOrder reveal => [words.Say("Vids.Act.Show", ("type", words.Of(reveal.Type)))],
        MakeCardOrder card => [words[$"Card.Act.{card.Choice}"], .. card.Chosen.Select(words.Of)],
        PrintCardOrder print => [words.Say("Print.Act", ("centre", print.Centre))],
        OrderCardOrder order => [words[order.IsMasked ? "Order.Act.Masked" : "Order.Act.Whole"]],
        UpdateOrder update => [words["Update.Act"], .. update.Labels.GetValueOrDefault(Core.Languages.Language.Of(System.Globalization.CultureInfo.CurrentUICulture).Code) ?? update.Fields],
        DiscardUpdateOrder => [words["Update.Act.Stop"]],
        EndSignInsOrder end => [words[end.SignInId is null ? "Security.EndAll" : "Security.EndOne"]],
        VerifyContactOrder verify => [words[$"Verify.Act.{verify.Channel}"]],
        ShareDataOrder share => [words.Say("Share.Act.With", ("organisation", share.PartnerName)), .. share.Choices.Select(words.Of)],
        WithdrawShareOrder withdraw => [words.Say("Share.Act.Withdraw", ("organisation", withdraw.PartnerName))],
        FindLostNumberOrder lost => [words[$"Lost.Act.{lost.Kind}"]],
        _ => [words[$"Act.{act.Kind}"]],
    };

    /// <summary>One lock or unlock.</summary>
    public static string Of(this IStringLocalizer<Words> words, Core.AuthLocks.AuthTypeChange change)
    {
        var wish = words[$"Locks.Act.{(change.Lock ? "Lock" : "Unlock")}.{change.Type}"];
        return change.UnlockFor is { } time ? $"{wish}, {words.Say("Locks.For.Minutes", ("minutes", (int)time.TotalMinutes))}" : wish;
    }
}
