using System.Text.Json;
using ResidentPortal.Core.Mosip;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Members of the platform's JSON that it writes in more than one way.</summary>
public sealed class WireReadingTests
{
    [Theory]
    [InlineData("\"-_8\"")]
    [InlineData("\"-_8=\"")]
    [InlineData("\"+/8\"")]
    [InlineData("\"+/8=\"")]
    [InlineData("\"+_\\n8=\\n\"")]
    public void Bytes_come_in_either_alphabet_padded_or_not(string data) => Read(data).Bytes("value").ShouldBe([0xFB, 0xFF]);

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("\"-_8*\"")]
    [InlineData("\"=-_8\"")]
    [InlineData("{ }")]
    [InlineData("null")]
    public void What_is_not_base64_is_no_bytes(string data) => Read(data).Bytes("value").ShouldBeNull();

    [Theory]
    [InlineData("7", 7)]
    [InlineData("\"7\"", 7)]
    [InlineData("0", 0)]
    [InlineData("-1", null)]
    [InlineData("2147483648", null)]
    [InlineData("1.5", null)]
    [InlineData("true", null)]
    public void A_count_is_whole_and_not_below_nothing(string value, int? count) => Read(value).Count("value").ShouldBe(count);

    private static JsonElement Read(string value) => JsonDocument.Parse($$"""{ "value": {{value}} }""").RootElement;
}
