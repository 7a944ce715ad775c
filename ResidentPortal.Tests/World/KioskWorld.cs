using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;
using Shouldly;

namespace ResidentPortal.Tests.World;

/// <summary>A kiosk with an operator on duty: an enrolled and proved device, and a visit at whatever step in one line, through the flows themselves.</summary>
public sealed class KioskWorld : IAsyncDisposable
{
    private string? _dutyToken;

    private KioskWorld(CoreWorld core, TestDevice device) => (Core, Device) = (core, device);

    public CoreWorld Core { get; }

    public TestDevice Device { get; }

    /// <summary>The duty of the operator; after <see cref="BeginDutyAsync"/> the newer one.</summary>
    public Guid DutyId { get; private set; }

    /// <summary>The value of the operator's cookie.</summary>
    public string DutyToken => _dutyToken ?? throw new InvalidOperationException("Nobody is on duty.");

    public Guid VisitId { get; private set; }

    /// <summary>The value of the resident's cookie, once a view was offered on the same screen or opened.</summary>
    public string? View { get; private set; }

    /// <summary>The resident who comes.</summary>
    public string Uin { get; set; } = ResidentSteps.Meera;

    public FakeMosip Platform => Core.Platform;

    public static async Task<KioskWorld> StartAsync(OperatorProof? proof = null, params (string Key, string Value)[] settings)
    {
        var core = new CoreWorld(settings);
        var world = new KioskWorld(core, await core.ProvedDeviceAsync());
        await world.BeginDutyAsync(proof);
        return world;
    }

    public T Get<T>()
        where T : notnull => Core.Get<T>();

    public async Task BeginDutyAsync(OperatorProof? proof = null)
    {
        var ticket = (await Core.BeginAsync(Device, proof)).Value;
        (DutyId, _dutyToken) = (ticket.DutyId, ticket.Token);
    }

    /// <summary>A visit that nothing was put before the resident of.</summary>
    public async Task<Guid> VisitAsync(params VisitPurpose[] purposes) =>
        VisitId = (await Get<StartVisit>().ExecuteAsync(DutyId, (purposes.Length == 0 ? [VisitPurpose.Locks] : purposes).ToHashSet(), Language.English)).Value;

    /// <summary>Gives the resident a view: on another screen unless it is said otherwise, so that the operator can go on.</summary>
    public async Task<string> OfferAsync(ViewPlace place = ViewPlace.OtherScreen)
    {
        var offer = (await Get<OfferView>().ExecuteAsync(DutyId, place)).Value;
        return View = offer.Token ?? (await Get<OpenView>().ExecuteAsync(offer.LinkCode)).Value.Token;
    }

    /// <summary>A visit whose resident is asked.</summary>
    public async Task BeforeResidentAsync(ViewPlace place = ViewPlace.OtherScreen, params VisitPurpose[] purposes)
    {
        await VisitAsync(purposes);
        await OfferAsync(place);
    }

    /// <summary>"I agree", number, and the code was sent.</summary>
    public async Task<Outcome<CodeAsked>> AskForConsentCodeAsync(string? number = null, OtpChannel channel = OtpChannel.Phone)
    {
        var agreed = await Get<AnswerConsent>().ExecuteAsync(View, agrees: true, TimeSpan.FromSeconds(20));
        if (agreed.Problem is { } problem)
        {
            return problem;
        }

        var asked = await Get<AskForConsentCode>().ExecuteAsync(View, ResidentSteps.Number(number ?? Uin), channel, Device.Visitor);
        await SendAsync();
        return asked;
    }

    /// <summary>A visit whose resident has agreed.</summary>
    public async Task<DeskVisit> AgreedAsync(ViewPlace place = ViewPlace.OtherScreen, params VisitPurpose[] purposes)
    {
        await BeforeResidentAsync(place, purposes);
        return await AgreeAsync();
    }

    /// <summary>The resident agrees to what is asked for.</summary>
    public async Task<DeskVisit> AgreeAsync(OtpChannel channel = OtpChannel.Phone)
    {
        _ = (await AskForConsentCodeAsync(channel: channel)).Value;
        _ = (await EnterConsentCodeAsync(Platform.LatestCode())).Value;
        return await DeskAsync();
    }

    public Task<Outcome<Done>> EnterConsentCodeAsync(string? code) => Get<EnterConsentCode>().ExecuteAsync(View, code, Device.Visitor);

