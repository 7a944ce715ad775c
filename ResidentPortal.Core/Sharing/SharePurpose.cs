using System.Globalization;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Sharing;

/// <summary>What data are shared for, in the resident's own words and letters: it stays with the portal, since the platform's request has no place for it.</summary>
public static class SharePurpose
{
    /// <summary>The most letters that are taken.</summary>
    public const int MaxLength = 1024;

    /// <summary>The purpose without spaces around it. Problems: <see cref="SharingProblems.NoPurpose"/>, <see cref="SharingProblems.BadPurpose"/>.</summary>
    public static Outcome<string> Read(string? typed)
    {
        var purpose = typed?.ReplaceLineEndings("\n").Trim();
        return string.IsNullOrEmpty(purpose) ? SharingProblems.NoPurpose
            : purpose.Length > MaxLength || purpose.Any(IsForeign) ? SharingProblems.BadPurpose.With("max", MaxLength)
            : purpose;
    }

    private static bool IsForeign(char letter) => letter is not '\n' && char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;
}
