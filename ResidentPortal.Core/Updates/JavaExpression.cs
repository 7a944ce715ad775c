using System.Text;

namespace ResidentPortal.Core.Updates;

/// <summary>
/// The regular expressions of MOSIP's schemas are Java's: there <c>\d</c>, <c>\w</c> and <c>\s</c> know ASCII only, here the digits and letters of every script. Written
/// out, they take the same texts on both sides.
/// </summary>
internal static class JavaExpression
{
    /// <summary>The expression in .NET's words.</summary>
    public static string Translate(string expression)
    {
        var written = new StringBuilder(expression.Length);
        var isInSet = false;
        for (var i = 0; i < expression.Length; i++)
        {
            var isEscape = expression[i] is '\\' && i + 1 < expression.Length;
            if (isEscape && Members(expression[++i]) is { } members)
            {
                written.Append(isInSet ? members : $"[{members}]");
                continue;
            }

            if (isEscape)
            {
                written.Append('\\');
            }
            else if (expression[i] is '[' or ']')
            {
                isInSet = expression[i] is '[';
            }

            written.Append(expression[i]);
        }

        return written.ToString();
    }

    private static string? Members(char escaped) => escaped switch
    {
        'd' => "0-9",
        'w' => "a-zA-Z_0-9",
        's' => @" \t\n\x0B\f\r",
        _ => null,
    };
}
