using ResidentPortal.Api.Acts;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Updates;

namespace ResidentPortal.Api.Updates;

/// <summary><c>GET /identity/info/type/{schemaType}</c>: what the record has of the signed-in resident for one use.</summary>
internal static class IdentityOf
{
    private const string Type = "schemaType";

    private static readonly (string Name, RecordUse Use)[] Uses = [("update-demographics", RecordUse.Update), ("personalized-card", RecordUse.Card), ("share-credential", RecordUse.Share)];

    private static readonly ApiError OtherType = ApiErrors.Invalid($"{Type}. Valid values are {string.Join(", ", Uses.Select(use => use.Name))}");

    private static readonly Operation Operation = new("GET", "/identity/info/type/{schemaType}", "mosip.resident.identity.info", Operation.Newer)
    {
        Summary = "Gives the attributes that the country's form for one use has; phone and e-mail are masked unless a code was entered a short while ago.",
        Access = Access.Resident,
        Parameters = [new(Type, "update-demographics, personalized-card or share-credential.", "update-demographics")],
        Gives = """{ "fullName": [{ "language": "eng", "value": "Meera Kaldan" }], "dateOfBirth": "1990/05/17" }""",
        Refuses = [OtherType, ResidentErrors.Inaccessible],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<Dictionary<string, object>>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall call)
    {
        var typed = call.Parameter(Type);
        if (Uses.All(use => !string.Equals(use.Name, typed, StringComparison.Ordinal)))
        {
            return OtherType;
        }

        var use = Uses.First(one => string.Equals(one.Name, typed, StringComparison.Ordinal)).Use;
        return (await call.Get<ShowRecord>().ExecuteAsync(call.SessionId, use, call.Gone)).Try(out var record, out _)
            ? ApiAnswer.Of(record.ToDictionary(pair => pair.Key, pair => Written(pair.Value), StringComparer.Ordinal))
            : ResidentErrors.Inaccessible;
    }

    private static object Written(FieldValue value) => value.Plain is { } text ? text : value.Texts.Select(one => new LanguageText(one.Language, one.Text)).ToList();
}

/// <summary>A text of an attribute.</summary>
/// <param name="Language">Its language, three letters.</param>
/// <param name="Value">The text.</param>
internal sealed record LanguageText(string? Language, string Value)
{
    /// <summary>Without the text.</summary>
    public override string ToString() => nameof(LanguageText);
}
