using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace ResidentPortal.Core.Storage;

/// <summary>Keys for a developer's machine: made on the first start, in a file that git ignores. A real deployment gives its own in configuration.</summary>
public static class DevelopmentKeys
{
    /// <summary>Adds the keys in the file to the configuration, making the file where there is none. Keys configured otherwise win.</summary>
    public static void AddDevelopmentKeys(this IConfigurationManager configuration, string path)
    {
        var file = Path.GetFullPath(path);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var keys = new { Keys = new { Lookup = Fresh(), Wrapping = Fresh() } };
            File.WriteAllText(file, JsonSerializer.Serialize(keys));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        // First in the list, so that every other source wins.
        var stored = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, Dictionary<string, string>>>>(File.ReadAllText(file))!;
        var values = stored[KeyOptions.Section].SelectMany(kind => kind.Value.Select(key => KeyValuePair.Create($"{KeyOptions.Section}:{kind.Key}:{key.Key}", (string?)key.Value)));
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = values });
    }

    private static Dictionary<string, string> Fresh() =>
        new(StringComparer.Ordinal) { ["1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyOptionsValidation.KeySize)) };
}
