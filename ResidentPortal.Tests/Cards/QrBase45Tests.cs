using System.Text;
using ResidentPortal.Core.Cards.Qr;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Cards;

public sealed class QrBase45Tests
{
    [Theory]
    [InlineData("AB", "BB8")]
    [InlineData("Hello!!", "%69 VD92EX0")]
    [InlineData("base-45", "UJCLQE7W581")]
    [InlineData("ietf!", "QED8WEX0")]
    [InlineData("", "")]
    public void The_examples_of_the_standard_are_written_and_read(string plain, string encoded)
    {
        Base45.Encode(Encoding.ASCII.GetBytes(plain)).ShouldBe(encoded);
        Base45.Decode(encoded).ShouldBe(Encoding.ASCII.GetBytes(plain));
    }

    [Theory]
    [InlineData("GGW")] // 65536
    [InlineData(":::")]
    [InlineData("::")] // more than a byte
    [InlineData("BB8B")] // a letter alone
    [InlineData("bb8")]
    [InlineData("B\u00C98")]
    public void What_is_not_Base45_is_refused(string text) => Base45.Decode(text).ShouldBeNull();

    [Fact]
    public void Every_length_and_every_byte_comes_back()
    {
        var bytes = Enumerable.Range(0, 512).Select(number => (byte)number).ToArray();
        for (var length = 0; length <= bytes.Length; length++)
        {
            Base45.Decode(Base45.Encode(bytes.AsSpan(0, length))).ShouldBe(bytes[..length]);
        }
    }
}
