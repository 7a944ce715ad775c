using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Packets;

/// <summary>
/// The platform's door for registration packets (MOSIP RID generator, key manager, registration processor <c>/sync</c> and <c>/registrationpackets</c>), behind the
/// portal's own machine.
/// </summary>
public interface IPackets
{
    /// <summary>A new RID for a packet of the portal's machine. Taken before anything is sent, so that it can be looked for whatever happens. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<Rid>> ReserveAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Builds the packet, has it encrypted and signed, announces it and hands it in. Sent once. Success means received, not processed. Problems:
    /// <see cref="PacketProblems.TooLarge"/> (nothing was sent), <see cref="PacketProblems.NotTaken"/> (the platform does not take packets of this process),
    /// <see cref="CommonProblems.Refused"/>, <see cref="CommonProblems.ServiceUnavailable"/> (certainly not received), <see cref="CommonProblems.OutcomeUnknown"/>.
    /// </summary>
    Task<Outcome<Done>> SendAsync(Packet packet, CancellationToken cancellationToken);
}
