using Shouldly;

namespace ResidentPortal.Tests.Api;

/// <summary>
/// The check table of an operation that takes everything from its address: each row alone gets its own answer; of two faults at once the answer is the earlier one's. A row
/// replaces parts of the address by name; two rows that touch the same part are never spoilt together.
/// </summary>
internal sealed class QueryTable(string pattern, params (string Name, string Value)[] valid)
{
    private readonly List<Line> _rows = [];

    /// <summary>A row: what is put in the place of parts of the address, and what is answered.</summary>
    public QueryTable Row(string code, string message, params (string Name, string Value)[] spoilt)
    {
        _rows.Add(new Line(spoilt, code, message));
        return this;
    }

    /// <summary>A row with the ordinary error <c>RES-SER-410</c> and a name.</summary>
    public QueryTable Invalid(string name, params (string Name, string Value)[] spoilt) => Row("RES-SER-410", $"Invalid Input Parameter- {name}", spoilt);

    /// <summary>Walks all rows, and all pairs of rows, and tells every one that was answered otherwise.</summary>
    public async Task WalkAsync(ApiClient client, int status = 200)
    {
        List<string> faults = [];
        for (var first = 0; first < _rows.Count; first++)
        {
            await TryAsync(_rows[first], other: null);
            for (var second = first + 1; second < _rows.Count; second++)
            {
                if (!_rows[first].Spoilt.Select(part => part.Name).Intersect(_rows[second].Spoilt.Select(part => part.Name), StringComparer.Ordinal).Any())
                {
                    await TryAsync(_rows[first], _rows[second]);
                }
            }
        }

        faults.ShouldBeEmpty();

        async Task TryAsync(Line row, Line? other)
        {
            var path = Path([.. valid, .. other?.Spoilt ?? [], .. row.Spoilt]);
            var reply = await client.GetAsync(path);
            if (reply.Error != (row.Code, row.Message) || reply.Status != status)
            {
                faults.Add($"{path}: wanted {status} {row.Code} '{row.Message}', was {reply.Status} {(reply.Type is "application/json" ? reply.Text : reply.Type)}");
            }
        }
    }

    // Parts that stand in the pattern are of the path, the others of the query; the last of a name counts.
    private string Path(IReadOnlyList<(string Name, string Value)> parts)
    {
        var path = pattern;
        var query = new List<string>();
        foreach (var part in parts.GroupBy(part => part.Name, StringComparer.Ordinal).Select(group => group.Last()))
        {
            if (path.Contains($"{{{part.Name}}}", StringComparison.Ordinal))
            {
                path = path.Replace($"{{{part.Name}}}", Uri.EscapeDataString(part.Value), StringComparison.Ordinal);
            }
            else
            {
                query.Add($"{part.Name}={Uri.EscapeDataString(part.Value)}");
            }
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private sealed record Line(IReadOnlyList<(string Name, string Value)> Spoilt, string Code, string Message);
}
