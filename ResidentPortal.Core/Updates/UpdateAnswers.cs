using System.Text.Json;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Updates;

/// <summary>The answers of a draft. They stand sealed in its row.</summary>
internal sealed record UpdateAnswers
{
    /// <summary>What the resident wants to change, by attribute.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>The new values by attribute.</summary>
    public IReadOnlyDictionary<string, FieldValue> Values { get; init; } = new Dictionary<string, FieldValue>(StringComparer.Ordinal);

    /// <summary>The contacts a code has reached, by attribute: only the very same one counts.</summary>
    public IReadOnlyDictionary<string, string> Proved { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What is to be looked at again after the platform refused, by attribute.</summary>
    public IReadOnlyList<string> Again { get; init; } = [];

    /// <summary>Whether a contact was proved.</summary>
    public bool IsProved(string field) => Proved.GetValueOrDefault(field) is { } proved && string.Equals(proved, Values.GetValueOrDefault(field)?.Plain, StringComparison.Ordinal);

    /// <summary>The same with an answer, which is no more to be looked at again.</summary>
    public UpdateAnswers With(string field, FieldValue value) => Seen(field) with { Values = new Dictionary<string, FieldValue>(Values, StringComparer.Ordinal) { [field] = value } };

    /// <summary>The same without answers.</summary>
    public UpdateAnswers Without(IEnumerable<string> fields)
    {
        var values = new Dictionary<string, FieldValue>(Values, StringComparer.Ordinal);
        foreach (var field in fields)
        {
            values.Remove(field);
        }

        return this with { Values = values };
    }

    /// <summary>The same with a proved contact.</summary>
    public UpdateAnswers WithProved(string field, string contact) => this with { Proved = new Dictionary<string, string>(Proved, StringComparer.Ordinal) { [field] = contact } };

    /// <summary>The same, with a task no more to be looked at again.</summary>
    public UpdateAnswers Seen(string field) => this with { Again = [.. Again.Where(one => !string.Equals(one, field, StringComparison.Ordinal))] };

    /// <inheritdoc/>
    public override string ToString() => nameof(UpdateAnswers);

    internal string ToText() => JsonSerializer.Serialize(this);

    internal static UpdateAnswers OfText(string text) => JsonSerializer.Deserialize<UpdateAnswers>(text)!;
}
