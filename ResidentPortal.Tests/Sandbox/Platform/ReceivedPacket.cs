using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>A registration packet that was announced: what its file has to be, and by what its RID can be found again.</summary>
public sealed record AnnouncedPacket(string Rid, string Process, string Hash, long Size)
{
    /// <summary>The name it was announced with.</summary>
    public string? Name { get; init; }

    /// <summary>The phone.</summary>
    public string? Phone { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }
}

/// <summary>A document in a packet.</summary>
public sealed record ReceivedDocument(string Field, string Type, string Format, int Size);

/// <summary>A registration packet that was received, opened.</summary>
public sealed record ReceivedPacket(string Rid, string Process, IReadOnlyDictionary<string, JsonNode> Attributes)
{
    /// <summary>A change of data.</summary>
    public const string Update = "RES_UPDATE";

    /// <summary>A card to be printed anew.</summary>
    public const string Reprint = "RES_REPRINT";

    /// <summary>Its documents.</summary>
    public IReadOnlyList<ReceivedDocument> Documents { get; init; } = [];

    /// <summary>For a reprint: <c>UIN</c> or <c>MASKED_UIN</c>.</summary>
    public string? CardType { get; init; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it changes the identity.</summary>
    public DateTimeOffset EffectiveAt { get; init; }

    /// <summary>Whether it was rejected or taken back.</summary>
    public bool IsStopped { get; init; }

    /// <summary>The UIN; null where it has none.</summary>
    public string? Uin => Attributes.GetValueOrDefault("UIN")?.ToString();

    /// <summary>The attributes that it changes.</summary>
    public IReadOnlyList<string> Changes => [.. Attributes.Keys.Where(name => name is not ("UIN" or "IDSchemaVersion"))];
}
