using System.Text.Json;
using System.Text.Json.Serialization;
using ResidentPortal.Core.Recovery;

namespace ResidentPortal.Api.LostNumbers;

/// <summary>What is known of a person whose number is lost.</summary>
internal sealed record LostNumberRequest
{
    /// <summary>The transaction; the code holds for this one alone.</summary>
    [JsonPropertyName("transactionID")]
    public string? TransactionId { get; init; }

    /// <summary>Always <c>demo</c>.</summary>
    public string? IndividualIdType { get; init; }

    /// <summary>The code, six digits; left out where one is asked for.</summary>
    public string? Otp { get; init; }

    /// <summary>The person.</summary>
    public Demographics? Demographics { get; init; }
}

/// <summary>A person as they were registered: full name, postal code, and a phone or an e-mail address.</summary>
internal sealed record Demographics
{
    /// <summary>The full name: <c>[{"language":"eng","value":"…"}]</c>, or a text.</summary>
    public JsonElement? Name { get; init; }

    /// <summary>The gender; not needed.</summary>
    public JsonElement? Gender { get; init; }

    /// <summary>The postal code: <c>{"type":"…"}</c>, <c>{"value":"…"}</c>, or a text.</summary>
    public JsonElement? PostalCode { get; init; }

    /// <summary>The phone number, in the same forms.</summary>
    public JsonElement? Phone { get; init; }

    /// <summary>The e-mail address, in the same forms.</summary>
    public JsonElement? Email { get; init; }
}

/// <summary>That a search was taken. It tells neither a number nor whether there is one.</summary>
internal sealed record LostNumberReply
{
    private const int UinDigits = 10;
    private const int RidDigits = 29;

    public LostNumberReply(LostNumberKind kind, string message, string password)
    {
        (Message, Password) = (message, password);
        Uin = kind is LostNumberKind.Uin ? new string('X', UinDigits) : null;
        Rid = kind is LostNumberKind.Rid ? new string('X', RidDigits) : null;
    }

    /// <summary>The UIN, every digit of it hidden: it goes to the registered contact.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Uin { get; }

    /// <summary>The RID, every digit of it hidden.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rid { get; }

    /// <summary>Where word of it goes.</summary>
    public string Message { get; }

    /// <summary>What opens the letter, should one come: eight letters and digits, shown here alone.</summary>
    public string Password { get; }

    /// <inheritdoc/>
    public override string ToString() => nameof(LostNumberReply);
}
