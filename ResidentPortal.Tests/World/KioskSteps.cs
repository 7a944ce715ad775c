using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Otp;
using ResidentPortal.Sessions;
using Shouldly;

namespace ResidentPortal.Tests.World;

/// <summary>What devices, operators and supervisors do at a portal over HTTP, before any resident comes.</summary>
internal static class KioskSteps
{
    /// <summary>The setting without which there is no assisted mode.</summary>
    public static readonly (string Key, string Value) Enabled = ("Kiosks:Enabled", "true");

    /// <summary>An operator who may work at any hour.</summary>
    public static OperatorProof AlwaysOperator => DeviceSteps.Operator(hours: new WorkingHours([.. Enum.GetValues<DayOfWeek>()], TimeOnly.MinValue, TimeOnly.MinValue));

    /// <summary>Begins a supervisor's duty in this browser.</summary>
    public static async Task<DutyTicket> BeginSupervisorAsync(this PortalClient client) => await client.BeginAsync(DeviceSteps.Supervisor());

    /// <summary>Begins a duty in this browser, as somebody who has proved two factors.</summary>
    public static async Task<DutyTicket> BeginAsync(this PortalClient client, OperatorProof proof)
    {
        var begun = await client.Portal.Services.GetRequiredService<BeginDuty>().ExecuteAsync(proof, client.Cookies.GetValueOrDefault(PortalCookies.Kiosk), Visitor(client));
        client.Cookies[PortalCookies.Operator] = begun.Value.Token;
        return begun.Value;
    }

    /// <summary>Makes this browser a device that works and has proved its key.</summary>
    public static async Task<TestDevice> BecomeDeviceAsync(this PortalClient client)
    {
        using var supervisor = new PortalClient(client.Portal);
        var duty = (await supervisor.BeginSupervisorAsync()).DutyId;
        var device = new TestDevice();
        var code = (await client.Portal.Services.GetRequiredService<OfferEnrolment>().ExecuteAsync(duty, "Counter 1", DeviceSteps.Centre)).Value.Code;
        device.Id = Json(await client.EnrolAsync(device, code)).GetProperty("deviceId").GetGuid();
        (await client.Portal.Services.GetRequiredService<ConfirmDevice>().ExecuteAsync(duty, device.Id)).IsSuccess.ShouldBeTrue();
        (await client.ProveAsync(device)).Status.ShouldBe(HttpStatusCode.OK);
        return device;
    }

    /// <summary>Sends the public key with a code.</summary>
    public static Task<Answer> EnrolAsync(this PortalClient client, TestDevice device, string code) =>
        client.PostJsonAsync(Links.KioskEnrolKey, new { code, key = device.PublicKey, signature = device.Sign($"enrol\n{code.Replace("-", string.Empty, StringComparison.Ordinal)}") });

    /// <summary>Answers a question of the portal with the key.</summary>
    public static async Task<Answer> ProveAsync(this PortalClient client, TestDevice device, bool isStart = false)
    {
        var asked = await client.PostJsonAsync(Links.KioskChallenge, new { deviceId = device.Id });
        if (asked.Status is not HttpStatusCode.OK)
        {
            return asked;
        }

        var nonce = Json(asked).GetProperty("nonce").GetString()!;
        return await client.PostJsonAsync(Links.KioskProof, new { deviceId = device.Id, nonce, signature = device.Sign($"prove\n{nonce}"), isStart });
    }

    /// <summary>Sends JSON as a script of the portal's own pages does.</summary>
    public static Task<Answer> PostJsonAsync(this PortalClient client, string path, object what, string site = "same-origin") =>
        client.SendAsync(HttpMethod.Post, path, JsonContent.Create(what), ("Sec-Fetch-Site", site), ("Accept", "application/json"));

    /// <summary>The device's signature for a press of this page, as its script fills it in.</summary>
    public static (string Name, string Value)[] Press(this TestDevice device, Answer page)
    {
        var nonce = WebUtility.HtmlDecode(page.Body.Split("data-press-nonce=\"")[1].Split('"')[0]);
        return [("Nonce", nonce), ("Signature", device.Sign($"press\n{nonce}"))];
    }

    /// <summary>An answer as JSON.</summary>
    public static JsonElement Json(Answer answer) => JsonDocument.Parse(answer.Body).RootElement;

    // As the portal sees the browser without a screen.
    private static Visitor Visitor(PortalClient client) => new(client.Cookies.GetValueOrDefault(PortalCookies.Device) ?? "device", "7F0000");
}
