using System.Globalization;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.PublicLists;

namespace ResidentPortal.Api.Lists;

/// <summary>What operations answer that pass on a document of the platform.</summary>
internal static class ListAnswers
{
    /// <summary>The document in the envelope; null stands for parameters that cannot be read.</summary>
    public static async Task<ApiAnswer> ReadAsync(this ApiCall call, PublicList? list) => await call.FetchAsync(list, document => ApiAnswer.Of(document));

    /// <summary>The document alone.</summary>
    public static async Task<ApiAnswer> ReadBareAsync(this ApiCall call, PublicList list, ApiError? failure = null) => await call.FetchAsync(list, document => ApiAnswer.Plain(document), failure);

    /// <summary>Why there is no document: the platform's own code stands in the message.</summary>
    public static ApiError ErrorOf(Problem problem) => problem.Kind switch
    {
        ProblemKind.Invalid => ApiErrors.BadRequest,
        ProblemKind.Refused when problem.Facts.GetValueOrDefault("code") is string code => ApiErrors.BadRequest with { Message = $"{code} --> {ApiErrors.BadRequest.Message}" },
        _ => ApiErrors.ResourceInaccessible,
    };

    /// <summary>A whole number of the path or the query; null where there is none.</summary>
    public static int? Whole(this ApiCall call, string name) => int.TryParse(call.Parameter(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number of the path or the query; null where there is none.</summary>
    public static double? Number(this ApiCall call, string name) =>
        double.TryParse(call.Parameter(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>All values of a parameter that may come several times, or with commas between them.</summary>
    public static IReadOnlyList<string> All(this ApiCall call, string name) =>
        [.. call.Http.Request.Query[name].OfType<string>().SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static async Task<ApiAnswer> FetchAsync(this ApiCall call, PublicList? list, Func<object, ApiAnswer> answer, ApiError? failure = null)
    {
        if (list is null)
        {
            return ApiErrors.BadRequest;
        }

        var read = await call.Get<ReadPublicList>().ExecuteAsync(list, call.Gone);
        return read.Try(out var document, out var problem) ? answer(document) : failure ?? ErrorOf(problem);
    }
}
