using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace ResidentPortal.Benchmarks;

/// <summary>
/// A platform on a loopback port that takes every packet. What it is given to encrypt it drops, and answers as many letters; so what is measured is the portal's own work and the
/// way of the bytes.
/// </summary>
internal sealed class YesPlatform : IDisposable
{
    private const string Rid = "10001100800000120261124101500";
    private const int Chunk = 64 * 1024;

    private static readonly byte[] Letters = [.. Enumerable.Repeat((byte)'A', Chunk)];

    private readonly HttpListener _listener = new();

    public YesPlatform()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

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

    private static async Task AnswerAsync(HttpListenerContext context)
    {
        var length = await DrainAsync(context.Request.InputStream);
        var path = context.Request.Url!.AbsolutePath;
        context.Response.Headers["Authorization"] = "token";
        context.Response.ContentType = "application/json";
        await using var body = context.Response.OutputStream;
        if (path.EndsWith("/encrypt", StringComparison.Ordinal))
        {
            await body.WriteAsync("{\"response\":{\"data\":\""u8.ToArray());
            for (var left = length / 4 * 4; left > 0; left -= Chunk)
            {
                await body.WriteAsync(Letters.AsMemory(0, (int)Math.Min(left, Chunk)));
            }

            await body.WriteAsync("\"}}"u8.ToArray());
            return;
        }

        await body.WriteAsync(Encoding.UTF8.GetBytes($$"""{ "response": {{Response(path)}}, "errors": null }"""));
    }

    private static string Response(string path) => path.Split('/')[^1] switch
    {
        "publickey" => """{ "publicKey": "a-key" }""",
        "search" => """{ "data": [{ "id": "10080", "signPublicKey": "a-key", "isActive": true }] }""",
        "10080" => $$"""{ "rid": "{{Rid}}" }""",
        "cssign" => """{ "data": "c2lnbmVk" }""",
        "sync" => $$"""[{ "registrationId": "{{Rid}}", "status": "SUCCESS" }]""",
        "latestidschema" => JsonSerializer.Serialize(new { idVersion = 0.1, schemaJson = Schema() }),
        _ => """{ "status": "yes" }""",
    };

    private static string Schema()
    {
        const string Document = "{\"$ref\":\"#/definitions/documentType\",\"fieldCategory\":\"optional\"}";
        const string Text = "{\"type\":\"string\",\"fieldCategory\":\"none\"}";
        const string Number = "{\"type\":\"number\",\"fieldCategory\":\"none\"}";
        return $"{{\"properties\":{{\"identity\":{{\"properties\":{{\"IDSchemaVersion\":{Number},\"UIN\":{Text},\"phone\":{Text},\"proofOfIdentity\":{Document},\"proofOfAddress\":{Document},\"proofOfRelationship\":{Document}}}}}}}}}";
    }

    private static async Task<long> DrainAsync(Stream stream)
    {
        var (chunk, all) = (new byte[Chunk], 0L);
        int read;
        while ((read = await stream.ReadAsync(chunk)) > 0)
        {
            all += read;
        }

        return all;
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
