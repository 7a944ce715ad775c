using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Outcomes;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Signing and ordering cards against the sandbox, as an older platform and as a newer one.</summary>
public sealed class CardsOnSandboxTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private const string Password = "MEER1986";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Profiles => AdaptersOnSandboxTests.Profiles;

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_signed_card_opens_with_its_password_alone(string profile)
    {
        await using var platform = platforms.Fresh(profile);

        var file = (await platform.Adapters.GetRequiredService<ICardSigner>().SignAsync(OnePage(), Password, Cancellation)).Value;

        using var opened = PdfDocument.Open(file, new ParsingOptions { Password = Password });
        opened.GetPage(1).Text.ShouldBe("A card");
        Should.Throw<PdfDocumentEncryptedException>(() => PdfDocument.Open(file, new ParsingOptions { Password = "MEER1987" }));
        Encoding.Latin1.GetString(file).ShouldNotContain("A card");
    }

    [Theory]
    [InlineData("Signing:ApplicationId", "LIBRARY")]
    [InlineData("Signing:ApplicationId", "IDA")]
    [InlineData("Signing:ReferenceId", "SEAL")]
    public async Task A_key_that_is_not_there_or_may_not_sign_is_a_refusal(string key, string value)
    {
        await using var platform = platforms.Fresh("1.3", (key, value));

        (await platform.Adapters.GetRequiredService<ICardSigner>().SignAsync(OnePage(), Password, Cancellation)).Problem.ShouldBe(CommonProblems.Refused);
    }

    [Fact]
    public async Task What_is_no_PDF_is_not_signed()
    {
        await using var platform = platforms.Fresh("1.3");

        (await platform.Adapters.GetRequiredService<ICardSigner>().SignAsync([1, 2, 3], Password, Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task An_ordered_card_goes_its_way(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var requests = platform.Adapters.GetRequiredService<ICredentialRequests>();

        var order = (await requests.OrderAsync(Sample.Uin, isMasked: true, Cancellation)).Value;

        platform.App.State.Credentials.Find(order)!.ShouldSatisfyAllConditions(
            kept => kept.Id.ShouldBe(Sample.Uin.Reveal()), kept => kept.CardType.ShouldBe("MASKED_UIN"), kept => kept.Issuer.ShouldBe("mpartner-default-print"));
        (TimeSpan Later, OrderStage Stage)[] way =
        [
            (TimeSpan.FromSeconds(2), OrderStage.WithPrinter), (TimeSpan.FromHours(1), OrderStage.Printing), (TimeSpan.FromDays(1), OrderStage.Printed),
            (TimeSpan.FromDays(1), OrderStage.InTransit), (TimeSpan.FromDays(3), OrderStage.Delivered),
        ];
        foreach (var (later, stage) in way)
        {
            platform.App.State.Age(later);
            (await requests.FindAsync(order, Cancellation)).Value.ShouldBe(stage);
        }
    }

    [Theory]
    [InlineData("Print:Partner", "nobody")]
    [InlineData("Print:CredentialType", "poster")]
    public async Task A_partner_that_is_not_there_is_found_out_only_later(string key, string value)
    {
        await using var platform = platforms.Fresh("1.3", (key, value));
        var requests = platform.Adapters.GetRequiredService<ICredentialRequests>();

        var order = (await requests.OrderAsync(Sample.Uin, isMasked: false, Cancellation)).Value;
        platform.App.State.Age(TimeSpan.FromSeconds(2));

        (await requests.FindAsync(order, Cancellation)).Value.ShouldBe(OrderStage.Failed);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task An_order_that_nobody_made_is_not_known(string profile)
    {
        await using var platform = platforms.Fresh(profile);

        (await platform.Adapters.GetRequiredService<ICredentialRequests>().FindAsync(Guid.NewGuid(), Cancellation)).Problem.ShouldBe(CardProblems.UnknownOrder);
    }

    internal static byte[] OnePage()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        builder.AddPage(PageSize.A4).AddText("A card", 12, new UglyToad.PdfPig.Core.PdfPoint(60, 700), font);
        return builder.Build();
    }
}
