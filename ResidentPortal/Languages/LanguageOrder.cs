using System.Globalization;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Languages;

namespace ResidentPortal.Languages;

/// <summary>
/// Finds the language of a request, from the first byte on: a language button of the form that was sent, the cookie, what the browser asks for, the default.
/// </summary>
public sealed class LanguageOrder(RequestDelegate next, OfferedLanguages languages, IOptions<PortalOptions> options)
{
    private readonly Language _default = languages.Find(options.Value.DefaultLanguage) ?? languages.All[0];

    /// <summary>Runs the rest of the pipeline in the language of the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var chosen = await ChosenNowAsync(context);
        if (chosen is not null)
        {
            LanguageChoice.Note(context);
            LanguageChoice.Keep(context, chosen);
        }

        var language = chosen ?? languages.Find(context.Request.Cookies[LanguageChoice.Cookie]) ?? AskedFor(context.Request) ?? _default;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        await next(context);
    }

    /// <summary>The best language of the browser's list that the portal has words in.</summary>
    internal Language? AskedFor(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(asked => asked.Quality ?? 1)
        .Where(asked => asked.Quality is not 0)
        .Select(asked => languages.Find(asked.Value.Value))
        .FirstOrDefault(language => language is not null);

    private async Task<Language?> ChosenNowAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return languages.Find(form[LanguageChoice.Field].FirstOrDefault());
        }
        catch (Exception fault) when (fault is BadHttpRequestException or InvalidDataException)
        {
            return null; // The form is too large or broken: the page that reads it says so.
        }
    }
}
