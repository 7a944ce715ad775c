using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ResidentPortal.Api;

/// <summary>How the face reads and writes JSON: names case-sensitive, unknown ones ignored, the last of two equal ones taken, a number or truth value read as text where text is wanted.</summary>
internal static class ApiJson
{
    /// <summary>How deep a body may be nested.</summary>
    private const int Deepest = 32;

    /// <summary>The options.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        MaxDepth = Deepest,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Answers are JSON and are never sniffed as anything else: nosniff.
        Converters = { new LenientText() },
    };

    /// <summary>
    /// A body. Every text in it is text: bytes that are not UTF-8 and halves of surrogate pairs make all of it unreadable, also where nobody looks at them now, so that whoever looks
    /// later need not think of them. Throws <see cref="JsonException"/> or <see cref="InvalidOperationException"/>.
    /// </summary>
    public static T? Read<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        if (!Utf8.IsValid(json))
        {
            throw new JsonException();
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: true })
            {
                reader.GetString();
            }
        }

        return JsonSerializer.Deserialize<T>(json, Options);
    }

    /// <summary>Text, or what can be read as text.</summary>
    private sealed class LenientText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    try
                    {
                        return reader.GetString();
                    }
                    catch (InvalidOperationException)
                    {
                        throw new JsonException(); // Half a surrogate pair, or bytes that are not UTF-8.
                    }

                case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                    return System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
                default:
                    throw new JsonException();
            }
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
