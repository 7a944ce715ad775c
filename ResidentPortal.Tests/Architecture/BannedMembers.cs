namespace ResidentPortal.Tests.Architecture;

/// <summary>The members in <c>BannedSymbols.txt</c>, as compiled code names them.</summary>
internal static class BannedMembers
{
    public const string File = "ResidentPortal.Tests/Architecture/BannedSymbols.txt";

    public static readonly IReadOnlyList<string> Symbols = [.. House.Lines(File).Where(line => line.Length > 0).Select(line => line.Split(';')[0])];

    private static readonly HashSet<Call> Calls = [.. Symbols.Where(symbol => symbol[0] is 'P' or 'M').Select(AsCall)];
    private static readonly HashSet<string> Types = [.. Symbols.Where(symbol => symbol[0] is 'T').Select(symbol => symbol[2..])];

    public static bool Has(Call call) => Calls.Contains(call);

    public static bool Has(Reference reference) => Types.Contains(reference.Type);

    private static Call AsCall(string symbol)
    {
        var name = symbol[2..].Split('(')[0];
        var dot = name.LastIndexOf('.');
        var member = name[(dot + 1)..];
        return new Call(name[..dot], symbol[0] is 'P' ? "get_" + member : member.Replace('#', '.'));
    }
}
