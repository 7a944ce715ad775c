using System.Text;

namespace ResidentPortal.Files;

/// <summary>Writes tables as CSV (RFC 4180, UTF-8 with its mark) that a spreadsheet opens as text: what it would take for a formula stands behind an apostrophe.</summary>
internal static class CsvWriter
{
    /// <summary>The file, the first row being the headings.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // Every cell in quotes: no separator of any country then parts it. Spaces before the sign do not save the reader.
    private static string Cell(string text) => $"\"{(IsFormula(text) ? "'" : string.Empty)}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsFormula(string text) => text.Length > 0 && (text[0] is '\t' or '\r' or '\n' || text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..]);
}
