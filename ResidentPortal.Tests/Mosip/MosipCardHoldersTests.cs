using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Holders of cards over the wire, in the shapes that countries give them.</summary>
public sealed class MosipCardHoldersTests
{
    private const string Post = "POST /idrepository/v1/identity/idvid/";
    private const string Get = "GET /idrepository/v1/identity/idvid/4952408651";
    private const string Field = "GET /v1/masterdata/dynamicfields/gender/eng";
    private const string GenderTypes = "GET /v1/masterdata/gendertypes/eng";
    private const string City = "GET /v1/masterdata/locations/info/KNT/eng";
    private const string Biometrics = "PEJJUj4-Pj8_PC9CSVI-";

    private const string Meera = """
        { "errors": [], "response": { "status": "ACTIVATED",
          "documents": [ { "category": "proofOfIdentity", "value": "JVBERi0x" }, { "category": "individualBiometrics", "value": "PEJJUj4-Pj8_PC9CSVI-" } ],
          "identity": {
            "UIN": "4952408651", "fullName": [ { "language": "fra", "value": "Mira Kaldane" }, { "language": "eng", "value": "Meera Kaldan" } ],
            "dateOfBirth": "1990/05/17", "gender": [ { "language": "eng", "value": "FLE" } ],
            "addressLine1": [ { "language": "eng", "value": "12" } ], "addressLine2": [ { "language": "eng", "value": " " } ],
            "city": [ { "language": "eng", "value": "KNT" } ], "region": [ { "language": "eng", "value": "Rabat Sale Kenitra" } ], "postalCode": 14022 } } }
        """;

    private const string GenderField = """{ "response": { "name": "gender", "values": [ { "code": "MLE", "value": "Male" }, { "code": "FLE", "value": "Female" } ] }, "errors": null }""";

