using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ResidentPortal.Benchmarks;

/// <summary>A platform on a loopback port with one person whose identity was used thousands of times; each row carries two signatures, as long as the platform's are.</summary>
internal sealed class HistoryPlatform : IDisposable
{
    private const int Signature = 1_500;

    private readonly HttpListener _listener = new();
    private readonly string[] _rows;
    private readonly Dictionary<string, byte[]> _answers = new(StringComparer.Ordinal);

    public HistoryPlatform(int uses)
    {
        var now = TimeProvider.System.GetUtcNow();
        _rows = [.. Enumerable.Range(0, uses).Select(i => Row(i, now.AddHours(-i)))];
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}");
        socket.Close();
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>How often a page of the history was asked for.</summary>
    public int Pages { get; private set; }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private static string Row(int i, DateTimeOffset at) => $$"""
        {"transactionID":"{{4_000_000_000 + i}}","requestdatetime":"{{at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture)}}","authtypeCode":"{{(i % 10 == 9 ? "FACE-AUTH" : "FINGERPRINT-AUTH")}}",
        "statusCode":"{{(i % 4 == 0 ? "N" : "Y")}}","statusComment":"Finger Authentication","referenceIdType":"UIN","entityName":"Organisation {{i % 30}}",
        "requestSignature":"{{new string('a', Signature)}}","responseSignature":"{{new string('b', Signature)}}","tokenId":null,"entityId":null,"individualId":"{{new string('C', 64)}}"}
        """;

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        context.Response.Headers["Authorization"] = "token";
        context.Response.ContentType = "application/json";
        await using var body = context.Response.OutputStream;
        await body.WriteAsync(Answer(context.Request));
    }

    // Each page is made once: what is measured is the portal.
    private byte[] Answer(HttpListenerRequest request)
    {
        Pages += request.Url!.AbsolutePath.Contains("/authTransactions/", StringComparison.Ordinal) ? 1 : 0;
        lock (_answers)
        {
            if (!_answers.TryGetValue(request.RawUrl!, out var answer))
            {
                _answers[request.RawUrl!] = answer = Encoding.UTF8.GetBytes($$"""{ "response": {{Response(request)}}, "errors": null }""");
            }

            return answer;
        }
    }

    private string Response(HttpListenerRequest request)
    {
        if (!request.Url!.AbsolutePath.Contains("/authTransactions/", StringComparison.Ordinal))
        {
            return """{ "status": "yes" }""";
        }

        var (page, size) = (int.Parse(request.QueryString["pageStart"]!, CultureInfo.InvariantCulture), int.Parse(request.QueryString["pageFetch"]!, CultureInfo.InvariantCulture));
        return $$"""{ "authTransactions": [{{string.Join(',', _rows.Skip((page - 1) * size).Take(size))}}] }""";
    }
}
