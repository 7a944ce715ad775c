using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ResidentPortal.Tests.Updates.Documents;

/// <summary>Speaks as ClamAV's daemon does (<c>zINSTREAM</c>), knows one virus, and can be told to misbehave.</summary>
internal sealed class ClamStandIn : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly CancellationTokenSource _over = new();
    private readonly Task _serving;
    private readonly string? _path;

    public ClamStandIn(string? answer = null, string? path = null)
    {
        _path = path;
        _listener = path is null ? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(path is null ? new IPEndPoint(IPAddress.Loopback, 0) : new UnixDomainSocketEndPoint(path));
        _listener.Listen();
        _serving = ServeAsync(answer);
    }

    public string Address => _path is null ? $"tcp://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}" : $"unix://{_path}";

    /// <summary>The last file it was sent.</summary>
    public byte[] Received { get; private set; } = [];

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Dispose();
        await _serving;
        _over.Dispose();
        if (_path is not null)
        {
            File.Delete(_path);
        }
    }

    private async Task ServeAsync(string? answer)
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptAsync(_over.Token);
                await using var line = new NetworkStream(socket);
                var command = new byte[10];
                await line.ReadExactlyAsync(command, _over.Token);
                if (!command.AsSpan().SequenceEqual("zINSTREAM\0"u8))
                {
                    continue;
                }

                using var file = new MemoryStream();
                var length = new byte[4];
                while (true)
                {
                    await line.ReadExactlyAsync(length, _over.Token);
                    var chunk = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
                    if (chunk.Length == 0)
                    {
                        break;
                    }

                    await line.ReadExactlyAsync(chunk, _over.Token);
                    file.Write(chunk);
                }

                Received = file.ToArray();
                var verdict = answer ?? (Received.AsSpan().IndexOf(Eicar.Text) >= 0 ? "stream: Win.Test.EICAR_HDB-1 FOUND\0" : "stream: OK\0");
                await line.WriteAsync(Encoding.ASCII.GetBytes(verdict), _over.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // over
        }
    }
}

/// <summary>The text by which every scanner is tried, harmless in itself; in two pieces, so that no scanner takes this file away.</summary>
internal static class Eicar
{
    public static byte[] Text { get; } = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
}
