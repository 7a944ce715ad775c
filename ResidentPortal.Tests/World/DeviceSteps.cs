using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Tests.World;

/// <summary>What supervisors, operators and their devices do before any resident comes.</summary>
internal static class DeviceSteps
{
    public const string Centre = "10001";

    /// <summary>Where a supervisor sits.</summary>
    public static readonly Visitor Office = new("office browser", "198.51.100", "Firefox", "Linux");

    /// <summary>An operator who works at any hour unless it is said otherwise.</summary>
    public static OperatorProof Operator(string number = "K0001", string centre = Centre, WorkingHours? hours = null) =>
        new($"id of {number}", number, "Asha Operator", centre, PersonKey: null, hours ?? WorkingHours.Usual, IsSupervisor: false);

    /// <summary>A supervisor.</summary>
    public static OperatorProof Supervisor(string number = "S0001") => new($"id of {number}", number, "Sara Supervisor", Centre, PersonKey: null, WorkingHours.Usual, IsSupervisor: true);

    /// <summary>A supervisor's duty.</summary>
    public static async Task<DutyTicket> BeginSupervisorAsync(this CoreWorld world) => (await world.Get<BeginDuty>().ExecuteAsync(Supervisor(), deviceToken: null, Office)).Value;

    /// <summary>A device that made its key by a supervisor's code, and is not confirmed.</summary>
    public static async Task<TestDevice> WaitingDeviceAsync(this CoreWorld world, Guid supervisor, string centre = Centre)
    {
        var device = new TestDevice();
        var offer = (await world.Get<OfferEnrolment>().ExecuteAsync(supervisor, "Counter 1", centre)).Value;
        device.Id = (await world.EnrolAsync(device, offer.Code)).Value.DeviceId;
        return device;
    }

    /// <summary>A device that works and has just proved its key.</summary>
    public static async Task<TestDevice> ProvedDeviceAsync(this CoreWorld world, string centre = Centre)
    {
        var supervisor = (await world.BeginSupervisorAsync()).DutyId;
        var device = await world.WaitingDeviceAsync(supervisor, centre);
        _ = (await world.Get<ConfirmDevice>().ExecuteAsync(supervisor, device.Id)).Value;
        _ = (await world.ProveAsync(device)).Value;
        return device;
    }

    /// <summary>Enrols by a code.</summary>
    public static Task<Outcome<EnrolledDevice>> EnrolAsync(this CoreWorld world, TestDevice device, string? code) =>
        world.Get<EnrolDevice>().ExecuteAsync(code, device.PublicKey, device.Sign($"enrol\n{code?.Replace("-", string.Empty, StringComparison.Ordinal)}"), device.Visitor);

    /// <summary>Proves the device's key, and keeps the token.</summary>
    public static async Task<Outcome<DeviceTicket>> ProveAsync(this CoreWorld world, TestDevice device)
    {
        var asked = await world.Get<AskForDeviceProof>().ExecuteAsync(device.Id);
        if (!asked.Try(out var challenge, out var problem))
        {
            return problem;
        }

        var proved = await world.Get<ProveDevice>().ExecuteAsync(device.Id, challenge.Nonce, device.Sign($"prove\n{challenge.Nonce}"), device.Visitor);
        device.Token = proved.IsSuccess ? proved.Value.Token : device.Token;
        return proved;
    }

    /// <summary>Begins an operator's duty at a proved device.</summary>
    public static Task<Outcome<DutyTicket>> BeginAsync(this CoreWorld world, TestDevice device, OperatorProof? proof = null) =>
        world.Get<BeginDuty>().ExecuteAsync(proof ?? Operator(), device.Token, device.Visitor);

    /// <summary>An operator's duty at a device that begins with its enrolment, by the services of a portal.</summary>
    public static async Task<DutyTicket> BeginAsync(this IServiceProvider portal, TestDevice device, OperatorProof proof)
    {
        var supervisor = (await portal.GetRequiredService<BeginDuty>().ExecuteAsync(Supervisor(), deviceToken: null, Office)).Value.DutyId;
        var code = (await portal.GetRequiredService<OfferEnrolment>().ExecuteAsync(supervisor, "Counter 1", Centre)).Value.Code;
        device.Id = (await portal.GetRequiredService<EnrolDevice>().ExecuteAsync(code, device.PublicKey, device.Sign($"enrol\n{code.Replace("-", string.Empty, StringComparison.Ordinal)}"), device.Visitor)).Value.DeviceId;
        _ = (await portal.GetRequiredService<ConfirmDevice>().ExecuteAsync(supervisor, device.Id)).Value;
        var nonce = (await portal.GetRequiredService<AskForDeviceProof>().ExecuteAsync(device.Id)).Value.Nonce;
        device.Token = (await portal.GetRequiredService<ProveDevice>().ExecuteAsync(device.Id, nonce, device.Sign($"prove\n{nonce}"), device.Visitor)).Value.Token;
        return (await portal.GetRequiredService<BeginDuty>().ExecuteAsync(proof, device.Token, device.Visitor)).Value;
    }

    /// <summary>Asks for the duty again, as every request does.</summary>
    public static Task<Outcome<Duty>> ResumeAsync(this CoreWorld world, DutyTicket ticket, TestDevice device, PressProof? press = null) =>
        world.Get<ResumeDuty>().ExecuteAsync(ticket.Token, device.Token, device.Visitor, isSeen: true, press);

    /// <summary>The device's signature for a press.</summary>
    public static PressProof Press(this TestDevice device, Duty duty) => new(duty.PressNonce, device.Sign($"press\n{duty.PressNonce}"));
}
