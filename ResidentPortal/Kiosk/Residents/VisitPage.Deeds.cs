using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Languages;
using ResidentPortal.Sessions;

namespace ResidentPortal.Kiosk.Residents;

/// <content>What a resident does: each press is a flow of its own, asked by the token of the view.</content>
public sealed partial class VisitPage
{
    [Inject]
    private AnswerConsent AnswerConsent { get; set; } = default!;

    [Inject]
    private AskForConsentCode AskForConsentCode { get; set; } = default!;

    [Inject]
    private EnterConsentCode EnterConsentCode { get; set; } = default!;

    [Inject]
    private AnswerAct AnswerAct { get; set; } = default!;

    [Inject]
    private AskForActCode AskForActCode { get; set; } = default!;

    [Inject]
    private ConfirmAct ConfirmAct { get; set; } = default!;

    [Inject]
    private NotePaperTaken NotePaper { get; set; } = default!;

    [Inject]
    private SetSlow SetSlow { get; set; } = default!;

    [Inject]
    private ChangeViewLanguage ChangeLanguage { get; set; } = default!;

    [Inject]
    private StopVisit Stop { get; set; } = default!;

    [Inject]
    private OfferedLanguages Offered { get; set; } = default!;

    [SupplyParameterFromForm]
    private VisitDeed Deed { get; set; }

    [SupplyParameterFromForm]
    private string? To { get; set; }

    [SupplyParameterFromForm]
    private string? Number { get; set; }

    [SupplyParameterFromForm]
    private string? Channel { get; set; }

    [SupplyParameterFromForm]
    private string? Code { get; set; }

    [SupplyParameterFromForm]
    private string? EventId { get; set; }

    [SupplyParameterFromForm]
    private long Shown { get; set; }

    [SupplyParameterFromForm]
    private bool IsLeft { get; set; }

    private Task DoAsync() => Deed switch
    {
        VisitDeed.Agree => ThenAsync(AnswerConsent.ExecuteAsync(Token, agrees: true, Clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(Shown))),
        VisitDeed.Stop => StopAsync(),
        VisitDeed.Slower or VisitDeed.Usual => ThenAsync(SetSlow.ExecuteAsync(Token, Deed is VisitDeed.Slower)),
        VisitDeed.Language when Offered.Find(To) is { } language => ThenAsync(ChangeLanguage.ExecuteAsync(Token, language)),
        VisitDeed.Number => AskAsync(),
        VisitDeed.ConsentCode => EnterAsync(() => EnterConsentCode.ExecuteAsync(Token, Code, Visitors.Of(HttpContext))),
        VisitDeed.Right or VisitDeed.Wrong => ThenAsync(AnswerAct.ExecuteAsync(Token, EventId, Deed is VisitDeed.Right)),
        VisitDeed.Send => ThenAsync(AskForActCode.ExecuteAsync(Token, VisitWords.ChannelOf(Channel), Visitors.Of(HttpContext))),
        VisitDeed.ActCode => EnterAsync(() => ConfirmAct.ExecuteAsync(Token, Code, Visitors.Of(HttpContext))),
        VisitDeed.Paper => ThenAsync(NotePaper.ExecuteAsync(Token)),
        _ => Task.CompletedTask,
    };

    private Task StopAsync() => ThenAsync(Stop.ExecuteAsync(Token, IsLeft));

    private async Task AskAsync()
    {
        var number = IndividualId.Parse(Number, out var fault);
        if (number is null)
        {
            _errors.Add(new FieldError(NumberField, Words[$"SignIn.Number.{fault}"]));
        }

        if (VisitWords.ChannelOf(Channel) is not { } channel)
        {
            _errors.Add(new FieldError(ChannelField, Words["SignIn.Channel.Empty"]));
        }
        else if (number is not null)
        {
            await ThenAsync(AskForConsentCode.ExecuteAsync(Token, number, channel, Visitors.Of(HttpContext)));
        }
    }

    private Task EnterAsync<T>(Func<Task<Outcome<T>>> enterAsync)
    {
        if (!string.IsNullOrWhiteSpace(Code))
        {
            return ThenAsync(enterAsync(), CodeQuestion.Field);
        }

        _errors.Add(new FieldError(CodeQuestion.Field, Words["Code.Field.Empty"]));
        return Task.CompletedTask;
    }

    // What was pressed is done whatever becomes of the page; a step that is over already is shown as it is now.
    private async Task ThenAsync<T>(Task<Outcome<T>> doing, string? field = null)
    {
        if ((await doing).Problem is not { } problem || problem == KioskProblems.NoVisit)
        {
            Navigation.NavigateTo(Links.Visit);
            return;
        }

        _errors.Add(new FieldError(field, Problems.Of(problem)));
    }
}
