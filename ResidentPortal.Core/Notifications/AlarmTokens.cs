using System.Buffers.Text;
using System.Security.Cryptography;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Notifications;

/// <summary>
/// The tokens of "This was not me" links: 256 bits made from the id of the notice by a key of their own, so that none is kept anywhere. A row has its hash, by which
/// it is found.
/// </summary>
public sealed class AlarmTokens(LookupKeys keys)
{
    private readonly byte[] _key = keys.Derive("alarm-token");

    /// <summary>The token of a notice.</summary>
    internal string Of(Guid noticeId) => Base64Url.EncodeToString(HMACSHA256.HashData(_key, noticeId.ToByteArray()));

    /// <summary>The hash under which a token is found.</summary>
    internal string KeyOf(string token) => keys.Hash("alarm", token);
}
