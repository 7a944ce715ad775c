using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ResidentPortal.Branding;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Texts;

namespace ResidentPortal.Files;

/// <summary>Puts a request on paper, in the words of its page: what it is, where it stands, the stages, and where to check it. Nothing that the page does not show.</summary>
internal sealed class AcknowledgementLetter(
    IStringLocalizer<Words> words, ProblemText problems, Moments moments, Brand brand, LetterWriter writer, IOptions<NoticeOptions> portal, TimeProvider clock)
{
    /// <summary>The whole of a request.</summary>
    public byte[] Write(TrackedReceipt request, string? typed) => request.Act is not { } act ? Write(Registration(request.Registration!, typed)) : Write(
    [
        Number(words["Receipt.Number"], act.EventId.Grouped),
        .. words.WishOf(act).Select(wish => Row(words["Receipt.What"], wish)),
        Row(words["Paper.State"], words.StateOf(moments, act.Kind, act.State, act.SettledAt, act.NextLookAt)),
        .. act is { State: ActState.Refused, Problem: { } key } ? [Paragraph(problems.Of(new Problem(key, ProblemKind.Refused)))] : Nothing,
        .. words.Of(act) is { } result ? [Paragraph(result)] : Nothing,
        Row(words["Receipt.When"], moments.DayAndTime(act.AskedAt ?? act.CreatedAt)),
        .. Stages(request.Registration, act.Stages),
    ]);

    /// <summary>What anybody may know of a request who has its number.</summary>
    public byte[] Write(TrackingAnswer answer, string? typed) => answer.Act is not { } act ? Write(Registration(answer.Registration!, typed)) : Write(
    [
        Number(words["Receipt.Number"], act.EventId.Grouped),
        Row(words["Receipt.What"], words[$"Act.{act.Kind}"]),
        Row(words["Paper.State"], words.StateOf(moments, act.Kind, act.State, act.SettledAt, act.NextLookAt)),
        Row(words["Paper.Since"], moments.DayAndTime(act.Since)),
        .. Stages(answer.Registration, act.Stages),
    ]);

    private static LetterPart[] Nothing => [];

    private static LetterPart Heading(string text) => new(LetterPartKind.Heading, text);

    private static LetterPart Paragraph(string text) => new(LetterPartKind.Paragraph, text);

    private static LetterPart Row(string term, string text) => new(LetterPartKind.Row, text, term);

    private static LetterPart Number(string term, string number) => new(LetterPartKind.Number, number, term);

    private byte[] Write(IEnumerable<LetterPart> parts)
    {
        var language = Language.Of(CultureInfo.CurrentUICulture);
        var address = $"{portal.Value.PublicAddress?.GetLeftPart(UriPartial.Authority)}{Links.Track}";
        return writer.Write(new Letter(language, brand.Name(language) ?? words["Portal.Name"], words["Paper.Title"],
        [
            .. parts,
            Heading(words["Paper.Where"]),
            Paragraph(words.Say("Paper.Where.Text", ("address", address))),
            Paragraph(words.Say("Track.ReadAt", ("time", moments.DayAndTime(clock.GetUtcNow())))),
        ]));
    }

    private IEnumerable<LetterPart> Registration(TrackedRegistration registration, string? typed) =>
    [
        Number(words["Help.Numbers.Rid"], typed ?? string.Empty),
        Row(words["Receipt.What"], words["Paper.Registration"]),
        Row(words["Paper.State"], words[$"Track.State.{registration.State}"]),
        Paragraph(words[$"Track.State.{registration.State}.Text"]),
        .. Stages(registration, stages: null),
    ];

    private IEnumerable<LetterPart> Stages(TrackedRegistration? registration, ActStages? stages)
    {
        IReadOnlyList<LetterPart> rows = registration is { Stage: not null } ? [.. registration.Steps.Select(step => Stage(words[$"Track.Stage.{step.Stage}"], step.At))]
            : stages is not null ? [.. stages.All.Select(step => Stage(words[$"Order.Stage.{step.Name}"], step.At))]
            : [];
        return rows.Count == 0 ? rows : [Heading(words["Paper.Stages"]), .. rows];
    }

    private LetterPart Stage(string label, DateTimeOffset? at) => Row(label, at is { } moment ? moments.DayAndTime(moment) : words["Paper.NotYet"]);
}
