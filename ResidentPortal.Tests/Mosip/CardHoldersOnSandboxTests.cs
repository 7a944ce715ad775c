using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Profile;
using ResidentPortal.Sandbox;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Every demo resident as a card prints them, on an older platform and on a newer one.</summary>
public sealed class CardHoldersOnSandboxTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Profiles => ["1.2.0.1", "1.3"];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Every_demo_resident_comes_in_words_whether_the_record_has_words_or_codes(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        foreach (var resident in platform.App.State.Population.Residents)
        {
            var record = platform.App.State.FindIdentity(resident.Uin);
            var holder = await FindAsync(platform, resident);
            holder.Names.ShouldBe(resident.Names.Select(name => new LocalText(name.Key, name.Value)));
            holder.BornOn.ShouldBe(resident.BornOn);
            holder.Gender.ShouldBe(resident.IsFemale ? CardGender.Female : CardGender.Male);
            holder.Genders.ShouldBe(resident.Names.Keys.Select(language => new LocalText(language, record.GenderIn(language))));
            holder.Addresses.Select(address => address.Language).ShouldBe(resident.Names.Keys);
            holder.Addresses.ShouldAllBe(address => address.Lines.SequenceEqual(record.AddressIn(address.Language)));
            holder.PostalCode.ShouldBe("14022");
        }

        platform.App.State.Population.Residents.Count(resident => resident.IsInCodes).ShouldBeGreaterThan(3);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Every_demo_resident_has_a_photo_or_a_reason_for_none(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        using var conversion = new PhotoConversion();
        var states = new Dictionary<string, PhotoState>(StringComparer.Ordinal);
        var kinds = new List<ImageKind>();
        foreach (var resident in platform.App.State.Population.Residents)
        {
            var holder = await FindAsync(platform, resident);
            holder.Biometrics.ShouldBe(platform.App.State.FindBiometrics(resident.Uin));
            var photo = await conversion.ConvertAsync(holder.Biometrics, Cancellation);
            states[resident.Name] = photo.State;
            if (photo.State is PhotoState.Ready)
            {
                photo.Jpeg!.Length.ShouldBeInRange(4_000, 20_000);
                kinds.Add(FacePhoto.Find(holder.Biometrics).Image!.Kind);
            }
        }

        states.Where(state => state.Value is not PhotoState.Ready).ShouldBe(
        [
            KeyValuePair.Create("Li", PhotoState.NoneEnrolled),
            KeyValuePair.Create("Ani", PhotoState.Unreadable),
            KeyValuePair.Create("Suharto", PhotoState.NoneEnrolled),
        ]);
        kinds.CountBy(kind => kind).ToDictionary().ShouldBe(
            new Dictionary<ImageKind, int> { [ImageKind.Jp2] = 7, [ImageKind.Codestream] = 3, [ImageKind.Jpeg] = 10, [ImageKind.Png] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task An_identity_that_is_asked_for_alone_comes_without_biometrics()
    {
        await using var platform = platforms.Fresh("1.3");
        platform.App.State.FindBiometrics("4952408651").ShouldNotBeNull();
        (await platform.Adapters.GetRequiredService<IIdentityRegistry>().FindAsync(Sample.ByUin, Cancellation)).IsSuccess.ShouldBeTrue();
        platform.App.Calls.Count("masterdata.locations").ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Words_of_places_and_genders_are_fetched_once(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var meera = platform.App.State.Population.Demo;
        await FindAsync(platform, meera);
        var before = platform.App.Calls.Counts.Where(call => call.Key.StartsWith("masterdata.", StringComparison.Ordinal)).ToList();
        await FindAsync(platform, meera);
        platform.App.Calls.Counts.Where(call => call.Key.StartsWith("masterdata.", StringComparison.Ordinal)).ShouldBe(before, ignoreOrder: true);
        platform.App.Calls.Count("masterdata.locations").ShouldBe(9);
        platform.App.Calls.Count("idrepository.identity.read").ShouldBe(2);
    }

    [Theory]
    [InlineData(FaultNames.Http500)]
    [InlineData(FaultNames.Html200)]
    public async Task Without_master_data_a_card_can_be_made_all_the_same(string fault)
    {
        await using var platform = platforms.Fresh("1.3");
        platform.App.Faults.Set("masterdata.*", fault);
        var holder = await FindAsync(platform, platform.App.State.Population.Demo);
        (holder.Gender, holder.Genders[0].Text).ShouldBe((CardGender.Female, "FLE"));
        holder.Addresses[0].Lines.ShouldContain("KNT");
    }

    private static async Task<CardHolder> FindAsync(SandboxPlatform platform, Resident resident)
    {
        Uin.TryParse(resident.Uin, out var uin).ShouldBeTrue();
        return (await platform.Adapters.GetRequiredService<ICardHolders>().FindAsync(uin!, Cancellation)).Value;
    }
}
