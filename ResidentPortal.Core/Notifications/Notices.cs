using System.Text.Json;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Notifications;

/// <summary>Puts notices into the outbox, in the transaction of what they tell of.</summary>
public sealed class Notices(WorkSignal<SendNotices> sending, LookupKeys keys, AlarmTokens alarms, Vault vault, TimeProvider clock)
{
    /// <summary>Adds a notice; the caller saves and commits, then calls <see cref="Raise"/>.</summary>
    public void Add(PortalDbContext db, Notice notice)
    {
        var (now, id) = (clock.GetUtcNow(), Guid.NewGuid());
        db.Notices.Add(new NoticeRow
        {
            Id = id,
            Occasion = notice.Occasion,
            Kind = notice.Kind,
            SealedUin = notice.SealedUin ?? string.Empty,
            SealedTo = notice.SealedTo,
            PersonKey = notice.SealedUin is null ? null : keys.Person(vault.OpenIndividualId(notice.SealedUin)),
            Language = notice.Language,
            EventId = notice.EventId,
            Facts = JsonSerializer.Serialize(notice.Facts),
            CreatedAt = now,
            NextTryAt = now,
            AlarmKey = CanRaiseAlarm(notice) ? alarms.KeyOf(alarms.Of(id)) : null,
        });
    }

    /// <summary>Wakes the sender.</summary>
    public void Raise() => sending.Raise();

    // What goes to one contact alone may be read by somebody else; and after an alarm there is nothing left to lock.
    private static bool CanRaiseAlarm(Notice notice) => notice is { SealedUin: not null, SealedTo: null, Kind: not NoticeKind.AlarmRaised };
}

/// <summary>A notice to a resident.</summary>
/// <param name="Kind">What it tells of.</param>
/// <param name="SealedUin">To whom, sealed; null where it goes to one contact alone.</param>
/// <param name="Language">The language to fall back to, by MOSIP's code.</param>
/// <param name="Occasion">The one thing it tells of: the same occasion never gives a second notice.</param>
/// <param name="EventId">The service request, where there is one.</param>
public sealed record Notice(NoticeKind Kind, string? SealedUin, string Language, string Occasion, string? EventId = null)
{
    /// <summary>The purpose under which <see cref="SealedTo"/> is sealed.</summary>
    internal const string ContactPurpose = "notice-contact";

    /// <summary>The purpose under which facts whose names begin with <c>sealed.</c> are sealed until the notice is sent.</summary>
    internal const string SecretPurpose = "notice-secret";

    /// <summary>The one phone or e-mail address it goes to, sealed for <see cref="ContactPurpose"/>, in place of the registered ones.</summary>
    public string? SealedTo { get; init; }

    /// <summary>Values of its places: auth types by name, times in ISO 8601. Never a number of a person.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
