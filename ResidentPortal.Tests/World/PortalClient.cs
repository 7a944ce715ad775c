using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Shouldly;

namespace ResidentPortal.Tests.World;

/// <summary>
/// A browser without a screen: keeps cookies as they are set (Secure ones too, which .NET's own jar drops without TLS), fills in forms with their tokens, follows
/// nothing by itself.
/// </summary>
public sealed partial class PortalClient : IDisposable
{
    private readonly HttpClient _http;

    public PortalClient(PortalHost portal)
    {
        Portal = portal;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = portal.Address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public PortalHost Portal { get; }

    /// <summary>The cookies, by name.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>The Set-Cookie lines of all answers.</summary>
    public List<string> CookieLines { get; } = [];

    /// <summary>Headers that go along with every request.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase) { ["Accept"] = "text/html", ["Accept-Language"] = "en" };

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, content: null);

    /// <summary>Sends a form of a page, with its hidden fields and token as they stand there, and the fields given.</summary>
    public Task<Answer> PostFormAsync(Answer page, string form, params (string Name, string Value)[] fields) => PostFormAsync(page, [form], fields);

    /// <summary>Sends the form of a page that holds all these values: its handler, and what it is about.</summary>
    public Task<Answer> PostFormAsync(Answer page, IReadOnlyList<string> holding, params (string Name, string Value)[] fields)
    {
        var markup = Form(page, holding);
        return PostAsync(Attribute(markup, "action") is { Length: > 0 } action ? action : page.Path, [.. Hidden(markup), .. fields]);
    }

    /// <summary>Sends the form of a page that takes a file, with the file as browsers send it.</summary>
    public Task<Answer> PostFileAsync(Answer page, string form, SentFile file, params (string Name, string Value)[] fields)
    {
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in Hidden(Form(page, [form])).Concat(fields))
        {
            body.Add(new StringContent(value), name);
        }

