using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sharing;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Sharing against the sandbox, as an older platform and as a newer one.</summary>
public sealed class SharingOnSandboxTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Profiles => AdaptersOnSandboxTests.Profiles;

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task What_is_shown_before_is_what_the_credential_holds(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var services = platform.Adapters;
        var form = (await services.GetRequiredService<IDisclosureForms>().FindAsync(DisclosureUse.Share, Cancellation)).Value;
        var record = (await services.GetRequiredService<IDisclosureRecords>().FindAsync(Sample.Uin, form, Cancellation)).Value;
        var partner = (await services.GetRequiredService<IPartners>().ListAsync(Cancellation)).Value.Single(one => one.Name is "Harbour Bank");
        var policy = (await services.GetRequiredService<IPartners>().FindPolicyAsync(partner.Id, Cancellation)).Value;
        var shown = Disclosure.Of(Disclosure.Offered(form, record, policy.Attributes), record, [new("dateOfBirth", "DD/MMM"), new("phone", IsMasked: true)]).Value;

        var requests = services.GetRequiredService<IShareRequests>();
        var request = (await requests.ShareAsync(Sample.Uin, partner.Id, [.. shown.Select(field => new ShareItem(field.Choice, [.. Disclosure.Attributes(field.Field, field.Choice)]))], Cancellation)).Value;

        (await requests.FindShareAsync(request, Cancellation)).Value.ShouldBe(ShareStage.Waiting);
        platform.App.State.Age(TimeSpan.FromSeconds(31));
        (await requests.FindShareAsync(request, Cancellation)).Value.ShouldBe(ShareStage.HandedOver);
        var got = platform.App.State.Shares().Single()["credentialSubject"]!.AsObject();
        got.Select(pair => (pair.Key, pair.Value!.ToString())).ShouldBe(shown.SelectMany(field => field.Values).Select(value => (value.Attribute, value.Value.Plain!)), ignoreOrder: true);
        (await requests.TakeBackAsync(request, Cancellation)).Problem.ShouldBe(SharingProblems.TooLate);
    }

    [Fact]
    public async Task A_card_says_in_words_what_the_record_has_in_codes_and_what_is_shared_stays_as_recorded()
    {
        await using var platform = platforms.Fresh("1.3");
        var (forms, records) = (platform.Adapters.GetRequiredService<IDisclosureForms>(), platform.Adapters.GetRequiredService<IDisclosureRecords>());
        var shared = (await records.FindAsync(Sample.Uin, (await forms.FindAsync(DisclosureUse.Share, Cancellation)).Value, Cancellation)).Value;
        var onCard = (await records.FindAsync(Sample.Uin, (await forms.FindAsync(DisclosureUse.Card, Cancellation)).Value, Cancellation)).Value;

        (shared.Values["city"].In("eng"), onCard.Values["city"].In("eng")).ShouldBe(("KNT", Sandbox.DemoPlaces.Find("KNT")!.NameIn("eng")));
        (shared.Values["gender"].In("eng"), onCard.Values["gender"].In("eng")).ShouldBe(("FLE", "Female"));
        (onCard.HasPhoto, onCard.Values["fullName"]).ShouldBe((true, shared.Values["fullName"]));
    }

    [Fact]
    public async Task What_is_new_is_taken_back()
    {
        await using var platform = platforms.Fresh("1.3");
        var requests = platform.Adapters.GetRequiredService<IShareRequests>();
        var request = (await requests.ShareAsync(Sample.Uin, "partner-harbour-bank", [new ShareItem(new DisclosureChoice("gender"), ["gender"])], Cancellation)).Value;

        (await requests.TakeBackAsync(request, Cancellation)).IsSuccess.ShouldBeTrue();
        platform.App.State.Age(TimeSpan.FromMinutes(2));
        (await requests.FindShareAsync(request, Cancellation)).Value.ShouldBe(ShareStage.TakenBack);
        (await requests.TakeBackAsync(Guid.NewGuid(), Cancellation)).Problem.ShouldBe(SharingProblems.UnknownRequest);
    }
}
