using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Tests.Recovery;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Privacy;

/// <summary>A whole visit through the flows: what it writes is searched for the person, and its trail for what has to be there.</summary>
public sealed class CoreVisitTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private readonly Heard _log = new();
    private readonly List<string> _secrets = [];

    public async ValueTask InitializeAsync()
    {
        _world.Get<ILoggerFactory>().AddProvider(_log);
        var resident = _world.Platform.State.Population.Find(Meera)!;
        await _world.Get<TrackRequest>().ExecuteAsync(resident.Rid, HomePhone.Network);
        await _world.AskForCodeAsync();
        _secrets.Add(_world.Platform.LatestCode());
        await _world.EnterCodeAsync(_world.WrongCode());
        var ticket = (await _world.EnterCodeAsync(_world.Platform.LatestCode())).Value;
        _secrets.Add(ticket.Token);
        await _world.ChangeLocksAsync(ticket.SessionId, Lock(AuthType.Fingerprint));
        await UseVidAndCardAsync(ticket.SessionId);
        await LookAtUsesAsync(ticket.SessionId);
        await UseContactsAsync(resident);
        await TrackAsync();
        await _world.Get<SendNotices>().ExecuteAsync();
        await _world.Get<ForwardAudit>().ExecuteAsync();
        await _world.Get<SignOut>().ExecuteAsync(ticket.SessionId);
        _secrets.Add(await _world.AlarmTokenAsync());
        (await _world.PressAsync(_secrets[^1])).IsSuccess.ShouldBeTrue();
        await _world.Get<SendNotices>().ExecuteAsync();
        _secrets.AddRange([.. Markers.Of(resident), "Hausbank Lindenhof", "Kredite Sofort", "Ich schlief"]);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private async Task LookAtUsesAsync(Guid session)
    {
        _world.Use(_world.Clock.GetUtcNow(), "Kredite Sofort", accepted: false, number: _world.Platform.VidOf(Meera));
        var organisation = (await _world.HistoryAsync(session)).Organisations.Single(one => one.Name is "Kredite Sofort").Key;
        var use = (await _world.HistoryAsync(session, HistorySteps.All with { Organisation = organisation })).Uses.ShouldHaveSingleItem();
        (await _world.Get<CollectAuthHistory>().ExecuteAsync(session, HistorySteps.All)).IsSuccess.ShouldBeTrue();
        (await _world.Get<ReportUnknownUse>().ExecuteAsync(session, new UnknownUseReport(Guid.NewGuid(), use.Key, UnknownUseLocks.None) { Note = "Ich schlief" })).IsSuccess.ShouldBeTrue();
    }

    private async Task UseVidAndCardAsync(Guid session)
    {
        (await _world.GenerateVidAsync(session, "Temporary")).IsSuccess.ShouldBeTrue();
        var key = (await _world.VidsAsync(session)).Vids[0].Key;
        (await _world.Get<LabelVid>().ExecuteAsync(session, key, "Hausbank Lindenhof")).IsSuccess.ShouldBeTrue();
        (await _world.Get<RevealVid>().ExecuteAsync(session, key)).IsSuccess.ShouldBeTrue();
        var card = (await _world.Get<MakeCard>().ExecuteAsync(session, new MakeCardOrder(Guid.NewGuid(), CardChoice.Uin, VidKey: null, "eng"))).Value;
        (await _world.Get<ShowCardPassword>().ExecuteAsync(CardTicket.Of(session, card.Value))).Value.Text.ShouldBe(Markers.CardPassword);
        (await _world.Get<SendCardLink>().ExecuteAsync(session, card.Value)).IsSuccess.ShouldBeTrue();
        (await _world.Get<DeliverCard>().ExecuteAsync(CardTicket.Of(session, card.Value))).IsSuccess.ShouldBeTrue();
        (await _world.Get<OrderCard>().ExecuteAsync(session, new OrderCardOrder(Guid.NewGuid(), IsMasked: true))).IsSuccess.ShouldBeTrue();
        _secrets.AddRange(Markers.OfVidsAndCards(_world.Platform.State, _world.Platform.State.Population.Find(Meera)!));
        await _world.RevokeVidAsync(session, key);
    }

    private async Task TrackAsync()
    {
        var rid = _world.AddRegistration(Meera, (0, "UIN_GENERATED", "PRINT_SERVICE"));
        var underWay = _world.AddRegistration(Meera, (0, "PROCESSING", "PACKET_RECEIVER"));
        (await _world.WatchAsync(underWay)).IsSuccess.ShouldBeTrue();
        await using (var db = _world.OpenDatabase())
        {
            await db.Attempts.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }

        (await _world.AskForTrackingCodeAsync(rid)).IsSuccess.ShouldBeTrue();
        var code = _world.Platform.LatestCode();
        var proof = (await _world.EnterTrackingCodeAsync(rid, code)).Value.Text;
        (await _world.ShowWholeAsync(rid, proof)).IsSuccess.ShouldBeTrue();
        _secrets.AddRange([rid, underWay, code, proof]);
    }

    // A contact is seen to work, and the UIN is lost and found, while the letter with it still waits.
    private async Task UseContactsAsync(Sandbox.Resident resident)
    {
        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        await _world.Get<AskToVerifyContact>().ExecuteAsync(new VerifyContactWish(Number(Meera), OtpChannel.Phone, "verifier", Language.English, HomePhone));
        await _world.Get<SendCodes>().ExecuteAsync();
        _secrets.Add(_world.Platform.LatestCode());
        (await _world.Get<VerifyContact>().ExecuteAsync("verifier", _world.Platform.LatestCode(), HomePhone)).IsSuccess.ShouldBeTrue();
        _secrets.Add(await _world.TakeAsync(name: resident.Name, contact: resident.Email!));
        _secrets.Add(_world.Platform.LatestCode());
        await _world.SearchAsync();
        _secrets.Add(_world.TokenTo(resident.Phone!));
    }

    [Fact]
    public void S_09_S_50_No_log_line_of_the_flows_tells_who_it_was_about() => Markers.FoundIn(string.Join('\n', _log.Lines), _secrets).ShouldBeEmpty();

    [Fact]
    public void S_47_No_row_of_the_flows_holds_a_number_a_name_or_a_code_in_the_open()
    {
        Markers.FoundInDatabase(_world.DatabasePath, ["FirstHouse"]).ShouldHaveSingleItem();
        Markers.FoundInDatabase(_world.DatabasePath, _secrets).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UPDATE AuditHeads SET Chain = 'x4952408651y'")]
    [InlineData("UPDATE AuditHeads SET Chain = 'eDQ5NTI0MDg2NTF5'")]
    public async Task S_47_A_number_that_was_planted_is_found(string statement)
    {
        await using (var db = _world.OpenDatabase())
        {
            await db.Database.ExecuteSqlRawAsync(statement, TestContext.Current.CancellationToken);
        }

        Markers.FoundInDatabase(_world.DatabasePath, _secrets).ShouldBe([Meera]);
    }

    [Theory]
    [InlineData(AuditEvent.CodeAsked, AuditResult.Success)]
    [InlineData(AuditEvent.CodeEntered, AuditResult.Failure)]
    [InlineData(AuditEvent.SignedIn, AuditResult.Success)]
    [InlineData(AuditEvent.AuthTypesChanged, AuditResult.Success)]
    [InlineData(AuditEvent.SignedOut, AuditResult.Success)]
    [InlineData(AuditEvent.RequestTracked, AuditResult.Success)]
    [InlineData(AuditEvent.RequestShown, AuditResult.Success)]
    [InlineData(AuditEvent.RequestWatched, AuditResult.Success)]
    [InlineData(AuditEvent.ContactVerified, AuditResult.Success)]
    [InlineData(AuditEvent.ContactProved, AuditResult.Success)]
    [InlineData(AuditEvent.LostNumberSought, AuditResult.Success)]
    [InlineData(AuditEvent.HistoryShown, AuditResult.Success)]
    [InlineData(AuditEvent.AlarmRaised, AuditResult.Success)]
    [InlineData(AuditEvent.ProblemReported, AuditResult.Success)]
    public async Task S_51_What_matters_for_security_leaves_a_row_in_UTC(AuditEvent happened, AuditResult result)
    {
        await using var db = _world.OpenDatabase();
        var row = (await db.AuditRows.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).First(one => one.Event == happened && one.Result == result);
        row.At.Offset.ShouldBe(TimeSpan.Zero);
        _world.Clock.GetUtcNow().Subtract(row.At).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    private sealed class Heard : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {state} {exception}");

        public void Dispose()
        {
        }
    }
}