        body.Add(new ByteArrayContent(file.Bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(file.ContentType) } }, file.Field, file.Name);
        return SendAsync(HttpMethod.Post, page.Path, body);
    }

    /// <summary>Goes on as the same browser in a new process: nothing is left but its cookies.</summary>
    public PortalClient Reopened()
    {
        var other = new PortalClient(Portal);
        foreach (var (name, value) in Cookies)
        {
            other.Cookies[name] = value;
        }

        return other;
    }

    /// <summary>Sends fields of one's own making to an address, with the token of any page.</summary>
    public Task<Answer> PostForgedAsync(string path, Answer page, params (string Name, string Value)[] fields) =>
        PostAsync(path, [Hidden(page.Body).First(field => field.Name is "__RequestVerificationToken"), .. fields]);

    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in Headers.Select(header => (header.Key, header.Value)).Concat(headers))
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (Cookies.Count > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        using var response = await _http.SendAsync(request);
        var all = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        lock (Cookies)
        {
            Keep(response);
        }

        // The portal redirects to whole addresses; on its own host only the path is of interest.
        if (all.TryGetValue("Location", out var location) && location.StartsWith(_http.BaseAddress!.AbsoluteUri, StringComparison.Ordinal))
        {
            all["Location"] = location[(_http.BaseAddress.AbsoluteUri.Length - 1)..];
        }

        return new Answer(path, response.StatusCode, all, await response.Content.ReadAsStringAsync()) { Bytes = await response.Content.ReadAsByteArrayAsync() };
    }

    /// <summary>Follows redirects to the page where they end.</summary>
    public async Task<Answer> FollowAsync(Answer answer) => answer.Location is { } next ? await FollowAsync(await GetAsync(next)) : answer;

    /// <summary>Signs in with a code by phone; the answer is the home page.</summary>
    public async Task<Answer> SignInAsync(string number = Residents.Meera, string contact = Residents.MeerasPhone)
    {
        var code = await AskForCodeAsync(number);
        var entered = await PostFormAsync(code, "code", ("Code", await Portal.ReadCodeAsync(contact)));
        entered.Location.ShouldBe(Links.Home, entered.Text);
        return await GetAsync(Links.Home);
    }

    /// <summary>Signs in as a person who has just been sent a code elsewhere: the next one goes out after a moment.</summary>
    public async Task SignInSoonAfterAsync(string number = Residents.Meera, string contact = Residents.MeerasPhone)
    {
        var page = await GetAsync(Links.SignIn);
        await Eventually.TrueAsync(async () => (await PostFormAsync(page, "sign-in", ("Number", number), ("Channel", "phone"))).Location is Links.SignInCode, TimeSpan.FromSeconds(20), "No second code may be asked for.");
        (await PostFormAsync(await GetAsync(Links.SignInCode), "code", ("Code", await Portal.ReadCodeAsync(contact)))).Location.ShouldBe(Links.Home);
    }

    /// <summary>Asks for a code; the answer is the code page.</summary>
    public async Task<Answer> AskForCodeAsync(string number = Residents.Meera, string channel = "phone")
    {
        var asked = await PostFormAsync(await GetAsync(Links.SignIn), "sign-in", ("Number", number), ("Channel", channel));
        asked.Location.ShouldBe(Links.SignInCode, asked.Text);
        return await GetAsync(Links.SignInCode);
    }

    public void Dispose() => _http.Dispose();

    private static string Form(Answer page, IReadOnlyList<string> holding)
    {
        var markup = Forms().Matches(page.Body).Select(match => match.Value).FirstOrDefault(text => text.Contains("__RequestVerificationToken", StringComparison.Ordinal) && holding.All(value => text.Contains($"value=\"{value}\"", StringComparison.Ordinal) || text.Contains($"action=\"{value}\"", StringComparison.Ordinal)));
        markup.ShouldNotBeNull($"There is no form {string.Join(", ", holding)} on {page.Path}: {page.Text}");
        return markup;
    }

    private static IEnumerable<(string Name, string Value)> Hidden(string markup) => Inputs().Matches(markup).Select(match => match.Value)
        .Where(text => text.Contains("type=\"hidden\"", StringComparison.Ordinal)).Select(text => (Attribute(text, "name"), Attribute(text, "value")));

    private static string Attribute(string element, string name)
    {
        var match = Regex.Match(element, $"\\s{name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1));
        return WebUtility.HtmlDecode(match.Groups[1].Value);
    }

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var lines))
        {
            return;
        }

        foreach (var line in lines)
        {
            CookieLines.Add(line);
            var (name, value) = line.Split(';')[0].Split('=', 2) is [var first, var second] ? (first, second) : (line, string.Empty);
            if (value.Length == 0)
            {
                Cookies.Remove(name);
            }
            else
            {
                Cookies[name] = value;
            }
        }
    }

    [GeneratedRegex("<form .*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input [^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Inputs();
}

/// <summary>A file as a browser sends it.</summary>
public sealed record SentFile(string Field, string Name, string ContentType, byte[] Bytes);

/// <summary>An answer of the portal.</summary>
public sealed partial record Answer(string Path, HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The body of a file.</summary>
    public byte[] Bytes { get; init; } = [];

    /// <summary>Where a redirect leads.</summary>
    public string? Location => Headers.GetValueOrDefault("Location");

    /// <summary>What a person reads of the page: its words, each gap a single space.</summary>
    public string Text => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Heads().Replace(Body, " "), " ")), " ").Trim();

    /// <summary>The body with its letters as they are.</summary>
    public string Markup => WebUtility.HtmlDecode(Body);

    /// <summary>The title.</summary>
    public string Title => WebUtility.HtmlDecode(Titles().Match(Body).Groups["title"].Value);

    /// <summary>The body without what is new in every answer: form tokens, ids of forms, sealed state.</summary>
    public string WithoutTokens => Redirects().Replace(Sealed().Replace(Tokens().Replace(Body, "token"), "sealed"), "redirect");

    [GeneratedRegex("<head>.*?</head>", RegexOptions.Singleline, 1000)]
    private static partial Regex Heads();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("<title>(?<title>.*?)</title>", RegexOptions.Singleline, 1000)]
    private static partial Regex Titles();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Tokens();

    [GeneratedRegex("opaque-redirect\\?url=[^<\"]*", RegexOptions.None, 1000)]
    private static partial Regex Redirects();

    [GeneratedRegex("<!--Blazor.*?-->", RegexOptions.Singleline, 1000)]
    private static partial Regex Sealed();
}