    [Fact]
    public async Task A_holder_comes_with_biometrics_and_words()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera).On(Field, GenderField).On(City, """{ "response": { "code": "KNT", "name": "Kenitra", "isActive": true } }""");

        var holder = (await Find(stub)).Value;

        (holder.Uin, holder.Status, holder.BornOn, holder.BornInYear, holder.Gender, holder.PostalCode)
            .ShouldBe((Sample.Uin, IdentityStatus.Activated, new DateOnly(1990, 5, 17), 1990, CardGender.Female, "14022"));
        holder.Names.ShouldBe([new LocalText("fra", "Mira Kaldane"), new LocalText("eng", "Meera Kaldan")]);
        holder.Genders.ShouldBe([new LocalText("eng", "Female")]);
        var address = holder.Addresses.ShouldHaveSingleItem();
        (address.Language, string.Join('|', address.Lines)).ShouldBe(("eng", "12|Kenitra|Rabat Sale Kenitra"));
        holder.Biometrics.ShouldBe("<BIR>>>??</BIR>"u8.ToArray());
    }

    [Fact]
    public async Task Biometrics_are_asked_for_by_name_and_nothing_but_codes_of_places_goes_to_master_data()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera).On(Field, GenderField);

        await Find(stub);

        stub.Only(Post).Json.GetProperty("type").GetString().ShouldBe("bio");
        stub.Seen.Where(request => request.Path.Contains("/locations/", StringComparison.Ordinal)).ShouldAllBe(request => request.Is(City));
    }

    [Fact]
    public async Task An_identity_alone_is_asked_for_without_naming_a_type()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera);
        await stub.Adapters().GetRequiredService<IIdentityRegistry>().FindAsync(Sample.ByUin, TestContext.Current.CancellationToken);
        stub.Only(Post).Json.TryGetProperty("type", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task An_older_platform_is_asked_by_address()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Get, Meera).On(Field, GenderField);

        (await Find(stub)).IsSuccess.ShouldBeTrue();

        (stub.CountOf(Post), stub.CountOf(Get)).ShouldBe((1, 1));
        stub.Only(Get).Query.ShouldBe("?idType=UIN&type=bio");
    }

    [Fact]
    public async Task Words_are_kept()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera).On(Field, GenderField).On(City, context => context.Error("KER-MSD-026"));
        var holders = stub.Adapters().GetRequiredService<ICardHolders>();

        for (var i = 0; i < 2; i++)
        {
            var holder = (await holders.FindAsync(Sample.Uin, TestContext.Current.CancellationToken)).Value;
            holder.Addresses[0].Lines.ShouldContain("KNT");
        }

        (stub.CountOf(Post), stub.CountOf(Field), stub.CountOf(City)).ShouldBe((2, 1, 1));
    }

    [Fact]
    public async Task A_platform_that_keeps_genders_in_a_table_of_their_own_is_asked_for_that()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera).On(Field, context => context.Error("KER-SCH-003"))
            .On(GenderTypes, """{ "response": { "genderType": [ { "code": "FLE", "genderName": "Woman", "isActive": true }, { "code": "FLE", "genderName": "Old", "isActive": false } ] } }""");

        (await Find(stub)).Value.Genders.ShouldBe([new LocalText("eng", "Woman")]);
    }

    [Theory]
    [InlineData("MLE", CardGender.Male)]
    [InlineData("male", CardGender.Male)]
    [InlineData("Female", CardGender.Female)]
    [InlineData("OTH", CardGender.Other)]
    [InlineData("Others", CardGender.Other)]
    [InlineData("ሴት", null)]
    public async Task Without_master_data_the_record_speaks_for_itself(string recorded, CardGender? gender)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera.Replace("FLE", recorded, StringComparison.Ordinal));

        var holder = (await Find(stub)).Value;

        (holder.Genders.Single().Text, holder.Gender).ShouldBe((recorded, gender));
        holder.Addresses.Single().Lines.ShouldContain("KNT");
    }

    [Fact]
    public async Task A_word_of_the_countrys_language_is_known_by_the_list()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera.Replace("FLE", "ሴት", StringComparison.Ordinal))
            .On(Field, """{ "response": { "values": [ { "code": "FLE", "value": "ሴት" } ] } }""");

        var holder = (await Find(stub)).Value;

        (holder.Genders.Single().Text, holder.Gender).ShouldBe(("ሴት", CardGender.Female));
    }

    [Theory]
    [InlineData("1990-05-17", true, 1990)]
    [InlineData("1990/5/7", true, 1990)]
    [InlineData("1990", false, 1990)]
    [InlineData("1990/00/00", false, 1990)]
    [InlineData("17.05.1990", false, null)]
    [InlineData("", false, null)]
    public async Task A_date_of_birth_may_be_less_than_a_date(string recorded, bool isWhole, int? year)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera.Replace("1990/05/17", recorded, StringComparison.Ordinal));

        var holder = (await Find(stub)).Value;

        (holder.BornOn is not null, holder.BornInYear).ShouldBe((isWhole, year));
    }

    [Theory]
    [InlineData("\"PEJJUj4+Pj8/PC9CSVI+\"", 15)] // the plain alphabet
    [InlineData("\"\"", 0)]
    [InlineData("\"%%%\"", 0)]
    [InlineData("null", 0)]
    [InlineData("{ }", 0)]
    public async Task Biometrics_that_cannot_be_read_are_there_and_empty(string value, int length)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera.Replace($"\"{Biometrics}\"", value, StringComparison.Ordinal));

        (await Find(stub)).Value.Biometrics.ShouldNotBeNull().Length.ShouldBe(length);
    }

    [Theory]
    [InlineData("individualBiometrics")]
    [InlineData("documents")]
    public async Task Nothing_enrolled_is_told_as_nothing(string member)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera.Replace($"\"{member}\"", "\"another\"", StringComparison.Ordinal));

        (await Find(stub)).Value.Biometrics.ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_of_many_megabytes_is_read_with_biometrics_and_not_without()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera.Replace(Biometrics, new string('A', 12 * 1024 * 1024), StringComparison.Ordinal));

        (await Find(stub)).Value.Biometrics!.Length.ShouldBe(9 * 1024 * 1024);
        (await stub.Adapters().GetRequiredService<IIdentityRegistry>().FindAsync(Sample.ByUin, TestContext.Current.CancellationToken)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Fact]
    public async Task An_answer_larger_than_any_is_not_read()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera.Replace(Biometrics, new string('A', 24 * 1024 * 1024), StringComparison.Ordinal));

        (await Find(stub)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Theory]
    [InlineData("IDR-IDC-007", "profile.unknownPerson")]
    [InlineData("IDR-IDS-002", "common.serviceUnavailable")]
    public async Task What_stood_in_the_way_is_named(string code, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, context => context.Error(code));

        (await Find(stub)).Problem!.Key.ShouldBe(problem);
    }

    [Fact]
    public async Task Somebody_else_than_was_asked_for_is_not_believed()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera.Replace("4952408651", "4195891024", StringComparison.Ordinal));

        (await Find(stub)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Fact]
    public async Task Nothing_of_a_holder_is_logged()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Post, Meera).On(Field, "nonsense").On(City, "nonsense");

        await Find(stub);

        string[] personal = ["4952408651", "Kaldan", "1990", Biometrics[..10], "Kenitra", "KNT"];
        stub.Log.Lines.ShouldNotBeEmpty();
        stub.Log.Lines.ShouldAllBe(line => !personal.Any(line.Contains));
    }

    private static Task<Outcome<CardHolder>> Find(PlatformStub stub) =>
        stub.Adapters().GetRequiredService<ICardHolders>().FindAsync(Sample.Uin, TestContext.Current.CancellationToken);
}
