using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using System.Text;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Cards.Qr;

/// <summary>
/// Checks the text of a card's QR code with the authority's own keys alone: no network, no database. What it proves is that this text was signed by the
/// authority and is unchanged and in time, not that the card is still in use, nor that the bearer is its holder.
/// </summary>
public sealed class CardCheck(CardKeys keys)
{
    /// <summary>The algorithm ES256 in COSE (RFC 9053): the only one that is believed, whatever a message says of itself.</summary>
    private const int Es256 = -7;

    /// <summary>The tag that may stand around a token (RFC 8392 §6).</summary>
    private const CborTag WebToken = (CborTag)61;

    /// <summary>
    /// The card in a text. Problems: <see cref="CardProblems.NotACard"/>, <see cref="CardProblems.OtherIssuer"/>, <see cref="CardProblems.Changed"/>,
    /// <see cref="CardProblems.Expired"/>, <see cref="CardProblems.NotYetValid"/>.
    /// </summary>
    public Outcome<CheckedCard> Read(string text, DateTimeOffset now)
    {
        if (CardText.Read(text) is not { } bytes || Message(bytes) is not { Content: { } content } message)
        {
            return CardProblems.NotACard;
        }

        if (KeyId(message) is not { } keyId)
        {
            return CardProblems.OtherIssuer;
        }

        using var key = keys.OpenPublic(keyId);
        if (key is null)
        {
            return CardProblems.OtherIssuer;
        }

        return !Verify(message, key) ? CardProblems.Changed
            : CardToken.Read(content.ToArray()) is not { } token ? CardProblems.NotACard
            : Judge(token, keyId, now);
    }

    private static Outcome<CheckedCard> Judge(CardToken token, string keyId, DateTimeOffset now) =>
        now >= token.ValidUntil ? CardProblems.Expired.With("at", token.ValidUntil)
        : now < token.ValidFrom ? CardProblems.NotYetValid.With("at", token.ValidFrom)
        : new CheckedCard { Claims = token.Claims, Issuer = token.Issuer, IssuedAt = token.IssuedAt, ValidUntil = token.ValidUntil, KeyId = keyId };

    private static CoseSign1Message? Message(byte[] bytes)
    {
        if (!CborShape.IsSound(bytes))
        {
            return null;
        }

        var reader = new CborReader(bytes);
        if (reader.PeekState() is CborReaderState.Tag && reader.PeekTag() == WebToken)
        {
            reader.ReadTag();
        }

        try
        {
            var message = CoseMessage.DecodeSign1(reader.ReadEncodedValue().Span);
            return message.ProtectedHeaders.ContainsKey(CoseHeaderLabel.CriticalHeaders) ? null : message;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The id of the key a message says it is signed with; null where it says none, or that it is signed in another way than ours.</summary>
    private static string? KeyId(CoseSign1Message message)
    {
        try
        {
            return message.ProtectedHeaders.TryGetValue(CoseHeaderLabel.Algorithm, out var algorithm) && algorithm.GetValueAsInt32() == Es256
                && (message.ProtectedHeaders.TryGetValue(CoseHeaderLabel.KeyIdentifier, out var id) || message.UnprotectedHeaders.TryGetValue(CoseHeaderLabel.KeyIdentifier, out id))
                ? Encoding.ASCII.GetString(id.GetValueAsBytes())
                : null;
        }
        catch (InvalidOperationException)
        {
            // A header of another type than it should be.
            return null;
        }
    }

    private static bool Verify(CoseSign1Message message, ECDsa key)
    {
        try
        {
            return message.VerifyEmbedded(key);
        }
        catch (CryptographicException)
        {
            // A signature that is none at all.
            return false;
        }
    }
}
