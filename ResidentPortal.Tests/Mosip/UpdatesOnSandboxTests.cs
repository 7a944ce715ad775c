using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Updates;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>What residents may change, and what waits, against the sandbox as an older platform and as a newer one.</summary>
public sealed class UpdatesOnSandboxTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private const string Rid = "10001100800000120260304050607";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Profiles => AdaptersOnSandboxTests.Profiles;

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task The_form_has_the_groups_of_the_country_in_its_order_and_is_read_once(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var forms = platform.Adapters.GetRequiredService<IUpdateForms>();

        var form = (await forms.FindAsync(Cancellation)).Value;
        await forms.FindAsync(Cancellation);

        form.Fields.Select(field => (field.Name, field.Kind)).ShouldBe(
        [
            ("fullName", FieldKind.Text), ("dateOfBirth", FieldKind.Date), ("gender", FieldKind.Choice), ("proofOfIdentity", FieldKind.Document),
            ("addressLine1", FieldKind.Text), ("addressLine2", FieldKind.Text), ("addressLine3", FieldKind.Text), ("region", FieldKind.Place), ("province", FieldKind.Place),
            ("city", FieldKind.Place), ("zone", FieldKind.Place), ("postalCode", FieldKind.Text), ("proofOfAddress", FieldKind.Document),
            ("email", FieldKind.Text), ("phone", FieldKind.Text), ("preferredLang", FieldKind.Choice),
        ]);
        form.Fields.Select(field => field.Group).Distinct(StringComparer.Ordinal).ShouldBe(["identity", "address", "contact", "notificationLanguage"]);
        form.Find("addressLine1")!.LabelIn("ara").ShouldBe("العنوان، السطر 1");
        form.PapersFor(["city"]).ShouldHaveSingleItem().DocumentCategory.ShouldBe("POA");
        form.PapersFor(["phone", "preferredLang"]).ShouldBeEmpty();
        (platform.App.Calls.Count("syncdata.idschema"), platform.App.Calls.Count("config.update-form")).ShouldBe((1, 1));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task An_address_is_chosen_from_the_top_to_a_zone_in_the_residents_language(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var forms = platform.Adapters.GetRequiredService<IUpdateForms>();
        var form = (await forms.FindAsync(Cancellation)).Value;

        (await Places("region", parent: null)).ShouldBe([new("RSK", "Rabat-Salé-Kénitra"), new("CST", "Casablanca-Settat")]);
        (await Places("province", "RSK")).ShouldBe([new("KTA", "Kénitra"), new("RBT", "Rabat")]);
        (await Places("city", "RBT")).ShouldBe([new("RAB", "Rabat"), new("SAL", "Salé")]);
        (await Places("zone", "SAL")).ShouldBe([new("TBRQ", "Tabriquet")]);
        (await Places("zone", "TBRQ")).ShouldBeEmpty();
        (await Places("city", "RSK")).ShouldBeEmpty();

        async Task<IReadOnlyList<FieldChoice>> Places(string field, string? parent) => (await forms.ListChoicesAsync(form.Find(field)!, "fra", parent, Cancellation)).Value;
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Genders_languages_and_papers_are_listed_in_the_residents_language(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var forms = platform.Adapters.GetRequiredService<IUpdateForms>();
        var form = (await forms.FindAsync(Cancellation)).Value;

        (await forms.ListChoicesAsync(form.Find("gender")!, "ara", parent: null, Cancellation)).Value.ShouldBe([new("FLE", "أنثى"), new("MLE", "ذكر")]);
        (await forms.ListChoicesAsync(form.Find("preferredLang")!, "ara", parent: null, Cancellation)).Value.ShouldBe([new("eng", "English"), new("fra", "Français"), new("ara", "العربية")]);
        (await forms.ListDocumentTypesAsync(form.Find("proofOfAddress")!, "fra", Cancellation)).Value
            .ShouldBe([new("RNC", "Contrat de location"), new("UTB", "Facture d’électricité ou d’eau"), new("COR", "Certificat de résidence")]);
        (await forms.ListDocumentTypesAsync(form.Find("proofOfIdentity")!, "amh", Cancellation)).Value.Select(type => type.Label).ShouldBe(["Passport", "National identity card", "Driving licence"]);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task The_record_has_texts_by_language_codes_and_plain_texts(string profile)
    {
        await using var platform = platforms.Fresh(profile);

        var record = (await platform.Adapters.GetRequiredService<IUpdateRecords>().FindAsync(Sample.Uin, Cancellation)).Value;

        record.Keys.ShouldBe(
            ["fullName", "dateOfBirth", "gender", "addressLine1", "addressLine2", "addressLine3", "region", "province", "city", "zone", "postalCode", "email", "phone", "preferredLang"]);
        record["fullName"].ShouldBe(new FieldValue([new("eng", "Meera Kaldan"), new("fra", "Mira Kaldane"), new("ara", "ميرا كلدان")]));
        record["city"].In("fra").ShouldBe("KNT");
        record["dateOfBirth"].Plain.ShouldBe("1990/05/17");
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_number_that_nobody_has_or_that_is_no_longer_in_use_has_no_record(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var records = platform.Adapters.GetRequiredService<IUpdateRecords>();
        Uin.TryParse(platform.App.State.Population.Residents.First(resident => resident.Status is "DEACTIVATED").Uin, out var deactivated).ShouldBeTrue();
        Uin.TryParse(new FakeMosip(TimeProvider.System).UnknownUin, out var nobodys).ShouldBeTrue();

        (await records.FindAsync(deactivated!, Cancellation)).Problem.ShouldBe(ProfileProblems.UnknownPerson);
        (await records.FindAsync(nobodys!, Cancellation)).Problem.ShouldBe(ProfileProblems.UnknownPerson);
    }

    [Fact]
    public async Task A_change_waits_until_it_is_in_the_record_and_can_be_taken_back_until_then()
    {
        await using var platform = platforms.Fresh("1.3");
        var records = platform.Adapters.GetRequiredService<IUpdateRecords>();
        (await records.ListPendingAsync(Sample.Uin, Cancellation)).Value.ShouldBeEmpty();
        Receive(platform.App.State);

        var pending = (await records.ListPendingAsync(Sample.Uin, Cancellation)).Value.ShouldHaveSingleItem();
        pending.Rid.Reveal().ShouldBe(Rid);
        pending.Attributes.ShouldBe(["fullName"]);
        pending.Since.ShouldBe(platform.App.State.Packets.Find(Rid)!.ReceivedAt, TimeSpan.FromMilliseconds(1));

        (await records.DiscardAsync(pending.Rid, Cancellation)).IsSuccess.ShouldBeTrue();
        (await records.DiscardAsync(pending.Rid, Cancellation)).Problem.ShouldBe(CommonProblems.NotFound);
        (await records.ListPendingAsync(Sample.Uin, Cancellation)).Value.ShouldBeEmpty();
        platform.App.State.Age(TimeSpan.FromHours(1));
        (await records.FindAsync(Sample.Uin, Cancellation)).Value["fullName"].In("eng").ShouldBe("Meera Kaldan");
    }

    [Fact]
    public async Task A_change_that_is_done_counts()
    {
        await using var platform = platforms.Fresh("1.3");
        var records = platform.Adapters.GetRequiredService<IUpdateRecords>();
        (await Left()).ShouldBe((5, 2, 3));
        Receive(platform.App.State);
        (await Left()).ShouldBe((5, 2, 3));

        platform.App.State.Age(TimeSpan.FromHours(1));

        (await Left()).ShouldBe((4, 2, 3));
        (await records.ListPendingAsync(Sample.Uin, Cancellation)).Value.ShouldBeEmpty();

        async Task<(int, int, int)> Left()
        {
            var left = (await records.CountLeftAsync(Sample.Uin, Cancellation)).Value;
            left.Count.ShouldBe(3);
            return (left["fullName"], left["gender"], left["dateOfBirth"]);
        }
    }

    [Theory]
    [InlineData("1.2.0.1")]
    [InlineData("1.3")]
    public async Task A_platform_without_drafts_and_counts_has_neither_even_where_its_version_is_said_wrong(string said)
    {
        await using var platform = platforms.Fresh("1.2.0.1", ("PlatformVersion", said));
        var records = platform.Adapters.GetRequiredService<IUpdateRecords>();
        Receive(platform.App.State);
        Core.Identifiers.Rid.TryParse(Rid, out var rid).ShouldBeTrue();

        (await records.ListPendingAsync(Sample.Uin, Cancellation)).Value.ShouldBeEmpty();
        (await records.CountLeftAsync(Sample.Uin, Cancellation)).Value.ShouldBeEmpty();
        (await records.DiscardAsync(rid!, Cancellation)).Problem.ShouldBe(CommonProblems.Refused);

        platform.App.State.PacketsOnTheirWay(Sample.Uin.Reveal()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_flows_are_tested_on_has_the_same_form_as_the_platform()
    {
        await using var platform = platforms.Fresh("1.3");

        var form = (await platform.Adapters.GetRequiredService<IUpdateForms>().FindAsync(Cancellation)).Value;

        new FakeMosip(TimeProvider.System).UpdateForm.ShouldBeEquivalentTo(form);
    }

    [Theory]
    [InlineData(FaultNames.Http500)]
    [InlineData(FaultNames.Html200)]
    [InlineData(FaultNames.NullResponse)]
    [InlineData(FaultNames.Http403)]
    public async Task A_platform_that_is_unwell_has_no_form_no_choices_and_no_record(string fault)
    {
        await using var platform = platforms.Fresh("1.3");
        var (forms, records) = (platform.Adapters.GetRequiredService<IUpdateForms>(), platform.Adapters.GetRequiredService<IUpdateRecords>());
        var form = new FakeMosip(TimeProvider.System).UpdateForm;
        platform.App.Faults.Set("syncdata.*", fault);
        platform.App.Faults.Set("masterdata.*", fault);
        platform.App.Faults.Set("idrepository.*", fault);

        (await forms.FindAsync(Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await forms.ListChoicesAsync(form.Find("region")!, "eng", parent: null, Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await forms.ListDocumentTypesAsync(form.Find("proofOfAddress")!, "eng", Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await records.FindAsync(Sample.Uin, Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await records.ListPendingAsync(Sample.Uin, Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await records.CountLeftAsync(Sample.Uin, Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    private static void Receive(PlatformState state) => state.Receive(new ReceivedPacket(Rid, ReceivedPacket.Update, new Dictionary<string, JsonNode>(StringComparer.Ordinal)
    {
        ["UIN"] = Sample.Uin.Reveal(),
        ["IDSchemaVersion"] = IdSchema.VersionNumber,
        ["fullName"] = new JsonArray(new JsonObject { ["language"] = "eng", ["value"] = "Meera Kaldan Rao" }),
    }));
}
