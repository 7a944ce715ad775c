using System.Text.RegularExpressions;

namespace ResidentPortal.Tests.Texts;

/// <summary>Finds words that stand in markup: everything a person would read that does not come from a file of words.</summary>
internal static partial class Markup
{
    public static IReadOnlyList<string> FindWords(string razor)
    {
        var markup = Comments().Replace(Code().Replace(razor, string.Empty), string.Empty);
        markup = Directives().Replace(markup, string.Empty);
        var spoken = SpokenAttributes().Matches(markup).Select(match => match.Groups["words"].Value);
        markup = Statements().Replace(WithoutExpressions(markup), string.Empty);
        var between = Tags().Replace(markup, "\n").Split('\n');
        return [.. between.Concat(spoken).Select(text => Entities().Replace(text, string.Empty).Trim()).Where(text => Letters().IsMatch(text))];
    }

    // An expression is an @ and what belongs to it: names, calls, indexers, in balanced brackets.
    private static string WithoutExpressions(string markup)
    {
        var kept = new System.Text.StringBuilder(markup.Length);
        for (var index = 0; index < markup.Length; index++)
        {
            if (markup[index] == '@')
            {
                index = EndOfExpression(markup, index + 1) - 1;
            }
            else
            {
                kept.Append(markup[index]);
            }
        }

        return kept.ToString();
    }

    private static int EndOfExpression(string markup, int index)
    {
        while (index < markup.Length)
        {
            if (char.IsLetterOrDigit(markup[index]) || markup[index] is '_' or '.')
            {
                index++;
            }
            else if (markup[index] is '(' or '[')
            {
                index = EndOfBrackets(markup, index);
            }
            else if (markup[index] is ' ' && index + 1 < markup.Length && markup[index + 1] is '(')
            {
                index = EndOfBrackets(markup, index + 1);
            }
            else
            {
                break;
            }
        }

        return index;
    }

    private static int EndOfBrackets(string markup, int index)
    {
        var depth = 0;
        var inText = false;
        for (; index < markup.Length; index++)
        {
            if (markup[index] == '"')
            {
                inText = !inText;
            }
            else if (!inText && markup[index] is '(' or '[')
            {
                depth++;
            }
            else if (!inText && markup[index] is ')' or ']' && --depth == 0)
            {
                return index + 1;
            }
        }

        return index;
    }

    [GeneratedRegex(@"^@code\b.*", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^@(page|using|inject|inherits|layout|attribute|implements|rendermode|namespace|typeparam)\b.*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Directives();

    [GeneratedRegex(@"\b(?:aria-label|title|alt|placeholder|Label|Legend|Title|Text|Hint|Summary)=""(?<words>[^@""{]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpokenAttributes();

    [GeneratedRegex(@"^\s*(?:else\b.*|if\s*\(.*\)|var .*;|[{}])\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Statements();

    [GeneratedRegex(@"<(?:""[^""]*""|[^"">])*>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"&\w+;", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entities();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Letters();
}
