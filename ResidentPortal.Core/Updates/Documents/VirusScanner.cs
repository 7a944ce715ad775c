using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates.Documents;

/// <summary>
/// Asks ClamAV's daemon about a file (clamd, <c>INSTREAM</c>). Where one is configured only its plain word lets a file in: silence, nonsense and an error stop it.
/// </summary>
public sealed partial class VirusScanner(IOptions<DocumentOptions> options, TimeProvider clock, ILogger<VirusScanner> logger)
{
    private const int ChunkSize = 64 * 1024;
    private const int LongestAnswer = 1024;

    /// <summary>Whether the file may go on. Problems: <see cref="DocumentProblems.Harmful"/>, <see cref="DocumentProblems.Wait"/>.</summary>
    public async Task<Outcome<Done>> ScanAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(options.Value.Scanner))
        {
            return default(Done);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ScannerSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            switch (await AskAsync(new Uri(options.Value.Scanner), file, either.Token))
            {
                case "stream: OK":
                    return default(Done);
                case var answer when answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal):
                    Log.Found(logger);
                    return DocumentProblems.Harmful;
                default:
                    Log.NoVerdict(logger);
                    return DocumentProblems.Wait;
            }
        }
        catch (Exception fault) when (fault is SocketException or IOException or DecoderFallbackException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.Silent(logger, fault.GetType().Name);
            return DocumentProblems.Wait;
        }
    }

    private static async Task<string> AskAsync(Uri address, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        var isLocal = address.Scheme is "unix";
        using var socket = isLocal ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await (isLocal ? socket.ConnectAsync(new UnixDomainSocketEndPoint(address.AbsolutePath), cancellationToken) : socket.ConnectAsync(address.DnsSafeHost, address.Port, cancellationToken));
        await using var line = new NetworkStream(socket);
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var length = new byte[sizeof(int)];
        for (var rest = file; ; rest = rest[Math.Min(ChunkSize, rest.Length)..])
        {
            // The chunk without bytes is the end.
            var chunk = rest[..Math.Min(ChunkSize, rest.Length)];
            BinaryPrimitives.WriteInt32BigEndian(length, chunk.Length);
            await line.WriteAsync(length, cancellationToken);
            if (chunk.IsEmpty)
            {
                break;
            }

            await line.WriteAsync(chunk, cancellationToken);
        }

        var answer = new byte[LongestAnswer];
        var read = await line.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.ASCII.GetString(answer, 0, read).TrimEnd('\0', '\n');
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The scanner found something harmful in a paper; it was not let in")]
        public static partial void Found(ILogger logger);

        [LoggerMessage(LogLevel.Error, "The scanner gave no verdict on a paper; papers wait until it does")]
        public static partial void NoVerdict(ILogger logger);

        [LoggerMessage(LogLevel.Error, "The scanner cannot be asked ({Fault}); papers wait until it can")]
        public static partial void Silent(ILogger logger, string fault);
    }
}
