using System.Globalization;
using System.Security.Cryptography;

namespace ResidentPortal.Core.Identifiers;

/// <summary>The number of a service request (EID): 16 digits, the first not zero. It is what a resident is given to ask by; it says nothing about them.</summary>
public sealed record EventId
{
    /// <summary>How many digits an event id has.</summary>
    public const int Length = 16;

    private EventId(string digits) => Value = digits;

    /// <summary>The sixteen digits.</summary>
    public string Value { get; }

    /// <summary>A new event id, random. The ledger's unique key catches the one in nine thousand million million that is taken.</summary>
    public static EventId New()
    {
        var digits = string.Create(Length, state: 0, static (span, _) =>
        {
            span[0] = (char)('1' + RandomNumberGenerator.GetInt32(9));
            for (var i = 1; i < span.Length; i++)
            {
                span[i] = (char)('0' + RandomNumberGenerator.GetInt32(10));
            }
        });
        return new EventId(digits);
    }

    /// <summary>Whether the text is an event id; spaces, hyphens and the digits of any script are understood.</summary>
    public static bool TryParse(string? typed, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out EventId? eventId)
    {
        var digits = Digits.Normalize(typed);
        eventId = digits.Length == Length && Digits.AreAll(digits) && digits[0] != '0' ? new EventId(digits) : null;
        return eventId is not null;
    }

    /// <summary>An event id that was stored by the portal itself.</summary>
    public static EventId Stored(string digits) => TryParse(digits, out var eventId) ? eventId : throw new FormatException("A stored event id is damaged.");

    /// <summary>The number in groups of four, to be read and compared.</summary>
    public string Grouped => Digits.Group(Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
