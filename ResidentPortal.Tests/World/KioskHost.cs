using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using Shouldly;

namespace ResidentPortal.Tests.World;

/// <summary>The whole portal with an enrolled device and an operator on duty at it; the operator's browser presses as the device's script does, the resident acts through the flows.</summary>
public sealed partial class KioskHost : IAsyncDisposable
{
    private static readonly WorkingHours Always = new(Enum.GetValues<DayOfWeek>(), new TimeOnly(0, 0), new TimeOnly(0, 0));

    private KioskHost(PortalHost portal) => (Portal, Operator) = (portal, new PortalClient(portal));

    public PortalHost Portal { get; }

    /// <summary>The operator's browser.</summary>
    public PortalClient Operator { get; private set; }

    public TestDevice Device { get; } = new() { Visitor = new Visitor("kiosk browser", "7F0000") };

    /// <summary>The duty.</summary>
    public Guid DutyId { get; private set; }

    /// <summary>The value of the resident's cookie, once they have a view.</summary>
    public string? View { get; private set; }

    /// <summary>The proof of the operator's two factors.</summary>
    public static OperatorProof Proof => DeviceSteps.Operator(hours: Always);

    public static async Task<KioskHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var host = new KioskHost(await PortalHost.StartAsync(change: null, [("Kiosks:Enabled", "true"), .. settings]));
        await host.BeginAsync();
        return host;
    }

    public T Get<T>()
        where T : notnull => Portal.Services.GetRequiredService<T>();

    /// <summary>Presses a button of a page, signed by the device as its script does it.</summary>
    public Task<Answer> PressAsync(Answer page, string form, params (string Name, string Value)[] fields) => PressAsync(page, [form], fields);

    /// <summary>Presses a button of the form that holds all these values.</summary>
    public Task<Answer> PressAsync(Answer page, IReadOnlyList<string> holding, params (string Name, string Value)[] fields) => Operator.PostFormAsync(page, holding, [.. Signed(page), .. fields]);

    /// <summary>What the script adds to a form of this page.</summary>
    public (string Name, string Value)[] Signed(Answer page)
    {
        var nonce = Nonces().Match(page.Body).Groups["nonce"].Value;
        nonce.ShouldNotBeEmpty($"{page.Path} has no nonce: {page.Text}");
        return [("Nonce", nonce), ("Signature", Device.Sign($"press\n{nonce}"))];
    }

    /// <summary>Starts a visit at the desk's page; the answer is the page of the visit.</summary>
    public async Task<Answer> StartVisitAsync(params VisitPurpose[] purposes)
    {
        var started = await PressAsync(await Operator.GetAsync(Links.Desk), "start", [.. (purposes.Length == 0 ? [VisitPurpose.Locks] : purposes).Select(purpose => ("Ticked", purpose.ToString())), ("Speaks", "eng")]);
        started.Location.ShouldBe(Links.DeskVisit, started.Text);
        return await Operator.GetAsync(Links.DeskVisit);
    }

    /// <summary>Gives the resident a screen of their own, without the page.</summary>
    public async Task OpenViewAsync() => View = (await Get<OpenView>().ExecuteAsync((await Get<OfferView>().ExecuteAsync(DutyId, ViewPlace.OtherScreen)).Value.LinkCode)).Value.Token;

    /// <summary>A visit whose resident has agreed on a screen of their own; the answer is the page of the visit.</summary>
    public async Task<Answer> AgreedAsync(params VisitPurpose[] purposes)
    {
        await StartVisitAsync(purposes);
        await OpenViewAsync();
        await AgreeAsync();
        return await Operator.GetAsync(Links.DeskVisit);
    }

    /// <summary>The resident agrees, with number and code.</summary>
    public Task AgreeAsync(OtpChannel channel = OtpChannel.Phone) => AgreeAsync(Residents.Meera, channel is OtpChannel.Phone ? Residents.MeerasPhone : Residents.MeerasEmail, channel);

    /// <summary>Another resident agrees.</summary>
    public async Task AgreeAsync(string number, string contact, OtpChannel channel = OtpChannel.Phone)
    {
        (await Get<AnswerConsent>().ExecuteAsync(View, agrees: true, TimeSpan.FromSeconds(20))).Problem.ShouldBeNull();
        (await Get<AskForConsentCode>().ExecuteAsync(View, ResidentSteps.Number(number), channel, Device.Visitor)).Problem.ShouldBeNull();
        (await Get<EnterConsentCode>().ExecuteAsync(View, await Portal.ReadCodeAsync(contact), Device.Visitor)).Problem.ShouldBeNull();
    }

    /// <summary>The resident says yes to the act before them, and enters its code.</summary>
    public async Task ConfirmActAsync(string contact = Residents.MeerasPhone)
    {
        var eventId = (await Get<ShowView>().ExecuteAsync(View)).Value.EventId;
        (await Get<AnswerAct>().ExecuteAsync(View, eventId, isRight: true)).Problem.ShouldBeNull();
        (await Get<AskForActCode>().ExecuteAsync(View, channel: null, Device.Visitor)).Problem.ShouldBeNull();
        (await Get<ConfirmAct>().ExecuteAsync(View, await Portal.ReadCodeAsync(contact), Device.Visitor)).Problem.ShouldBeNull();
    }

    /// <summary>The operator proves a factor again after the screen was handed over.</summary>
    public async Task TakeBackAsync()
    {
        var ticket = (await Get<TakeBack>().ExecuteAsync(Operator.Cookies["__Host-operator"], Proof, Device.Token, Device.Visitor)).Value;
        (DutyId, Operator.Cookies["__Host-operator"]) = (ticket.DutyId, ticket.Token);
    }

    /// <summary>A supervisor suspends the device.</summary>
    public async Task SuspendAsync()
    {
        var supervisor = (await Get<BeginDuty>().ExecuteAsync(DeviceSteps.Supervisor(), deviceToken: null, DeviceSteps.Office)).Value;
        (await Get<SuspendDevice>().ExecuteAsync(supervisor.DutyId, Device.Id)).Problem.ShouldBeNull();
    }

    /// <summary>Somebody else's browser that has the operator's cookies and nothing of the key.</summary>
    public PortalClient Copy() => Operator.Reopened();

    public async ValueTask DisposeAsync()
    {
        Operator.Dispose();
        Device.Dispose();
        await Portal.DisposeAsync();
    }

    private async Task BeginAsync()
    {
        var ticket = await Portal.Services.BeginAsync(Device, Proof);
        DutyId = ticket.DutyId;
        (Operator.Cookies["__Host-kiosk"], Operator.Cookies["__Host-operator"]) = (Device.Token!, ticket.Token);
    }

    [GeneratedRegex("data-press-nonce=\"(?<nonce>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nonces();
}
