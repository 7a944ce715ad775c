using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Pages.SignIn;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Track;

/// <summary>
/// Tells where a request stands; all of it after a code to the contact on record. Each answer comes with the POST itself, so that the number is never part of an
/// address, and what the code gave is never anywhere but in a hidden field.
/// </summary>
public sealed partial class TrackPage
{
    private readonly List<FieldError> _errors = [];
    private TrackingAnswer? _answer;
    private TrackedReceipt? _request;
    private CodeAsked? _code;
    private bool _isOwn;
    private bool _isWatched;
    private bool _asksAgain;

    [Inject]
    private TrackRequest Track { get; set; } = default!;

    [Inject]
    private AskForTrackingCode Ask { get; set; } = default!;

    [Inject]
    private ShowTrackingCode ShowCode { get; set; } = default!;

    [Inject]
    private EnterTrackingCode Enter { get; set; } = default!;

    [Inject]
    private ShowTrackedRequest ShowWhole { get; set; } = default!;

    [Inject]
    private WatchRequest Watch { get; set; } = default!;

    [Inject]
    private ShowAct ShowOwn { get; set; } = default!;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private string? Number { get; set; }

    [SupplyParameterFromForm]
    private string? Channel { get; set; }

    [SupplyParameterFromForm]
    private string? Code { get; set; }

    [SupplyParameterFromForm]
    private string? Ticket { get; set; }

    private bool IsShown => _answer is not null || _request is not null;

    private bool IsOver => _answer?.IsOver ?? _request!.Act?.State.IsEnd() ?? _request.Registration!.IsOver;

    private bool OffersCode => _code is not null || (_answer is not null && !_isOwn);

    private IReadOnlyList<Choice> Channels => [new(SignInPage.Phone, Words["SignIn.Channel.Phone"]), new(SignInPage.Email, Words["SignIn.Channel.Email"])];

    private string Chosen => Channel ?? SignInPage.Phone;

    private string Browser => PortalCookies.Read(HttpContext, PortalCookies.Code) ?? string.Empty;

    private async Task ShowAsync()
    {
        var tracked = await Track.ExecuteAsync(Number, Visitors.NetworkOf(HttpContext), HttpContext.RequestAborted);
        if (!tracked.Try(out _answer, out var problem))
        {
            _errors.Add(new FieldError(nameof(Number), Problems.Of(problem)));
        }
        else if (_answer.Act is { } act && await Current.FindIdAsync() is var session && session != Guid.Empty)
        {
            _isOwn = (await ShowOwn.ExecuteAsync(session, act.EventId.Value, HttpContext.RequestAborted)).IsSuccess;
        }
    }

    private async Task AskAsync()
    {
        var browser = PortalCookies.ReadOrSet(HttpContext, PortalCookies.Code);
        var asked = await Ask.ExecuteAsync(
            Number, browser, SignInPage.ChannelOf(Channel) ?? OtpChannel.Phone, Language.Of(CultureInfo.CurrentUICulture), Visitors.Of(HttpContext), HttpContext.RequestAborted);
        if (!asked.Try(out _code, out var problem))
        {
            // The code before this one may still be typed.
            _errors.Add(new FieldError(problem.Kind is ProblemKind.Invalid or ProblemKind.NotFound ? nameof(Number) : null, Problems.Of(problem)));
            await FindCodeAsync(browser);
        }
    }

    private async Task EnterAsync()
    {
        var entered = await Enter.ExecuteAsync(Number, Browser, Code, Visitors.Of(HttpContext), HttpContext.RequestAborted);
        if (entered.Try(out var ticket, out var problem))
        {
            Ticket = ticket.Text;
            await ShowWholeAsync();
            return;
        }

        await FindCodeAsync(Browser);
        _errors.Add(new FieldError(_code is null ? nameof(Number) : CodeQuestion.Field, string.IsNullOrWhiteSpace(Code) ? Words["Code.Field.Empty"] : Problems.Of(problem)));
    }

    private async Task WatchAsync()
    {
        var watched = await Watch.ExecuteAsync(Number, Visitors.NetworkOf(HttpContext), Language.Of(CultureInfo.CurrentUICulture), HttpContext.RequestAborted);
        if (watched.Problem is { } problem)
        {
            _errors.Add(new FieldError(nameof(Number), Problems.Of(problem)));
            return;
        }

        _isWatched = true;
        await (string.IsNullOrEmpty(Ticket) ? ShowAsync() : ShowWholeAsync());
    }

    private async Task ShowWholeAsync()
    {
        if (!(await ShowWhole.ExecuteAsync(Number, Browser, Ticket, HttpContext.RequestAborted)).Try(out _request, out var problem))
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
    }

    private async Task FindCodeAsync(string browser) =>
        _asksAgain = (await ShowCode.ExecuteAsync(Number, browser, HttpContext.RequestAborted)).Try(out _code, out _);
}
