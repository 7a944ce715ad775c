using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;

namespace ResidentPortal.Core.Storage;

/// <summary>
/// Keyed hashes (HMAC-SHA-256) under which numbers and tokens are stored and looked up. A plain hash of a ten-digit number is guessed in seconds; this one is
/// useless without the key in configuration. A hash carries the version of its key.
/// </summary>
public sealed class LookupKeys
{
    private readonly string _version;
    private readonly byte[] _key;

    public LookupKeys(IOptions<KeyOptions> options)
    {
        _version = options.Value.CurrentLookup;
        _key = Convert.FromBase64String(options.Value.Lookup[_version]);
    }

    /// <summary>The hash of a value; the kind keeps equal texts of different meaning apart. At most 64 characters.</summary>
    public string Hash(string kind, string value) => $"{_version}.{Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{kind}\n{value}")))}";

    /// <summary>The person key: the hash of the UIN.</summary>
    public string Person(Uin uin) => Hash("person", uin.Reveal());

    /// <summary>The person key of a UIN; of a VID a key of its own, until the UIN behind it is known.</summary>
    public string Person(IndividualId individualId) => Hash("person", individualId.Reveal());

    /// <summary>The hash of a RID.</summary>
    public string Registration(Rid rid) => Hash("rid", rid.Reveal());

    /// <summary>The hash of a program that acts in people's names: its client, or its network where it is nobody's client.</summary>
    public string Program(string program) => Hash("program", program);

    /// <summary>A key of its own for another purpose, derived from this one (HKDF).</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, KeyOptionsValidation.KeySize, info: Encoding.UTF8.GetBytes(purpose));
}
