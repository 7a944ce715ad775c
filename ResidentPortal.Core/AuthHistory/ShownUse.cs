namespace ResidentPortal.Core.AuthHistory;

/// <summary>A use of an identity as a page shows it.</summary>
public sealed record ShownUse
{
    /// <summary>What stands for it in addresses; it opens nothing without the sign-in of its owner.</summary>
    public required string Key { get; init; }

    /// <summary>When it was.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How.</summary>
    public required UseWays Ways { get; init; }

    /// <summary>Whether it was accepted.</summary>
    public required bool IsAccepted { get; init; }

    /// <summary>Whether it was refused because its owner had locked the way.</summary>
    public required bool IsStopped { get; init; }

    /// <summary>What is unusual about it.</summary>
    public required UnusualMarks Marks { get; init; }

    /// <summary>Whether it was the platform itself, or this portal through it.</summary>
    public required bool IsPlatform { get; init; }

    /// <summary>The name of the organisation, where the platform has one.</summary>
    public required string? Organisation { get; init; }

    /// <summary>Which kind of number was used.</summary>
    public required UsedNumberKind NumberKind { get; init; }

    /// <summary>The resident's own word for the VID, else its masked digits; null where it is not one of theirs in use.</summary>
    public required string? NumberName { get; init; }
}

/// <summary>A part of the history of an identity.</summary>
/// <param name="Uses">The uses, newest first.</param>
/// <param name="Found">How many there are of what was asked for.</param>
/// <param name="Page">Which page this is.</param>
/// <param name="Pages">How many pages there are; at least one.</param>
public sealed record AuthHistoryPage(IReadOnlyList<ShownUse> Uses, int Found, int Page, int Pages)
{
    /// <summary>Who used the identity, by name.</summary>
    public required IReadOnlyList<UseOrganisation> Organisations { get; init; }

    /// <summary>The numbers it can be used by now.</summary>
    public required IReadOnlyList<UseNumber> Numbers { get; init; }

    /// <summary>Whether the history goes on behind what was read.</summary>
    public required bool IsCut { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset ReadAt { get; init; }
}

/// <summary>An organisation that used the identity.</summary>
/// <param name="Key">What stands for it in addresses.</param>
/// <param name="Name">Its name.</param>
public sealed record UseOrganisation(string Key, string Name);

/// <summary>A number the identity is used by.</summary>
/// <param name="Key">What stands for it in addresses.</param>
/// <param name="Name">The label or the masked digits of a VID; null for the UIN.</param>
public sealed record UseNumber(string Key, string? Name);
