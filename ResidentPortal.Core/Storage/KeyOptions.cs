using Microsoft.Extensions.Options;

namespace ResidentPortal.Core.Storage;

/// <summary>
/// The secrets that the stored data is useless without (section <c>Keys</c>): 32 random bytes each, in base64, numbered from 1 so that a new one can be
/// added beside the old.
/// </summary>
public sealed class KeyOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Keys";

    /// <summary>Keys of the keyed hashes by which numbers are looked up, by version.</summary>
    public Dictionary<string, string> Lookup { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys that wrap the data-protection ring in the database, by version.</summary>
    public Dictionary<string, string> Wrapping { get; } = new(StringComparer.Ordinal);

    /// <summary>The version of the lookup key that new hashes are made with.</summary>
    public string CurrentLookup { get; set; } = "1";

    /// <summary>The version of the wrapping key that new rings are wrapped with.</summary>
    public string CurrentWrapping { get; set; } = "1";
}

/// <summary>Refuses to start without whole keys, in a sentence that names the missing one and never shows a value.</summary>
internal sealed class KeyOptionsValidation : IValidateOptions<KeyOptions>
{
    /// <summary>The length of every key in bytes.</summary>
    public const int KeySize = 32;

    public ValidateOptionsResult Validate(string? name, KeyOptions options)
    {
        string[] faults = [.. Judge("Lookup", options.Lookup, options.CurrentLookup), .. Judge("Wrapping", options.Wrapping, options.CurrentWrapping)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Judge(string kind, Dictionary<string, string> keys, string current)
    {
        if (!keys.ContainsKey(current))
        {
            yield return $"{KeyOptions.Section}:{kind}:{current} is missing: give it 32 random bytes in base64 (openssl rand -base64 32).";
        }

        foreach (var (version, value) in keys)
        {
            var bytes = new byte[KeySize + 1];
            if (!Convert.TryFromBase64String(value, bytes, out var length) || length != KeySize)
            {
                yield return $"{KeyOptions.Section}:{kind}:{version} is not 32 bytes in base64.";
            }
        }
    }
}
