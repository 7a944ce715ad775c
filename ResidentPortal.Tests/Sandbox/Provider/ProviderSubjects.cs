using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ResidentPortal.Sandbox;

/// <summary>Who signed in at the provider: a client knows a person by a token of its own, and learns the number only from the user information.</summary>
internal sealed class ProviderSubjects
{
    private readonly ConcurrentDictionary<string, string> _numbers = new(StringComparer.Ordinal);

    /// <summary>The token of a person at a client.</summary>
    internal string Add(string clientId, string uin, string number)
    {
        var subject = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{clientId} {uin}")));
        _numbers[subject] = number;
        return subject;
    }

    /// <summary>The UIN or VID the person signed in with.</summary>
    internal string? NumberOf(string subject) => _numbers.GetValueOrDefault(subject);
}
