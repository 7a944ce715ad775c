using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Virtual IDs against the sandbox, as an older platform and as a newer one: what the adapters make of the platform's surprises.</summary>
public sealed class VidsOnSandboxTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private static readonly VidType Perpetual = new("Perpetual");
    private static readonly VidType Temporary = new("Temporary");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Profiles => AdaptersOnSandboxTests.Profiles;

    [Theory]
    [InlineData("1.2.0.1", 2, 1, 20)]
    [InlineData("1.3", 1, 2, 5)]
    public async Task The_policy_is_the_platforms(string profile, int mostPerpetual, int uses, int mostOthers)
    {
        await using var platform = platforms.Fresh(profile);
        var registry = platform.Adapters.GetRequiredService<IVidRegistry>();

        var policies = (await registry.ReadPolicyAsync(Cancellation)).Value;
        await registry.ReadPolicyAsync(Cancellation);

        policies.ShouldBe(
        [
            new VidPolicy(Perpetual, ValidFor: null, Uses: null, mostPerpetual, ReplacesOldest: true),
            new VidPolicy(Temporary, TimeSpan.FromMinutes(30), uses, mostOthers, ReplacesOldest: false),
            new VidPolicy(new VidType("OneTimeUse"), ValidFor: null, uses, mostOthers, ReplacesOldest: false),
        ]);
        (platform.App.Calls.Count("config.vid-policy"), platform.App.Calls.Count("idrepository.vid.list")).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData("1.2.0.1", false)]
    [InlineData("1.3", true)]
    public async Task A_perpetual_VID_never_ends_and_older_platforms_do_not_say_when_it_began(string profile, bool saysWhen)
    {
        await using var platform = platforms.Fresh(profile);

        var vid = (await platform.Adapters.GetRequiredService<IVidRegistry>().ListAsync(Sample.Uin, Cancellation)).Value.ShouldHaveSingleItem();

        DateTimeOffset? began = saysWhen ? new DateTimeOffset(2025, 11, 3, 14, 16, 22, 118, TimeSpan.Zero) : null;
        vid.ShouldBe(new IssuedVid(Sample.Vid, Perpetual, began, ExpiresAt: null, Uses: null));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_temporary_VID_is_made_and_listed_with_its_end_and_its_uses(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var registry = platform.Adapters.GetRequiredService<IVidRegistry>();
        var policy = (await registry.ReadPolicyAsync(Cancellation)).Value.Single(policy => policy.Type == Temporary);
        var before = DateTimeOffset.UtcNow;

        var made = (await registry.GenerateAsync(Sample.Uin, Temporary, Cancellation)).Value;

        var listed = (await registry.ListAsync(Sample.Uin, Cancellation)).Value.Single(vid => vid.Type == Temporary);
        (listed.Vid, listed.Uses).ShouldBe((made, policy.Uses));
        listed.ExpiresAt!.Value.ShouldBeInRange(before.AddMinutes(29), DateTimeOffset.UtcNow.AddMinutes(31));
        platform.App.State.Age(TimeSpan.FromMinutes(31));
        (await registry.ListAsync(Sample.Uin, Cancellation)).Value.ShouldHaveSingleItem().Vid.ShouldBe(Sample.Vid);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task One_perpetual_VID_too_many_silently_takes_the_first_out_of_use(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var registry = platform.Adapters.GetRequiredService<IVidRegistry>();
        var policy = (await registry.ReadPolicyAsync(Cancellation)).Value.Single(policy => policy.Type == Perpetual);
        var made = new List<Vid>();

        for (var i = 0; i < policy.Most; i++)
        {
            made.Add((await registry.GenerateAsync(Sample.Uin, Perpetual, Cancellation)).Value);
        }

        policy.ReplacesOldest.ShouldBeTrue();
        (await registry.ListAsync(Sample.Uin, Cancellation)).Value.Select(vid => vid.Vid).ShouldBe(made, ignoreOrder: true);
        made.ShouldNotContain(Sample.Vid);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Revoking_a_perpetual_VID_makes_another_and_tells_it(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var registry = platform.Adapters.GetRequiredService<IVidRegistry>();

        var restored = (await registry.RevokeAsync(Sample.Uin, Sample.Vid, Cancellation)).Value.Restored;

        restored.ShouldNotBeNull().ShouldNotBe(Sample.Vid);
        (await registry.ListAsync(Sample.Uin, Cancellation)).Value.ShouldHaveSingleItem().Vid.ShouldBe(restored);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Revoking_a_temporary_VID_makes_none(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var registry = platform.Adapters.GetRequiredService<IVidRegistry>();
        var made = (await registry.GenerateAsync(Sample.Uin, Temporary, Cancellation)).Value;

        (await registry.RevokeAsync(Sample.Uin, made, Cancellation)).Value.ShouldBe(new VidRevocation(Restored: null));

        (await registry.ListAsync(Sample.Uin, Cancellation)).Value.ShouldHaveSingleItem().Vid.ShouldBe(Sample.Vid);
    }

    [Fact]
    public async Task Revoking_a_revoked_VID_succeeds_again_and_makes_one_more_so_that_the_caller_has_to_look_first()
    {
        await using var platform = platforms.Fresh("1.3");
        var registry = platform.Adapters.GetRequiredService<IVidRegistry>();
        var first = (await registry.RevokeAsync(Sample.Uin, Sample.Vid, Cancellation)).Value.Restored;

        var second = (await registry.RevokeAsync(Sample.Uin, Sample.Vid, Cancellation)).Value.Restored;

        (await registry.ListAsync(Sample.Uin, Cancellation)).Value.Select(vid => vid.Vid).ShouldBe([first!, second!]);
        (await registry.GenerateAsync(Sample.Uin, Perpetual, Cancellation)).Problem.ShouldBe(VirtualIdProblems.LimitReached);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_person_without_VIDs_has_an_empty_list(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        platform.App.State.Vids.Clear();

        (await platform.Adapters.GetRequiredService<IVidRegistry>().ListAsync(Sample.Uin, Cancellation)).Value.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task One_temporary_VID_too_many_is_refused(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var registry = platform.Adapters.GetRequiredService<IVidRegistry>();
        var most = (await registry.ReadPolicyAsync(Cancellation)).Value.Single(policy => policy.Type == Temporary).Most;

        for (var i = 0; i < most; i++)
        {
            (await registry.GenerateAsync(Sample.Uin, Temporary, Cancellation)).IsSuccess.ShouldBeTrue();
        }

        (await registry.GenerateAsync(Sample.Uin, Temporary, Cancellation)).Problem.ShouldBe(VirtualIdProblems.LimitReached);
        (await registry.ListAsync(Sample.Uin, Cancellation)).Value.Count.ShouldBe(most + 1);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task What_cannot_be_is_told_apart(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var registry = platform.Adapters.GetRequiredService<IVidRegistry>();
        Uin.TryParse(platform.App.State.Population.Residents.First(resident => resident.Status is "DEACTIVATED").Uin, out var deactivated).ShouldBeTrue();
        Vid.TryParse("3983481472184978", out var expired).ShouldBeTrue();
        Vid.TryParse("3475241820153945", out var nobodys).ShouldBeTrue();

        (await registry.GenerateAsync(deactivated!, Temporary, Cancellation)).Problem.ShouldBe(VirtualIdProblems.NotAllowed);
        (await registry.GenerateAsync(Sample.Uin, new VidType("Eternal"), Cancellation)).Problem.ShouldBe(CommonProblems.Refused);
        (await registry.RevokeAsync(Sample.Uin, expired!, Cancellation)).Problem.ShouldBe(VirtualIdProblems.UnknownVid);
        (await registry.RevokeAsync(Sample.Uin, nobodys!, Cancellation)).Problem.ShouldBe(VirtualIdProblems.UnknownVid);
    }

    [Theory]
    [InlineData("1.2.0.1", 90)]
    [InlineData("1.3", 90)]
    [InlineData("1.2.0.1", -90)]
    [InlineData("1.3", -90)]
    public async Task A_platform_whose_clock_is_off_by_ninety_seconds_makes_one_VID(string profile, int seconds)
    {
        await using var platform = platforms.Fresh(profile);
        platform.App.Faults.Set("idrepository.*", Sandbox.FaultNames.Skew, seconds: seconds);
        var registry = platform.Adapters.GetRequiredService<IVidRegistry>();

        var made = (await registry.GenerateAsync(Sample.Uin, Temporary, Cancellation)).Value;
        (await registry.RevokeAsync(Sample.Uin, made, Cancellation)).IsSuccess.ShouldBeTrue();

        // The first request was refused for its time, which corrected the portal's clock for both acts.
        (platform.App.Calls.Count("idrepository.vid.create"), platform.App.Calls.Count("idrepository.vid.update")).ShouldBe((2, 1));
        platform.App.State.Vids.Usable(Sample.Uin.Reveal()).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Uses_by_organisations_are_counted_and_signing_in_is_none(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var (registry, uses, ida) = (
            platform.Adapters.GetRequiredService<IVidRegistry>(), platform.Adapters.GetRequiredService<IVidUses>(), platform.Adapters.GetRequiredService<IIdAuthentication>());
        var made = (await registry.GenerateAsync(Sample.Uin, new VidType("OneTimeUse"), Cancellation)).Value;
        var limit = (await registry.ListAsync(Sample.Uin, Cancellation)).Value.Single(vid => vid.Vid == made).Uses!.Value;

        await ida.SendCodeAsync(IndividualId.Of(made), Sample.Transaction, [OtpChannel.Phone], Cancellation);
        (await ida.VerifyCodeAsync(IndividualId.Of(made), Sample.Transaction, platform.LatestCode("9876500001"), Cancellation)).IsSuccess.ShouldBeTrue();
        platform.App.State.AuthenticateForPartner(made.Reveal(), "Acme Bank", succeeds: false);
        (await Counts()).ShouldBe((1, 0));

        for (var i = 0; i < limit; i++)
        {
            platform.App.State.AuthenticateForPartner(made.Reveal(), "Acme Bank", "FACE-AUTH");
        }

        (await Counts()).ShouldBe((1, limit));
        (await registry.ListAsync(Sample.Uin, Cancellation)).Value.ShouldNotContain(vid => vid.Vid == made);

        async Task<(int OfPerpetual, int OfMade)> Counts()
        {
            var counts = (await uses.CountAsync(Sample.Uin, [Sample.Vid, made], DateTimeOffset.UtcNow.AddDays(-30), Cancellation)).Value;
            return (counts[Sample.Vid], counts[made]);
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Uses_are_counted_over_many_pages_and_no_further_than_asked(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var uses = platform.Adapters.GetRequiredService<IVidUses>();
        for (var i = 0; i < 60; i++)
        {
            platform.App.State.AuthenticateForPartner(Sample.Vid.Reveal(), "Acme Bank");
            platform.App.State.AuthenticateForPartner(Sample.Uin.Reveal(), "Harbour Clinic");
        }

        (await uses.CountAsync(Sample.Uin, [Sample.Vid], DateTimeOffset.UtcNow.AddDays(-30), Cancellation)).Value[Sample.Vid].ShouldBe(61);
        platform.App.Calls.Count("ida.history").ShouldBe(3);
        platform.App.State.Age(TimeSpan.FromMinutes(10));
        (await uses.CountAsync(Sample.Uin, [Sample.Vid], DateTimeOffset.UtcNow, Cancellation)).Value[Sample.Vid].ShouldBe(0);
        platform.App.Calls.Count("ida.history").ShouldBe(4);
    }

    [Fact]
    public async Task A_developer_lets_an_organisation_use_a_VID_and_sees_the_orders()
    {
        await using var platform = platforms.Fresh("1.3");
        using var developer = new HttpClient { BaseAddress = new Uri(platform.App.Url) };
        var order = platform.App.State.Credentials.Order(Sample.Uin.Reveal());

        (await Use("4913089685701546")).ShouldBe(HttpStatusCode.NoContent);
        (await Use("4913089685701547")).ShouldBe(HttpStatusCode.BadRequest);

        platform.App.State.ReadHistory(Sample.Uin.Reveal())[0].ShouldSatisfyAllConditions(
            row => (row.EntityName, row.TypeCode, row.Succeeded, row.IdType).ShouldBe(("Harbour Clinic", "FACE-AUTH", true, "VID")), row => row.IndividualId.ShouldBe("4913089685701546"));
        (await developer.GetStringAsync(new Uri("sandbox/credentials", UriKind.Relative), Cancellation)).ShouldContain(order.ToString());

        async Task<HttpStatusCode> Use(string vid)
        {
            var answer = await developer.PostAsJsonAsync("sandbox/authentications", new { id = vid, by = "Harbour Clinic", type = "FACE-AUTH" }, Cancellation);
            return answer.StatusCode;
        }
    }
}
