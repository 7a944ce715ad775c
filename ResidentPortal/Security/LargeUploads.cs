using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates.Documents;

namespace ResidentPortal.Security;

/// <summary>
/// Lets papers in up to their own limit, which is larger than any other form's. A larger one is counted by its stated length, read to nowhere and answered by the page itself
/// with a sentence (S-42): a browser that is cut off while it still sends shows no answer at all.
/// </summary>
public sealed class LargeUploads(RequestDelegate next, IOptions<DocumentOptions> options)
{
    private const long BesideFile = 64 * 1024; // The other fields, and the lines around them.
    private const int Gulp = 64 * 1024;

    /// <summary>What is still read to nowhere; whoever sends more is cut off.</summary>
    internal const long MostSwallowed = 64 * 1024 * 1024;

    private static readonly object Key = new();

    /// <summary>What is wrong with what was sent, where it was too large.</summary>
    public static Problem? Refused(HttpContext context) => context.Items[Key] as Problem;

    /// <summary>Runs the rest of the pipeline.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.Path.StartsWithSegments(Links.UpdatePapers, StringComparison.OrdinalIgnoreCase) || context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } size)
        {
            await next(context);
            return;
        }

        size.MaxRequestBodySize = options.Value.UploadBytes + BesideFile;
        if (request.ContentLength is not { } length || length <= size.MaxRequestBodySize)
        {
            await next(context);
            return;
        }

        size.MaxRequestBodySize = MostSwallowed;
        if (length <= MostSwallowed)
        {
            await SwallowAsync(request, context.RequestAborted);
        }

        context.Items[Key] = DocumentProblems.TooLarge.With("most", options.Value.UploadMegabytes);
        request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            request.Method = HttpMethods.Post;
        }
    }

    /// <summary>Reads a body to nowhere, so that its sender hears the answer.</summary>
    internal static async Task SwallowAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var gulp = new byte[Gulp];
        while (await request.Body.ReadAsync(gulp, cancellationToken) > 0)
        {
            // Nothing of it is kept.
        }
    }
}
