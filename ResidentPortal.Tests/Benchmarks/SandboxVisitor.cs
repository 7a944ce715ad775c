using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ResidentPortal.Benchmarks;

/// <summary>A browser without script: its cookies, and a resident of the sandbox who has signed in with it.</summary>
internal sealed partial class SandboxVisitor(HttpClient http, Uri portal)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>The cookies as a request carries them.</summary>
    public string Cookies => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <summary>Fills the sandbox with residents and signs so many of them in.</summary>
    public static async Task<IReadOnlyList<SandboxVisitor>> SignInAllAsync(HttpClient http, Uri portal, Uri sandbox, int count)
    {
        (await http.PutAsync(new Uri(sandbox, $"/sandbox/population?count={count}"), content: null)).EnsureSuccessStatusCode();
        var residents = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(new Uri(sandbox, "/sandbox/residents"))).EnumerateArray()
            .Where(resident => resident.GetProperty("status").GetString() is "ACTIVATED" && resident.GetProperty("phone").GetString() is not null)
            .TakeLast(count).Select(resident => (Uin: resident.GetProperty("uin").GetString()!, Phone: resident.GetProperty("phone").GetString()!)).ToList();
        var visitors = new List<SandboxVisitor>();
        foreach (var (uin, phone) in residents)
        {
            var visitor = new SandboxVisitor(http, portal);
            await visitor.SignInAsync(sandbox, uin, phone);
            visitors.Add(visitor);
        }

        return visitors;
    }

    /// <summary>A page.</summary>
    public async Task<string> ReadAsync(string path) => (await SendAsync(HttpMethod.Get, path, fields: null)).Body;

    private async Task SignInAsync(Uri sandbox, string uin, string phone)
    {
        var page = await ReadAsync("/sign-in");
        await PostAsync(page, "/sign-in", new() { ["Number"] = uin, ["Channel"] = "phone" });
        page = await ReadAsync("/sign-in/code");
        string? code = null;
        for (var tries = 0; code is null && tries < 200; tries++)
        {
            await Task.Delay(20);
            code = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(new Uri(sandbox, $"/sandbox/outbox?to={Uri.EscapeDataString(phone)}"))).EnumerateArray()
                .Select(message => message.TryGetProperty("code", out var sent) ? sent.GetString() : null).FirstOrDefault(sent => sent is not null);
        }

        var entered = await PostAsync(page, "/sign-in/code", new() { ["Code"] = code ?? throw new InvalidOperationException("No code came.") });
        if (entered.Status is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther))
        {
            throw new InvalidOperationException($"The code was answered with {entered.Status}.");
        }
    }

    private Task<(HttpStatusCode Status, string Body)> PostAsync(string page, string path, Dictionary<string, string> fields)
    {
        var form = Form().Matches(page).First(match => match.Groups["form"].Value.Contains("_handler", StringComparison.Ordinal)).Groups["form"].Value;
        foreach (Match hidden in Hidden().Matches(form))
        {
            fields.TryAdd(hidden.Groups["name"].Value, WebUtility.HtmlDecode(hidden.Groups["value"].Value));
        }

        return SendAsync(HttpMethod.Post, path, fields);
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string path, Dictionary<string, string>? fields)
    {
        using var request = new HttpRequestMessage(method, new Uri(portal, path)) { Content = fields is null ? null : new FormUrlEncodedContent(fields) };
        request.Headers.TryAddWithoutValidation("Cookie", Cookies);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("Origin", portal.GetLeftPart(UriPartial.Authority));
        using var answer = await http.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }

        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("(?<form><form .*?</form>)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();
}
