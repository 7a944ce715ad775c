namespace ResidentPortal.Core.Kiosks.Devices;

/// <summary>A device that has proved its key a short while ago. That alone gives no rights.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Name">What the supervisor calls it.</param>
/// <param name="CentreCode">The centre where it stands.</param>
/// <param name="ProvedUntil">Until when the proof holds.</param>
public sealed record KioskDevice(Guid Id, string Name, string CentreCode, DateTimeOffset ProvedUntil);

/// <summary>A code by which one device may be enrolled.</summary>
/// <param name="Code">Eight unmistakable letters, in two groups.</param>
/// <param name="Until">Until when it may be used.</param>
public sealed record EnrolmentOffer(string Code, DateTimeOffset Until)
{
    /// <inheritdoc/>
    public override string ToString() => $"offer until {Until:O}";
}

/// <summary>A device that made its key and waits to be confirmed.</summary>
/// <param name="DeviceId">The row's id.</param>
/// <param name="Words">Six words of its key, to be compared with the supervisor's screen.</param>
public sealed record EnrolledDevice(Guid DeviceId, IReadOnlyList<string> Words);

/// <summary>A question to a device, which it answers with its key.</summary>
/// <param name="Nonce">What to sign, after <c>prove</c> and a line feed.</param>
/// <param name="Until">Until when the answer counts.</param>
public sealed record DeviceChallenge(string Nonce, DateTimeOffset Until);

/// <summary>That a device proved its key: the token is for its cookie and stands nowhere else.</summary>
/// <param name="DeviceId">The device.</param>
/// <param name="Token">256 random bits, in base64url.</param>
/// <param name="Until">Until when it holds.</param>
public sealed record DeviceTicket(Guid DeviceId, string Token, DateTimeOffset Until)
{
    /// <inheritdoc/>
    public override string ToString() => $"ticket of device {DeviceId}";
}

/// <summary>A device as a supervisor sees it.</summary>
public sealed record DeviceEntry
{
    /// <summary>The row's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the supervisor calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The centre where it stands.</summary>
    public required string CentreCode { get; init; }

    /// <summary>Six words of its key.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>What it may do.</summary>
    public required DeviceState State { get; init; }

    /// <summary>When it made its key.</summary>
    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>Until when it is enrolled.</summary>
    public required DateTimeOffset ActiveUntil { get; init; }

    /// <summary>When it last proved its key; null before it did.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>Whether a resident is helped there just now.</summary>
    public required bool HasVisit { get; init; }
}

/// <summary>What an enrolled device may do.</summary>
public enum DeviceState
{
    /// <summary>Nothing yet: a supervisor has to compare its words.</summary>
    Waiting,

    /// <summary>It works.</summary>
    Active,

    /// <summary>It was suspended, for good.</summary>
    Suspended,

    /// <summary>Its time is over.</summary>
    Over,
}
