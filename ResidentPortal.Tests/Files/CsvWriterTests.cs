using System.Text;
using ResidentPortal.Files;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Files;

/// <summary>Tables that spreadsheets open as text.</summary>
public sealed class CsvWriterTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a=1", "\"a=1\"")]
    [InlineData("1234 5678", "\"1234 5678\"")]
    [InlineData("", "\"\"")]
    public void S_69_What_a_spreadsheet_takes_for_a_formula_stands_there_as_text(string cell, string written) => Write([cell]).ShouldBe($"\uFEFF{written}\r\n");

    [Fact]
    public void Separators_quotes_and_lines_within_a_cell_stay_within_it() =>
        Write(["a,b;c", "say \"so\"", "two\nlines"], ["قفل", "é", "x"]).ShouldBe("\uFEFF\"a,b;c\",\"say \"\"so\"\"\",\"two\nlines\"\r\n\"قفل\",\"é\",\"x\"\r\n");

    private static string Write(params string[][] rows) => Encoding.UTF8.GetString(CsvWriter.Write(rows));
}
