using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using ResidentPortal.Core.Cards.Qr;

namespace ResidentPortal.Core.Storage;

/// <summary>Keys for a developer's machine: made on the first start, in a file that git ignores. A real deployment gives its own in configuration.</summary>
public static class DevelopmentKeys
{
    /// <summary>The settings that are keys, each with what makes one.</summary>
    private static readonly (string Setting, Func<string> Make)[] Needed =
    [
        ($"{KeyOptions.Section}:Lookup:1", Secret),
        ($"{KeyOptions.Section}:Wrapping:1", Secret),
        ($"{CardKeyOptions.Section}:Signing", SigningKey),
        ("Oidc:ClientKey", ClientKey),
    ];

    /// <summary>Adds the keys in the file to the configuration, making those that are not there yet. Keys configured otherwise win.</summary>
    public static void AddDevelopmentKeys(this IConfigurationManager configuration, string path)
    {
        var file = Path.GetFullPath(path);
        var keys = File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))!.AsObject() : [];
        var missing = Needed.Where(key => Find(keys, key.Setting) is null).ToList();
        if (missing.Count > 0)
        {
            missing.ForEach(key => Put(keys, key.Setting, key.Make()));
            Write(file, keys.ToJsonString());
        }

        // First in the list, so that every other source wins.
        var values = Needed.Select(key => KeyValuePair.Create(key.Setting, Find(keys, key.Setting)));
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = values });
    }

    private static string? Find(JsonNode keys, string setting) => setting.Split(':').Aggregate((JsonNode?)keys, (node, name) => node?[name])?.GetValue<string>();

    private static void Put(JsonObject keys, string setting, string value)
    {
        var names = setting.Split(':');
        var node = names[..^1].Aggregate(keys, (parent, name) => (JsonObject)(parent[name] ??= new JsonObject()));
        node[names[^1]] = value;
    }

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static string Secret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyOptionsValidation.KeySize));

    private static string ClientKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static string SigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
