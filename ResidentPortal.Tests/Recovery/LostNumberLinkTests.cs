using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Tests.Cards;
using ResidentPortal.Tests.World;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using Xunit;
using static ResidentPortal.Tests.Recovery.RecoverySteps;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Recovery;

/// <summary>The link to a lost number works once and for a day, and what it gives opens with its password alone (S-15, S-45).</summary>
public sealed class LostNumberLinkTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("eng", "The number you asked for")]
    [InlineData("fra", "Le numéro que vous cherchez")]
    public async Task The_file_opens_with_its_password_and_holds_the_number_in_the_language_of_the_visitor(string language, string title)
    {
        var password = await _world.TakeAsync(language: Language.Find(language));
        await _world.SearchAsync();
        var pdf = await FetchAsync();

        Should.Throw<PdfDocumentEncryptedException>(() => PdfDocument.Open(pdf));
        using var letter = PdfDocument.Open(pdf, new ParsingOptions { Password = password });
        var text = string.Join(' ', letter.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        text.ShouldContain("4952 4086 51");
        text.ShouldContain(title);
    }

    [Fact]
    public async Task A_lost_RID_stands_in_its_letter_whole()
    {
        var password = await _world.TakeAsync(LostNumberKind.Rid, "Hana Lindqvist", "9876500031");
        await _world.SearchAsync();
        using var letter = PdfDocument.Open(await FetchAsync("9876500031"), new ParsingOptions { Password = password });
        string.Concat(letter.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text)).ShouldContain("10001100100010320260520101545");
    }

    [Fact]
    public async Task Qpdf_opens_the_file_with_its_password_and_not_without()
    {
        var password = await _world.TakeAsync(language: Language.Arabic);
        await _world.SearchAsync();
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, await FetchAsync());
        try
        {
            (await OutsideTools.AskAsync("qpdf", "--password=" + password, "--check", path)).ExitCode.ShouldBe(0);
            (await OutsideTools.AskAsync("qpdf", "--check", path)).ExitCode.ShouldNotBe(0);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Looking_at_a_link_changes_nothing_and_fetching_works_once_in_parallel_too()
    {
        await _world.TakeAsync();
        await _world.SearchAsync();
        var token = _world.TokenTo(Phone);
        for (var i = 0; i < 3; i++)
        {
            (await _world.Get<ShowLostNumberLink>().ExecuteAsync(token)).Value.ShouldBe(new LostNumberLinkState(LostNumberKind.Uin, _world.Clock.GetUtcNow().AddHours(24)));
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _world.Get<DeliverLostNumber>().ExecuteAsync(token)));
        outcomes.Count(outcome => outcome.IsSuccess).ShouldBe(1);
        (await _world.Get<ShowLostNumberLink>().ExecuteAsync(token)).Problem.ShouldBe(RecoveryProblems.Gone);
        await using var db = _world.OpenDatabase();
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.LostNumberDelivered && row.Result == AuditResult.Success)).ShouldBe(1);
        (await db.LostNumbers.SingleAsync()).SealedFile.ShouldBeNull();
    }

    [Fact]
    public async Task A_link_is_dead_after_its_day()
    {
        await _world.TakeAsync();
        await _world.SearchAsync();
        var token = _world.TokenTo(Phone);
        _world.Clock.Advance(TimeSpan.FromHours(24));
        (await _world.Get<ShowLostNumberLink>().ExecuteAsync(token)).Problem.ShouldBe(RecoveryProblems.Gone);
        (await _world.Get<DeliverLostNumber>().ExecuteAsync(token)).Problem.ShouldBe(RecoveryProblems.Gone);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_token_that_nobody_was_sent_opens_nothing(string? token)
    {
        await _world.TakeAsync();
        await _world.SearchAsync();
        (await _world.Get<ShowLostNumberLink>().ExecuteAsync(token)).Problem.ShouldBe(RecoveryProblems.Gone);
        (await _world.Get<DeliverLostNumber>().ExecuteAsync(token)).Problem.ShouldBe(RecoveryProblems.Gone);
    }

    [Fact]
    public async Task The_value_of_a_browsers_cookie_is_no_link()
    {
        const string Browser = "a-browser-token-as-long-as-a-link-token-is-43";
        await _world.AskAsync(browser: Browser);
        (await _world.Get<ShowLostNumberLink>().ExecuteAsync(Browser)).Problem.ShouldBe(RecoveryProblems.Gone);
    }

    private async Task<byte[]> FetchAsync(string contact = Phone) => (await _world.Get<DeliverLostNumber>().ExecuteAsync(_world.TokenTo(contact))).Value.Pdf;
}
