using System.Security.Cryptography;

namespace ResidentPortal.Core.Identifiers;

/// <summary>What ties a code to the request it was asked with: ten digits, as ID authentication and MOSIP's own resident API want them.</summary>
public sealed record TransactionId
{
    /// <summary>How many digits a transaction id has.</summary>
    public const int Length = 10;

    private TransactionId(string digits) => Value = digits;

    /// <summary>The ten digits.</summary>
    public string Value { get; }

    /// <summary>A new transaction id, random.</summary>
    public static TransactionId New() => new(RandomNumberGenerator.GetString("0123456789", Length));

    /// <summary>Whether the text is a transaction id.</summary>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TransactionId? transactionId)
    {
        transactionId = text is { Length: Length } && Digits.AreAll(text) ? new TransactionId(text) : null;
        return transactionId is not null;
    }

    /// <summary>A transaction id that was stored by the portal itself.</summary>
    public static TransactionId Stored(string digits) => TryParse(digits, out var transactionId) ? transactionId : throw new FormatException("A stored transaction id is damaged.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
