using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>The adapter to the OTP manager against the sandbox, which keeps its rules: 180 seconds, ten tries, half an hour of freeze, once.</summary>
public sealed class ContactsOnSandboxTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private const string Key = "1.key";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Profiles => ["1.2.0.1", "1.3"];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_code_is_taken_once_and_a_newer_one_takes_its_place(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var otp = platform.Adapters.GetRequiredService<IContactOtp>();

        var first = (await otp.GenerateAsync(Key, Cancellation)).Value;
        (await otp.ValidateAsync(Key, first, Cancellation)).IsSuccess.ShouldBeTrue();
        (await otp.ValidateAsync(Key, first, Cancellation)).Problem.ShouldBe(OtpProblems.NoneActive);

        var second = (await otp.GenerateAsync(Key, Cancellation)).Value;
        (await otp.GenerateAsync(Key, Cancellation)).IsSuccess.ShouldBeTrue();
        (await otp.ValidateAsync(Key, second, Cancellation)).Problem.ShouldBe(OtpProblems.Wrong);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task The_tenth_wrong_try_freezes_a_key_and_a_late_code_is_told_as_such_even_then(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var otp = platform.Adapters.GetRequiredService<IContactOtp>();
        var right = (await otp.GenerateAsync(Key, Cancellation)).Value;
        OneTimeCode.TryParse(right.Reveal() is "000000" ? "000001" : "000000", out var wrong).ShouldBeTrue();

        for (var i = 0; i < 9; i++)
        {
            (await otp.ValidateAsync(Key, wrong, Cancellation)).Problem.ShouldBe(OtpProblems.Wrong);
        }

        (await otp.ValidateAsync(Key, wrong, Cancellation)).Problem.ShouldBe(OtpProblems.Frozen);
        (await otp.ValidateAsync(Key, right, Cancellation)).Problem.ShouldBe(OtpProblems.Frozen);
        (await otp.GenerateAsync(Key, Cancellation)).Problem.ShouldBe(OtpProblems.Frozen);
        platform.App.State.Age(TimeSpan.FromSeconds(181));
        (await otp.ValidateAsync(Key, right, Cancellation)).Problem.ShouldBe(OtpProblems.Expired);
        platform.App.State.Age(TimeSpan.FromMinutes(30));
        (await otp.GenerateAsync(Key, Cancellation)).IsSuccess.ShouldBeTrue();
    }
}
