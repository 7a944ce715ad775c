using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Packets;

/// <summary>What can go wrong with handing in a packet.</summary>
public static class PacketProblems
{
    /// <summary>The packet would be larger than the platform takes. Facts <c>megabytes</c> and <c>limit</c>.</summary>
    public static readonly Problem TooLarge = new("packet.tooLarge", ProblemKind.Invalid);

    /// <summary>The platform does not take packets of this process: its operator has not switched it on (RPR-RGS-003).</summary>
    public static readonly Problem NotTaken = new("packet.notTaken", ProblemKind.Refused);
}
