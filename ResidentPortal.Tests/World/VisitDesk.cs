using System.Text.RegularExpressions;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Sessions;
using Shouldly;

namespace ResidentPortal.Tests.World;

/// <summary>One desk of a portal with a resident of its own beside it: the operator's browser and the resident's phone, both by their pages alone.</summary>
internal sealed partial class VisitDesk : IDisposable
{
    private readonly TestDevice _device;

    private VisitDesk(PortalClient operating, TestDevice device, string number, string phone) => (Operator, Resident, _device, Number, Phone) = (operating, new PortalClient(operating.Portal), device, number, phone);

    public PortalClient Operator { get; }

    public PortalClient Resident { get; }

    /// <summary>The resident's number.</summary>
    public string Number { get; }

    /// <summary>The resident's phone.</summary>
    public string Phone { get; }

    private PortalHost Portal => Operator.Portal;

    /// <summary>A desk with an operator on duty.</summary>
    public static async Task<VisitDesk> StartAsync(PortalHost portal, string operatorNumber, string number, string phone)
    {
        var client = new PortalClient(portal);
        var device = await client.ProveDeviceAsync();
        await client.BeginAsync(DeviceSteps.Operator(operatorNumber, hours: KioskSteps.AlwaysOperator.Hours));
        return new VisitDesk(client, device, number, phone);
    }

    /// <summary>Presses a button of a page at the desk, signed by the device.</summary>
    public Task<Answer> PressAsync(Answer page, IReadOnlyList<string> holding, params (string Name, string Value)[] fields) => Operator.PostFormAsync(page, holding, [.. _device.Press(page), .. fields]);

    /// <summary>Begins a visit, and opens the resident's view on their phone; the answer is the page that asks for consent.</summary>
    public async Task<Answer> OpenAsync(VisitPurpose purpose)
    {
        Resident.Cookies.Clear();
        (await Operator.ProveAsync(_device, isStart: true)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await PressAsync(await Operator.GetAsync(Links.Desk), ["start"], ("Ticked", $"{purpose}"), ("Speaks", "eng"))).Location.ShouldBe(Links.DeskVisit);
        var offered = await PressAsync(await Operator.GetAsync(Links.DeskVisit), ["other-screen"]);
        var link = Addresses().Match(offered.Markup).Groups["path"].Value;
        return await Resident.FollowAsync(await Resident.PostFormAsync(await Resident.GetAsync(link), "open"));
    }

    /// <summary>Begins a visit whose resident agrees, with number and code where they are wanted; the answer is the page that waits.</summary>
    public async Task<Answer> AgreeAsync(VisitPurpose purpose)
    {
        var next = await DoAsync(await OpenAsync(purpose), "Agree");
        return next.Body.Contains("name=\"Number\"", StringComparison.Ordinal) ? await DoAsync(await AskAsync(next), "ConsentCode", ("Code", await Portal.ReadCodeAsync(Phone))) : next;
    }

    /// <summary>Gives the number; the answer is the page for the code.</summary>
    public Task<Answer> AskAsync(Answer page) => DoAsync(page, "Number", ("Number", Number), ("Channel", "phone"));

    /// <summary>"Yes, this is right", and a code is sent for it; the answer is the page for that.</summary>
    public async Task<Answer> SayYesAsync() => await DoAsync(await DoAsync(await Resident.GetAsync(Links.Visit), "Right"), "Send", ("Channel", "phone"));

    /// <summary>The next code that comes to the resident's phone.</summary>
    public Task<string> ReadCodeAsync() => Portal.ReadCodeAsync(Phone);

    /// <summary>Presses in the view, sees that the answer leads on, and follows it.</summary>
    public async Task<Answer> DoAsync(Answer page, string deed, params (string Name, string Value)[] fields)
    {
        var answer = await PostAsync(page, deed, fields);
        answer.Location.ShouldNotBeNull(answer.Text);
        return await Resident.FollowAsync(answer);
    }

    /// <summary>Presses in the view. The button's own value goes along only where its form has no hidden one.</summary>
    public Task<Answer> PostAsync(Answer page, string deed, params (string Name, string Value)[] fields) =>
        Resident.PostFormAsync(page, ["visit", deed], [.. page.Body.Contains($"type=\"hidden\" name=\"Deed\" value=\"{deed}\"", StringComparison.Ordinal) ? [] : new[] { ("Deed", deed) }, .. fields]);

    /// <summary>Finishes the visit at the desk; the answer says what was done.</summary>
    public async Task<Answer> FinishAsync() => await PressAsync(await Operator.GetAsync(Links.DeskVisit), ["finish"]);

    public void Dispose()
    {
        Operator.Dispose();
        Resident.Dispose();
        _device.Dispose();
    }

    [GeneratedRegex("http://localhost(?<path>/v/[A-Z]{8})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addresses();
}
