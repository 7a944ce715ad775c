using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Packets;

/// <summary>What a registration packet of the portal carries.</summary>
public sealed record Packet
{
    /// <summary>Its RID, from <see cref="IPackets.ReserveAsync"/>.</summary>
    public required Rid Rid { get; init; }

    /// <summary>What it is for.</summary>
    public required PacketProcess Process { get; init; }

    /// <summary>Whose identity it concerns.</summary>
    public required Uin Uin { get; init; }

    /// <summary>The language it is announced in, by MOSIP's code.</summary>
    public required string Language { get; init; }

    /// <summary>The attributes that change, by their name in the country's ID schema; the UIN and the schema's version are added by the adapter.</summary>
    public IReadOnlyDictionary<string, FieldValue> Fields { get; init; } = new Dictionary<string, FieldValue>(StringComparer.Ordinal);

    /// <summary>The documents.</summary>
    public IReadOnlyList<PacketDocument> Documents { get; init; } = [];

    /// <summary>By what the RID can be found again if it is lost; each may be missing.</summary>
    public PacketHolder? Holder { get; init; }

    /// <summary>For a reprint: whether the card hides all but the last digits of the UIN (<c>CARDTYPE</c> <c>MASKED_UIN</c>).</summary>
    public bool IsMasked { get; init; }

    /// <summary>Without what is in it.</summary>
    public override string ToString() => $"{Process} packet";
}

/// <summary>What a packet is for.</summary>
public enum PacketProcess
{
    /// <summary>A change of data (<c>RES_UPDATE</c>).</summary>
    Update,

    /// <summary>A card to be printed anew (<c>RES_REPRINT</c>).</summary>
    Reprint,
}

/// <summary>A document in a packet.</summary>
/// <param name="Field">The attribute of the ID schema that holds it, <c>proofOfAddress</c>.</param>
/// <param name="Type">The code of its type in master data, <c>RNC</c>.</param>
/// <param name="Format">The ending of its file, <c>pdf</c> or <c>jpg</c>.</param>
/// <param name="File">The file.</param>
public sealed record PacketDocument(string Field, string Type, string Format, byte[] File)
{
    /// <summary>Without the file.</summary>
    public override string ToString() => nameof(PacketDocument);
}

/// <summary>By what a lost RID is found again (the fields of the sync record).</summary>
/// <param name="Name">The full name.</param>
/// <param name="Phone">The phone.</param>
/// <param name="Email">The e-mail address.</param>
public sealed record PacketHolder(string? Name, string? Phone, string? Email)
{
    /// <summary>Without name and contacts.</summary>
    public override string ToString() => nameof(PacketHolder);
}
