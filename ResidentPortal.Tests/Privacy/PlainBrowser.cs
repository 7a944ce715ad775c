using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ResidentPortal.Tests.Privacy;

/// <summary>A browser without script: it keeps cookies, fills in forms, follows redirects and remembers every address it saw.</summary>
internal sealed class PlainBrowser(Uri portal) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = portal };
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>Every address asked for, redirected to or linked to.</summary>
    public HashSet<string> Addresses { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Titles { get; } = new(StringComparer.Ordinal);

    /// <summary>Every value a cookie of the portal had.</summary>
    public HashSet<string> CookieValues { get; } = new(StringComparer.Ordinal);

    public IHtmlDocument Page { get; private set; } = default!;

    public string Path { get; private set; } = "/";

    public void Dispose() => _http.Dispose();

    public Task OpenAsync(string path) => SendAsync(HttpMethod.Get, path, body: null);

    /// <summary>Sends the form that holds the button or field, with these answers.</summary>
    public Task SubmitAsync(string selector, params (string Name, string Value)[] answers)
    {
        var form = (IHtmlFormElement)(Page.QuerySelector(selector)?.Closest("form") ?? throw new InvalidOperationException($"No form with {selector} at {Path}: {Page.Body!.TextContent.Trim()}"));
        var fields = form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>()
            .Where(input => input.Type is not ("checkbox" or "radio") || input.IsChecked)
            .Where(input => !answers.Any(answer => string.Equals(answer.Name, input.Name, StringComparison.Ordinal)))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(answers.Select(answer => KeyValuePair.Create(answer.Name, answer.Value)));
        return SendAsync(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } action ? action : Path, new FormUrlEncodedContent(fields));
    }

    private async Task SendAsync(HttpMethod method, string address, HttpContent? body)
    {
        var target = new Uri(new Uri(portal, Path), address);
        Addresses.Add(target.PathAndQuery);
        using var request = new HttpRequestMessage(method, target) { Content = body };
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Origin", portal.GetLeftPart(UriPartial.Authority));
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        using var answer = await _http.SendAsync(request);
        Keep(answer);
        Path = target.PathAndQuery;
        if (answer.Headers.Location is { } location)
        {
            Addresses.Add(location.ToString());
            await SendAsync(HttpMethod.Get, location.ToString(), body: null);
            return;
        }

        if (answer.StatusCode is not HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{method} {Path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Titles.Add(Page.Title ?? string.Empty);
        Addresses.UnionWith(Page.QuerySelectorAll("[href],[action],[src]").SelectMany(element => new[] { element.GetAttribute("href"), element.GetAttribute("action"), element.GetAttribute("src") }).OfType<string>());
    }

    // The portal's cookies are for TLS alone; this browser stands in for the proxy that ends it.
    private void Keep(HttpResponseMessage answer)
    {
        foreach (var line in answer.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            var pair = line.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0)
            {
                _cookies.Remove(pair[0]);
                continue;
            }

            _cookies[pair[0]] = pair[1];
            if (pair[1].Length > 20)
            {
                CookieValues.Add(pair[1]);
            }
        }
    }
}
