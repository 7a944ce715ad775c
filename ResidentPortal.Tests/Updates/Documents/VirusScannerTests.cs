using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates.Documents;
using ResidentPortal.Tests.Updates.Corpus;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Updates.Documents;

/// <summary>S-44: a scanner that is configured has the last word, and its silence is a no.</summary>
public sealed class VirusScannerTests
{
    private static readonly byte[] Clean = [.. Enumerable.Range(0, 200_000).Select(i => (byte)i)];

    [Fact]
    public async Task A_clean_file_arrives_whole_and_goes_on()
    {
        await using var clam = new ClamStandIn();
        (await ScanAsync(clam.Address, Clean)).IsSuccess.ShouldBeTrue();
        clam.Received.ShouldBe(Clean);
    }

    [Fact]
    public async Task A_virus_is_stopped()
    {
        await using var clam = new ClamStandIn();
        (await ScanAsync(clam.Address, [.. Clean, .. Eicar.Text])).Problem.ShouldBe(DocumentProblems.Harmful);
    }

    [Fact]
    public async Task A_virus_in_a_paper_is_stopped_before_the_paper_is_read()
    {
        await using var clam = new ClamStandIn();
        var pdf = PdfForge.OfPages(string.Empty, string.Empty, 1);
        pdf.AddStream(string.Empty, Eicar.Text);
        (await Intake.TakeAsync(new DocumentUpload("paper.pdf", "application/pdf", pdf.End()), new DocumentOptions { Scanner = clam.Address })).Problem.ShouldBe(DocumentProblems.Harmful);
        (await Intake.TakeAsync(new DocumentUpload("paper.pdf", "application/pdf", PdfForge.Paper()), new DocumentOptions { Scanner = clam.Address })).Value.Format.ShouldBe("pdf");
    }

    [Fact]
    public async Task It_is_asked_through_a_local_socket_too()
    {
        await using var clam = new ClamStandIn(path: Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.ctl"));
        (await ScanAsync(clam.Address, Clean)).IsSuccess.ShouldBeTrue();
        (await ScanAsync(clam.Address, Eicar.Text)).Problem.ShouldBe(DocumentProblems.Harmful);
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR\0")]
    [InlineData("stream: OK FOUND or not\0")]
    [InlineData("stream: OK\0stream: OK\0")]
    [InlineData("UNKNOWN COMMAND\0")]
    [InlineData("<html>502</html>")]
    [InlineData("")]
    public async Task Any_other_word_means_wait(string answer)
    {
        await using var clam = new ClamStandIn(answer);
        (await ScanAsync(clam.Address, Clean)).Problem.ShouldBe(DocumentProblems.Wait);
    }

    [Theory]
    [InlineData("tcp://127.0.0.1:9")]
    [InlineData("tcp://no-such-host.invalid:3310")]
    [InlineData("unix:///no/such/clamd.ctl")]
    public async Task A_scanner_that_is_down_means_wait(string address) => (await ScanAsync(address, Clean)).Problem.ShouldBe(DocumentProblems.Wait);

    [Fact]
    public async Task A_scanner_that_says_nothing_is_not_waited_for_without_end()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var clock = new FakeTimeProvider();
        var scan = ScanAsync($"tcp://{listener.LocalEndpoint}", Clean, clock);
        using var silent = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(20));
        (await scan).Problem.ShouldBe(DocumentProblems.Wait);
    }

    [Fact]
    public async Task Without_a_scanner_files_go_on() => (await ScanAsync(null, Eicar.Text)).IsSuccess.ShouldBeTrue();

    private static Task<Outcome<Done>> ScanAsync(string? address, byte[] file, TimeProvider? clock = null) =>
        new VirusScanner(Options.Create(new DocumentOptions { Scanner = address }), clock ?? TimeProvider.System, NullLogger<VirusScanner>.Instance).ScanAsync(file, CancellationToken.None);
}
