using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ResidentPortal.Core.Mosip;

/// <summary>A JSON request whose one large value, its member <c>data</c>, is written in base64 while the body goes out: the file is not held a second time as text.</summary>
internal sealed class Base64Body : HttpContent
{
    // A multiple of three, so that the parts join without padding.
    private const int Chunk = 48 * 1024;

    private readonly byte[] _before;
    private readonly byte[] _after;
    private readonly ReadOnlyMemory<byte> _data;
    private readonly bool _isUrlSafe;

    private Base64Body(byte[] json, ReadOnlyMemory<byte> data, bool isUrlSafe)
    {
        var place = json.AsSpan().IndexOf("\"data\":\"\""u8) + "\"data\":\""u8.Length;
        (_before, _after, _data, _isUrlSafe) = (json[..place], json[place..], data, isUrlSafe);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>With the plain alphabet, padded.</summary>
    public static Base64Body Plain<T>(T request, ReadOnlyMemory<byte> data) => new(JsonSerializer.SerializeToUtf8Bytes(request), data, isUrlSafe: false);

    /// <summary>With the alphabet for addresses, not padded.</summary>
    public static Base64Body UrlSafe<T>(T request, ReadOnlyMemory<byte> data) => new(JsonSerializer.SerializeToUtf8Bytes(request), data, isUrlSafe: true);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_before, cancellationToken);
        var text = new byte[Base64.GetMaxEncodedToUtf8Length(Chunk)];
        for (var start = 0; start < _data.Length; start += Chunk)
        {
            await stream.WriteAsync(text.AsMemory(0, Encode(_data.Span[start..Math.Min(start + Chunk, _data.Length)], text)), cancellationToken);
        }

        await stream.WriteAsync(_after, cancellationToken);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _before.Length + (_isUrlSafe ? Base64Url.GetEncodedLength(_data.Length) : Base64.GetMaxEncodedToUtf8Length(_data.Length)) + _after.Length;
        return true;
    }

    private int Encode(ReadOnlySpan<byte> bytes, Span<byte> text)
    {
        if (_isUrlSafe)
        {
            return Base64Url.EncodeToUtf8(bytes, text);
        }

        Base64.EncodeToUtf8(bytes, text, out _, out var written);
        return written;
    }
}
