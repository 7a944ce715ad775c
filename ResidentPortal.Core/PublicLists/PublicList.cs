using System.Globalization;

namespace ResidentPortal.Core.PublicLists;

/// <summary>
/// A list that the platform shows to everybody, with what it is asked by. There is a type for each list the portal passes on, and no other can be asked for; nothing in one is about a
/// person, so that it may stand in an address.
/// </summary>
public abstract record PublicList
{
    private protected PublicList()
    {
    }

    /// <summary>What is asked by codes: of a language, a place, a field.</summary>
    private protected virtual IEnumerable<string?> Codes => [];

    /// <summary>What is asked by words of a language: the name of a place.</summary>
    private protected virtual IEnumerable<string?> Words => [];

    /// <summary>What is asked by whole numbers.</summary>
    private protected virtual IEnumerable<int> Numbers => [];

    /// <summary>Whether all of it can be what it is meant as; only then may it stand in an address of the platform.</summary>
    internal virtual bool IsSound => Codes.All(code => code is null || ListParameter.IsCode(code)) && Words.All(words => words is null || ListParameter.IsWords(words)) && Numbers.All(number => number >= 0);

    /// <summary>What this list is told from every other by.</summary>
    internal virtual string Key => string.Join('\n', (string[])
    [
        GetType().Name, .. Codes.Select(code => code ?? "-"), string.Empty, .. Words.Select(words => words ?? "-"), string.Empty,
        .. Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)),
    ]);
}
