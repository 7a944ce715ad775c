using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Qr;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Tests.World;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Cards;

/// <summary>Cards of chosen data: what was chosen, and nothing else.</summary>
public sealed class PersonalCardTests : IAsyncLifetime
{
    private const string Password = "MEER1990";

    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_card_with_only_the_year_of_birth_says_nothing_else_of_anybody()
    {
        using var file = await MakeAsync(hasQr: false, new DisclosureChoice("dateOfBirth", "YYYY"));
        (await CardSpecimens.ReadAsync(file.Path, Password)).ShouldBe(
            "ID Office Your card of chosen data It shows what you chose, and nothing else. Print it at full size, or keep it on your phone. ID Office Chosen data Date of birth 1990 Made on 24 November 2026 "
            + "Cut it out Keep it to yourself Cut along the marks at the corners, then fold at the dashed line so that both sides show. Glue or laminate it if you like. "
            + "Show the card only to those who need it. On a shared computer, delete the file after printing and empty the bin.");
        using var pdf = PdfDocument.Open(await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken), new ParsingOptions { Password = Password });
        pdf.GetPage(1).GetImages().ShouldBeEmpty();
        _world.Platform.State.Credentials.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_its_password_opens_it()
    {
        using var file = await MakeAsync(hasQr: false, new DisclosureChoice("gender"));
        var bytes = await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken);
        Should.Throw<PdfDocumentEncryptedException>(() => PdfDocument.Open(bytes, new ParsingOptions { Password = "MEER1991" }));
    }

    [Fact]
    public async Task Everything_that_was_chosen_stands_there_masked_or_in_parts_as_chosen_and_the_photo_too()
    {
        using var file = await MakeAsync(
            hasQr: true, new DisclosureChoice("fullName"), new DisclosureChoice("UIN", IsMasked: true), new DisclosureChoice("phone"), new DisclosureChoice("email", IsMasked: true), new DisclosureChoice("fullAddress", "city,postalCode"), new DisclosureChoice("photo"));
        var text = await CardSpecimens.ReadAsync(file.Path, Password);
        foreach (var part in (string[])["Full name Meera Kaldan", "ID number (UIN)", "XXXXXX8651", "Phone 9876500001", "XXeXX.X@example.org", "Address", "14022"])
        {
            text.ShouldContain(part);
        }

        text.ShouldNotContain("1990");
        text.ShouldNotContain("Female");
        text.ShouldNotContain("495240");
        using var pdf = PdfDocument.Open(await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken), new ParsingOptions { Password = Password });
        pdf.GetPage(1).GetImages().Count().ShouldBe(2);
    }

    [Fact]
    public async Task The_QR_code_holds_what_was_chosen_and_nothing_else()
    {
        using var file = await MakeAsync(hasQr: true, new DisclosureChoice("dateOfBirth", "YYYY"), new DisclosureChoice("phone", IsMasked: true));
        var card = _world.Get<CardCheck>().Read(await CardSpecimens.ReadQrAsync(file.Path, Password), _world.Clock.GetUtcNow()).Value;
        (card.Claims.Id, card.Claims.FullName, card.Claims.BornOn, card.Claims.BornText, card.Claims.Gender, card.Claims.Address.Count, card.Claims.Phone, card.Claims.Email)
            .ShouldBe((string.Empty, string.Empty, null, "1990", null, 0, "XXXXXX0001", null));
    }

    [Fact]
    public async Task A_whole_date_of_birth_and_a_gender_stand_in_the_QR_code_as_others_read_them()
    {
        using var file = await MakeAsync(hasQr: true, new DisclosureChoice("fullName"), new DisclosureChoice("dateOfBirth"), new DisclosureChoice("gender"));
        var claims = _world.Get<CardCheck>().Read(await CardSpecimens.ReadQrAsync(file.Path, Password), _world.Clock.GetUtcNow()).Value.Claims;
        (claims.FullName, claims.BornOn, claims.BornText, claims.Gender).ShouldBe(("Meera Kaldan", new DateOnly(1990, 5, 17), null, CardGender.Female));
    }

    [Fact]
    public async Task Without_a_photo_chosen_no_biometrics_are_asked_for()
    {
        var asked = new List<bool>();
        _world.Platform.BendHolder = holder =>
        {
            asked.Add(holder.Biometrics is not null);
            return holder;
        };
        using var none = await MakeAsync(hasQr: false, new DisclosureChoice("gender"));
        using var photo = await MakeAsync(hasQr: false, new DisclosureChoice("photo"));
        asked.ShouldBe([false, true]);
    }

    [Theory]
    [InlineData("individualBiometrics", null)]
    [InlineData("perpetualVID", null)]
    [InlineData("dateOfBirth", "MM")]
    [InlineData("fullAddress", "zone")]
    public async Task S_61_What_is_not_offered_makes_no_card(string name, string? format)
    {
        (await MakeCardAsync(hasQr: false, new DisclosureChoice("gender"), new DisclosureChoice(name, format))).Problem.ShouldBe(ProfileProblems.NotOffered);
        (await MakeCardAsync(hasQr: false)).Problem.ShouldBe(ProfileProblems.NothingChosen);
        await using var db = _world.OpenDatabase();
        (await db.ServiceRequests.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task R_21_Twenty_presses_make_one_card_and_the_wish_holds_no_value()
    {
        var order = new MakeCardOrder(Guid.NewGuid(), CardChoice.Personal, VidKey: null, "eng") { Chosen = [new DisclosureChoice("fullName"), new DisclosureChoice("email")], HasQr = true };
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.Get<MakeCard>().ExecuteAsync(_session, order))));
        outcomes.Select(outcome => outcome.Value).Distinct().ShouldHaveSingleItem();
        _world.Platform.CountOf(FakeMosip.FindHolder).ShouldBe(1);
        var file = await _world.ReadDatabaseFileAsync();
        file.ShouldNotContain("Kaldan");
        file.ShouldNotContain("example.org");
    }

    [Fact]
    public async Task R_02_A_platform_that_does_not_answer_while_it_is_made_ends_it_as_not_done()
    {
        _world.Platform.Next(FakeMosip.FindHolder, CommonProblems.ServiceUnavailable);
        var eventId = (await MakeCardAsync(hasQr: false, new DisclosureChoice("gender"))).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Failed);
    }

    private Task<Outcome<Core.Identifiers.EventId>> MakeCardAsync(bool hasQr, params DisclosureChoice[] chosen) =>
        _world.Get<MakeCard>().ExecuteAsync(_session, new MakeCardOrder(Guid.NewGuid(), CardChoice.Personal, VidKey: null, "eng") { Chosen = chosen, HasQr = hasQr });

    private async Task<CardFile> MakeAsync(bool hasQr, params DisclosureChoice[] chosen) =>
        new(await _world.FetchCardAsync(_session, (await MakeCardAsync(hasQr, chosen)).Value));
}
