namespace ResidentPortal.Tests.Architecture;

/// <summary>Which feature of the core may lean on which (R7). A new pair is a decision: can the value travel the other way, or through the ledger?</summary>
internal static class FeatureTable
{
    /// <summary>Words and tools that every feature may use.</summary>
    private static readonly string[] Ground = ["Identifiers", "Outcomes", "Languages", "Storage"];

    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal)
    {
        ["Audit"] = [],
        ["Alarms"] = ["Audit", "AuthLocks", "Grievances", "History", "Notifications", "Profile", "Sessions"],
        ["AuthHistory"] = ["Audit", "AuthLocks", "Cards", "Grievances", "History", "Notifications", "Profile", "Sessions", "VirtualIds"],
        ["AuthLocks"] = ["Audit", "History", "Notifications", "Profile", "Sessions"],
        ["Cards"] = ["Audit", "History", "Notifications", "Otp", "Packets", "Profile", "Sessions", "Tracking", "VirtualIds"],
        ["Centres"] = [],
        ["ClientReports"] = ["Audit", "Otp"],
        ["Contacts"] = ["Audit", "History", "Notifications", "Otp", "Profile", "Sessions"],
        ["Grievances"] = ["Audit", "History", "Notifications", "Profile", "Sessions"],
        ["History"] = ["Audit", "Notifications", "Sessions"],
        ["Identifiers"] = [],
        ["Kiosks"] = ["Audit", "AuthLocks", "Cards", "Centres", "History", "Notifications", "Otp", "Profile", "Sessions", "Updates", "VirtualIds"], // Whoever helps works with the flows of the purposes.
        ["Languages"] = [],
        ["Notifications"] = ["Audit", "Profile", "Sessions"], // Whoever is signed in reads what was sent to them.
        ["Otp"] = ["Audit", "Profile"],
        ["Outcomes"] = [],
        ["Packets"] = ["Profile"],
        ["Profile"] = ["Sessions"],
        ["PublicLists"] = ["Centres"],
        ["Recovery"] = ["Audit", "Cards", "Contacts", "History", "Notifications", "Otp", "Profile"],
        ["Sessions"] = ["Audit", "Notifications", "Otp", "Profile"], // Whoever was proved elsewhere is looked up here.
        ["Sharing"] = ["Audit", "Cards", "History", "Notifications", "Profile", "Sessions"],
        ["Tracking"] = ["Audit", "History", "Notifications", "Otp", "Profile"],
        ["Updates"] = ["Audit", "Cards", "Contacts", "History", "Notifications", "Otp", "Packets", "Profile", "Sessions", "Tracking"],
        ["VirtualIds"] = ["Audit", "History", "Notifications", "Otp", "Profile", "Sessions"],
    };

    public static IEnumerable<string> Features => Table.Keys;

    public static bool Allows(string feature, string other) =>
        string.Equals(feature, other, StringComparison.Ordinal) || Ground.Contains(other, StringComparer.Ordinal)
        || (Table.TryGetValue(feature, out var known) && known.Contains(other, StringComparer.Ordinal));
}
