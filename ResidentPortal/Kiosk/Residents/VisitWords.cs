using Microsoft.Extensions.Localization;
using ResidentPortal.Components;
using ResidentPortal.Core.Otp;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Residents;

/// <summary>Where the code of a visit can go.</summary>
internal static class VisitWords
{
    public const string Phone = "phone";
    public const string Email = "email";

    /// <summary>Where a code can go, to choose from.</summary>
    public static IReadOnlyList<Choice> Channels(IStringLocalizer<Words> words) =>
        [new(Phone, words["SignIn.Channel.Phone"], words["SignIn.Channel.Phone.Hint"]), new(Email, words["SignIn.Channel.Email"])];

    /// <summary>Where it is to go; null for what no form of ours sends.</summary>
    public static OtpChannel? ChannelOf(string? value) => value switch
    {
        Phone => OtpChannel.Phone,
        Email => OtpChannel.Email,
        _ => null,
    };
}
