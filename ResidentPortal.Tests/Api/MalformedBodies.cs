using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ResidentPortal.Tests.Api;

/// <summary>Bodies that no client means: made from good ones by a generator with a seed, so that a failure can be had again.</summary>
internal sealed class MalformedBodies(int seed)
{
    /// <summary>Stands in every body, so that it can be looked for where no content of a body belongs.</summary>
    public const string Mark = "zebra-crossing-4711";

    private static readonly byte[][] BadUtf8 = [[0xC3, 0x28], [0xA0, 0xA1], [0xE2, 0x28, 0xA1], [0xF0, 0x28, 0x8C, 0xBC], [0xED, 0xA0, 0x80], [0xFF]];
    private readonly Random _random = new(seed);

    /// <summary>The next body, made from a good one.</summary>
    public byte[] Next(JsonObject good)
    {
        var body = good.DeepClone().AsObject();
        body["note"] = Mark;
        return _random.Next(8) switch
        {
            0 => Bytes(WithWrongTypes(body).ToJsonString()),
            1 => Bytes(Deep(body.ToJsonString())),
            2 => Bytes(WithHugeNumbers(body)),
            3 => WithBadUtf8(body.ToJsonString()),
            4 => Bytes(WithDoubledKeys(body.ToJsonString())),
            5 => Bytes(Cut(body.ToJsonString())),
            6 => Garbled(Bytes(body.ToJsonString())),
            _ => Bytes(WithOddTexts(body).ToJsonString()),
        };
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private JsonObject WithWrongTypes(JsonObject body)
    {
        var (parent, name) = AnyPlace(body);
        parent[name] = _random.Next(7) switch
        {
            0 => JsonValue.Create(value: true),
            1 => JsonValue.Create(_random.NextInt64()),
            2 => new JsonArray(Mark, null, 1),
            3 => new JsonObject { [Mark] = Mark },
            4 => null,
            5 => JsonValue.Create(0.1),
            _ => new JsonArray(new JsonArray(new JsonObject())),
        };
        return body;
    }

    private JsonObject WithOddTexts(JsonObject body)
    {
        var (parent, name) = AnyPlace(body);
        parent[name] = _random.Next(6) switch
        {
            0 => new string('9', _random.Next(1, 20_000)),
            1 => "\u0000\u0007\u001b[31m" + Mark,
            2 => "\r\nSet-Cookie: a=b\r\n" + Mark,
            3 => "{{7*7}} ${jndi:ldap://x} ' OR 1=1 -- " + Mark,
            4 => "٤٩٥٢٤٠٨٦٥١",
            _ => string.Concat(Enumerable.Repeat("\U0001F9EC", _random.Next(1, 2000))),
        };
        return body;
    }

    private string Deep(string text)
    {
        var depth = _random.Next(2, 20_000);
        return _random.Next(2) == 0
            ? $"{text[..^1]},\"deep\":{new string('[', depth)}{new string(']', depth)}}}"
            : $"{text[..^1]},\"request\":{string.Concat(Enumerable.Repeat("{\"a\":", depth))}1{new string('}', depth)}}}";
    }

    private string WithHugeNumbers(JsonObject body)
    {
        var (parent, name) = AnyPlace(body);
        parent[name] = "@number@";
        var digits = new string('7', _random.Next(1, 5000));
        var number = _random.Next(3) switch { 0 => digits, 1 => $"-{digits}.{digits}", _ => $"1e{_random.Next(1, 1_000_000).ToString(CultureInfo.InvariantCulture)}" };
        return body.ToJsonString().Replace("\"@number@\"", number, StringComparison.Ordinal);
    }

    private byte[] WithBadUtf8(string text)
    {
        var bytes = Bytes(text);
        var at = _random.Next(1, bytes.Length);
        return [.. bytes[..at], .. BadUtf8[_random.Next(BadUtf8.Length)], .. bytes[at..]];
    }

    private string WithDoubledKeys(string text) => $"{text[..^1]},\"id\":\"{Mark}\",\"id\":{_random.Next()},\"request\":{{\"otp\":1,\"otp\":\"{Mark}\",\"individualId\":null,\"individualId\":[]}}}}";

    private string Cut(string text) => text[.._random.Next(text.Length)];

    private byte[] Garbled(byte[] bytes)
    {
        for (var changes = _random.Next(1, 20); changes > 0; changes--)
        {
            bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        }

        return bytes;
    }

    private (JsonObject Parent, string Name) AnyPlace(JsonObject body)
    {
        var parent = body["request"] is JsonObject { Count: > 0 } request && _random.Next(3) > 0 ? request : body;
        return (parent, parent.ElementAt(_random.Next(parent.Count)).Key);
    }
}
