using System.Text;
using Microsoft.Data.Sqlite;
using ResidentPortal.Sandbox;

namespace ResidentPortal.Tests.Privacy;

/// <summary>What must never be found in the open: everything of a person that passes through the portal, in the forms it might be written in.</summary>
internal static class Markers
{
    public static IEnumerable<string> Of(Resident resident) =>
        new[] { resident.Uin, resident.Vid, resident.Rid, resident.Phone, resident.Email }.OfType<string>()
            .Concat(resident.Names.Values).Concat(resident.Names.Values.SelectMany(name => name.Split(' ').Where(part => part.Length > 3)));

    /// <summary>The password of the card of the demo resident, by the platform's rule.</summary>
    public const string CardPassword = "MEER1990";

    /// <summary>What passes through where VIDs and cards are used: every VID, as digits and in groups, the address, the password.</summary>
    public static IEnumerable<string> OfVidsAndCards(PlatformState platform, Resident resident) =>
        platform.Vids.Usable(resident.Uin).SelectMany(vid => new[] { vid.Vid, string.Join(' ', vid.Vid.Chunk(4).Select(four => new string(four))) })
            .Concat(resident.Names.Keys.SelectMany(platform.FindIdentity(resident.Uin, "UIN").AddressIn))
            .Append(CardPassword);

    /// <summary>The markers that stand in a text.</summary>
    public static IReadOnlyList<string> FoundIn(string text, IEnumerable<string> markers) => [.. markers.Where(marker => text.Contains(marker, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The markers that stand in a file of SQLite or what it writes ahead: as text, or as text in base64, wherever in it they begin.</summary>
    public static IReadOnlyList<string> FoundInDatabase(string path, IEnumerable<string> markers)
    {
        SqliteConnection.ClearAllPools();
        var files = new[] { path, path + "-wal" }.Where(File.Exists).Select(Read).ToList();
        return [.. markers.Where(marker => files.Any(file => FormsOf(marker).Any(form => file.AsSpan().IndexOf(form) >= 0)))];
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static IEnumerable<byte[]> FormsOf(string marker)
    {
        var plain = Encoding.UTF8.GetBytes(marker);
        yield return plain;
        yield return Encoding.Unicode.GetBytes(marker);
        for (var before = 0; before < 3; before++)
        {
            // The first and the last letter depend on the neighbours; what lies between does not.
            var text = Convert.ToBase64String([.. new byte[before], .. plain]);
            var sure = text[(before == 0 ? 0 : before + 1)..((before + plain.Length) * 8 / 6)];
            yield return Encoding.ASCII.GetBytes(sure);
            yield return Encoding.ASCII.GetBytes(sure.Replace('+', '-').Replace('/', '_'));
        }
    }
}
