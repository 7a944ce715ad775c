using Microsoft.AspNetCore.Identity;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>What a password of an operator must be: long, and not the first thing that somebody else would try. Nothing is asked about which letters it is made of.</summary>
internal static class PasswordRules
{
    /// <summary>The fewest letters.</summary>
    public const int Shortest = 12;

    /// <summary>The most letters: hashing takes time with every one.</summary>
    public const int Longest = 128;

    // What long passwords are made of that lists of stolen ones begin with; compared without spaces, signs and case.
    private static readonly string[] Common =
    [
        "password", "passwort", "motdepasse", "qwertyuiop", "azertyuiop", "qwertz", "asdfghjkl", "letmein", "welcome", "bienvenue", "administrator", "iloveyou", "changeme",
        "residentportal", "operator", "supervisor", "kiosk", "1234567890", "0123456789", "0987654321", "1q2w3e4r5t", "abcdefghijkl", "sunshine", "princess", "football", "dragon",
    ];

    /// <summary>What is wrong with a password for an account; null where nothing is.</summary>
    public static PasswordFault? Judge(string? password, OperatorAccount account)
    {
        if (password is null || password.Length < Shortest)
        {
            return PasswordFault.Short;
        }

        if (password.Length > Longest)
        {
            return PasswordFault.Long;
        }

        var plain = Plain(password);
        if (Plain(account.UserName!) is var number && plain.Contains(number, StringComparison.Ordinal))
        {
            return PasswordFault.Own;
        }

        if (account.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Plain).Any(name => name.Length >= 3 && plain.Contains(name, StringComparison.Ordinal)))
        {
            return PasswordFault.Own;
        }

        return IsCommon(plain) ? PasswordFault.Common : null;
    }

    // A common word with little else around it, or few letters again and again.
    private static bool IsCommon(string plain) =>
        plain.Distinct().Count() < 5 || Common.Any(word => plain.Contains(word, StringComparison.Ordinal) && plain.Length - word.Length < 6);

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant().ToLowerInvariant();
}

/// <summary>What can be wrong with a password.</summary>
internal enum PasswordFault
{
    /// <summary>Too short.</summary>
    Short,

    /// <summary>Too long.</summary>
    Long,

    /// <summary>It holds the operator's number or name.</summary>
    Own,

    /// <summary>Many people would try it.</summary>
    Common,
}

/// <summary>The same rules for whatever sets a password through Identity.</summary>
internal sealed class PasswordRulesOfIdentity : IPasswordValidator<OperatorAccount>
{
    public Task<IdentityResult> ValidateAsync(UserManager<OperatorAccount> manager, OperatorAccount user, string? password) => Task.FromResult(
        PasswordRules.Judge(password, user) is { } fault ? IdentityResult.Failed(new IdentityError { Code = fault.ToString() }) : IdentityResult.Success);
}