    public async Task<DeskVisit> DeskAsync(bool withFields = false) => (await Get<ShowDeskVisit>().ExecuteAsync(DutyId, withFields)).Value;

    public async Task<ResidentView> ViewAsync() => (await Get<ShowView>().ExecuteAsync(View)).Value;

    /// <summary>A lock of the fingerprint, written down at the desk and put before the resident.</summary>
    public async Task<string> PrepareLockAsync()
    {
        var desk = await DeskAsync();
        var waits = await Core.ChangeLocksAsync(desk.DeskId!.Value, ResidentSteps.Lock(AuthType.Fingerprint));
        var eventId = (string)waits.Problem!.Facts["eventId"];
        _ = (await Get<PutBeforeResident>().ExecuteAsync(DutyId, eventId)).Value;
        return eventId;
    }

    /// <summary>"Yes, this is right", and the code for it was sent.</summary>
    public async Task<Outcome<CodeAsked>> AskForActCodeAsync(string eventId, OtpChannel? channel = null)
    {
        _ = (await Get<AnswerAct>().ExecuteAsync(View, eventId, isRight: true)).Value;
        var asked = await Get<AskForActCode>().ExecuteAsync(View, channel, Device.Visitor);
        await SendAsync();
        return asked;
    }

    public Task<Outcome<EventId>> ConfirmAsync(string? code) => Get<ConfirmAct>().ExecuteAsync(View, code, Device.Visitor);

    /// <summary>An act from the desk to its end.</summary>
    public async Task<string> LockFingerprintAsync()
    {
        var eventId = await PrepareLockAsync();
        _ = (await AskForActCodeAsync(eventId)).Value;
        return (await ConfirmAsync(Platform.LatestCode())).Value.Value;
    }

    /// <summary>Takes the screen back, as after a factor.</summary>
    public async Task TakeBackAsync(OperatorProof? proof = null)
    {
        var ticket = (await Get<TakeBack>().ExecuteAsync(DutyToken, proof ?? DeviceSteps.Operator(), Device.Token, Device.Visitor)).Value;
        (DutyId, _dutyToken) = (ticket.DutyId, ticket.Token);
    }

    /// <summary>Does what is done behind the answers.</summary>
    public async Task SendAsync()
    {
        await Get<SendCodes>().ExecuteAsync();
        await Get<TellOfVisits>().ExecuteAsync();
        await Get<SendNotices>().ExecuteAsync();
    }

    /// <summary>Lets time pass at a kiosk where somebody is: the device proves its key, and both views are touched.</summary>
    public async Task WaitAsync(TimeSpan time)
    {
        for (var step = TimeSpan.FromSeconds(60); time > TimeSpan.Zero; time -= step)
        {
            Core.Clock.Advance(time < step ? time : step);
            _ = (await Core.ProveAsync(Device)).Value;
            await Get<ResumeDuty>().ExecuteAsync(DutyToken, Device.Token, Device.Visitor, isSeen: true);
            await Get<TouchVisit>().ExecuteAsync(View);
        }
    }

    public PortalDbContext OpenDatabase() => Core.OpenDatabase();

    public async Task<VisitRow> RowAsync()
    {
        await using var db = OpenDatabase();
        return await db.Visits.AsNoTracking().SingleAsync(row => row.Id == VisitId);
    }

    /// <summary>The chain of the visit: event, result, note.</summary>
    public async Task<IReadOnlyList<string>> ChainAsync()
    {
        var chain = AuditTrail.Visit(VisitId);
        await using var db = OpenDatabase();
        var rows = await db.AuditRows.AsNoTracking().Where(row => row.Chain == chain).OrderBy(row => row.Sequence).ToListAsync();
        return rows.ConvertAll(row => row.Result is AuditResult.Success ? $"{row.Event} {row.Note}".TrimEnd() : $"{row.Event} {row.Result} {row.Note}".TrimEnd());
    }

    /// <summary>Every chain is as it was written.</summary>
    public async Task ShouldBeWholeAsync() => (await Get<VerifyAuditTrail>().ExecuteAsync()).Value.Fault.ShouldBe(AuditFault.None);

    public async ValueTask DisposeAsync()
    {
        Device.Dispose();
        await Core.DisposeAsync();
    }
}
