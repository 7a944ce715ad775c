using System.Resources;
using ResidentPortal.Core.Languages;

namespace ResidentPortal.Texts;

/// <summary>The words of pages and components: <c>Words.resx</c> and a file per language beside it.</summary>
public sealed class Words
{
    private static readonly ResourceManager All = new(typeof(Words));

    /// <summary>A text in a given language, for what is written before there is a reader.</summary>
    internal static string In(Language language, string key) => All.GetString(key, language.Culture) ?? key;
}
