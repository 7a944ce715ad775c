using System.Diagnostics;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Otp;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Contacts;

/// <summary>Contacts as people type them, judged by the platform's own patterns.</summary>
public sealed class ContactTests
{
    [Theory]
    [InlineData("9876500001", "9876500001")]
    [InlineData(" 98765 00001 ", "9876500001")]
    [InlineData("98765-00001", "9876500001")]
    [InlineData("(987) 650.0001", "9876500001")]
    [InlineData("٩٨٧٦٥٠٠٠٠١", "9876500001")]
    [InlineData("+9876500001", "+9876500001")]
    public void A_phone_number_has_one_form_however_it_is_typed(string typed, string expected)
    {
        Contact.TryParse(typed, OtpChannel.Phone, new ContactOptions(), out var contact).ShouldBeTrue();
        contact.ShouldBe(expected);
    }

    [Theory]
    [InlineData("meera.k@example.org", "meera.k@example.org")]
    [InlineData(" Meera.K@Example.org ", "Meera.K@Example.org")]
    [InlineData("a+b@mail.example.org", "a+b@mail.example.org")]
    public void An_email_address_keeps_its_letters_and_loses_its_spaces(string typed, string expected)
    {
        Contact.TryParse(typed, OtpChannel.Email, new ContactOptions(), out var contact).ShouldBeTrue();
        contact.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, OtpChannel.Phone)]
    [InlineData("", OtpChannel.Phone)]
    [InlineData("987650000", OtpChannel.Phone)]
    [InlineData("98765000012", OtpChannel.Phone)]
    [InlineData("98765abc01", OtpChannel.Phone)]
    [InlineData("meera.k@example.org", OtpChannel.Phone)]
    [InlineData("meera.k", OtpChannel.Email)]
    [InlineData("meera.k@example", OtpChannel.Email)]
    [InlineData("9876500001", OtpChannel.Email)]
    public void What_is_no_contact_of_the_channel_is_refused(string? typed, OtpChannel channel) =>
        Contact.TryParse(typed, channel, new ContactOptions(), out _).ShouldBeFalse();

    [Fact]
    public void A_country_gives_its_own_pattern()
    {
        var options = new ContactOptions { PhonePattern = @"^\+251[0-9]{9}$" };
        Contact.TryParse("+251 911 223344", OtpChannel.Phone, options, out var contact).ShouldBeTrue();
        contact.ShouldBe("+251911223344");
        Contact.TryParse("9876500001", OtpChannel.Phone, options, out _).ShouldBeFalse();
    }

    [Fact]
    public void S_66_A_pattern_that_would_take_for_ever_is_given_up_and_refuses()
    {
        var options = new ContactOptions { EmailPattern = "^(a+)+$" };
        var began = Stopwatch.GetTimestamp();
        Contact.TryParse(new string('a', 100) + "!", OtpChannel.Email, options, out _).ShouldBeFalse();
        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void An_endless_text_is_no_contact() => Contact.TryParse(new string('a', 200) + "@example.org", OtpChannel.Email, new ContactOptions(), out _).ShouldBeFalse();
}
