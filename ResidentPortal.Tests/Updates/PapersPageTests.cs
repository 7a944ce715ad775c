using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Tests.Updates.Corpus;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Updates;

/// <summary>The page of papers: a plain form with a file, refused papers that cost nothing else, lines that are cut, and files that only their owner sees.</summary>
public sealed partial class PapersPageTests : IAsyncLifetime
{
    private const string Page = "/update/papers/proofOfAddress";

    private static readonly byte[] Letter = PdfForge.Paper();
    private static readonly SentFile Contract = new("Paper", "contract.pdf", "application/pdf", Letter);

    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        _client = new PortalClient(_portal);
        await _client.SignInAsync();
        await _client.ChooseChangesAsync("postalCode");
        (await _client.AnswerAsync("postalCode", ("Text", "20250"))).Location.ShouldBe(Page);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task What_is_taken_is_said_before_anything_is_chosen()
    {
        var page = await _client.GetAsync(Page);
        page.Text.ShouldContain("PDF, JPG or PNG, up to 2 MB. We make larger pictures smaller. There is room for 4.5 MB more.");
        page.Text.ShouldContain("What kind of paper is it? Rental contract Electricity or water bill Certificate of residence");
        page.Body.ShouldMatch("<form id=\"paper\" method=\"post\" enctype=\"multipart/form-data\" novalidate data-shrink=\"2000000\"");
        page.Body.ShouldMatch("<script defer src=\"/shrink\\.[a-z0-9]+\\.js\"");
        page.Body.ShouldMatch("<input type=\"file\" id=\"Paper\" name=\"Paper\" accept=\"application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png\"");
    }

    [Fact]
    public async Task A_paper_is_taken_shown_with_its_kind_and_size_handed_back_and_taken_out_again()
    {
        (await _client.PostFileAsync(await _client.GetAsync(Page), "paper", Contract, ("Kind", "RNC"))).Location.ShouldBe(Links.CheckUpdate);
        var page = await _client.GetAsync(Page);
        page.Text.ShouldMatch(@"A paper is there Rental contract, 0\.1 MB, added at \d\d:\d\d");
        (await _client.GetAsync(Links.CheckUpdate)).Text.ShouldContain("Proof of address Rental contract, 0.1 MB Change: Proof of address");

        var file = await _client.PostFormAsync(page, [Path(page)]);
        file.Status.ShouldBe(HttpStatusCode.OK);
        file.Headers["Content-Type"].ShouldBe("application/pdf");
        file.Headers["Content-Disposition"].ShouldStartWith("attachment; filename=paper.pdf");
        file.Headers["Cache-Control"].ShouldBe("no-store");
        file.Headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'; base-uri 'none'");
        file.Body.ShouldStartWith("%PDF-");

        (await _client.PostFormAsync(page, ["remove"])).Location.ShouldBe(Page);
        (await _client.PostFormAsync(page, ["remove"])).Location.ShouldBe(Page);
        (await _client.GetAsync(Page)).Text.ShouldNotContain("A paper is there");
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_paper_that_is_refused_leaves_the_one_before_and_every_answer()
    {
        await _client.PostFileAsync(await _client.GetAsync(Page), "paper", Contract, ("Kind", "RNC"));
        var refused = await _client.PostFileAsync(await _client.GetAsync(Page), "paper", new SentFile("Paper", "letter.pdf", "application/pdf", "<html>not a PDF</html>"u8.ToArray()), ("Kind", "UTB"));
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.Title.ShouldStartWith("Error: Proof of address");
        refused.Body.ShouldContain($"href=\"{Page}#Paper\"");
        refused.Text.ShouldContain(new PortalWords("en").Problem("documents.otherKind"));
        refused.Text.ShouldContain("A paper is there Rental contract");
        (await _client.GetAsync(Links.Update)).Text.ShouldContain("2 of 2 done");
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_missing_kind_and_a_missing_file_are_told_each_at_its_field()
    {
        var page = await _client.GetAsync(Page);
        var kind = await _client.PostFileAsync(page, "paper", Contract);
        kind.Text.ShouldContain("The kind of paper is not chosen. Nothing was added. Choose the kind, and the file once more.");
        kind.Body.ShouldContain($"href=\"{Page}#Kind\"");
        var file = await _client.PostFormAsync(page, "paper", ("Kind", "RNC"));
        file.Text.ShouldContain("No file was chosen. Nothing was added. Choose a PDF, JPG or PNG.");
        file.Body.ShouldContain($"href=\"{Page}#Paper\"");
        file.Body.ShouldMatch("id=\"Kind-RNC\"[^>]* checked");
    }

    [Theory]
    [InlineData(11)]
    [InlineData(30)]
    public async Task S_42_A_file_that_is_larger_than_any_limit_is_answered_with_a_sentence_and_read_to_nowhere(int megabytes)
    {
        await _client.PostFileAsync(await _client.GetAsync(Page), "paper", Contract, ("Kind", "RNC"));
        var answer = await _client.PostFileAsync(await _client.GetAsync(Page), "paper", new SentFile("Paper", "huge.jpg", "image/jpeg", new byte[megabytes * 1_000_000]), ("Kind", "RNC"));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Title.ShouldStartWith("Error: Proof of address");
        answer.Text.ShouldContain(new PortalWords("en").Problem("documents.tooLarge").Replace("{most}", "10", StringComparison.Ordinal));
        answer.Text.ShouldContain("A paper is there Rental contract");
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task S_42_No_other_form_takes_a_large_body()
    {
        using var body = new ByteArrayContent(new byte[200_000]) { Headers = { ContentType = new("application/x-www-form-urlencoded") } };
        (await _client.SendAsync(HttpMethod.Post, "/update/answer/postalCode", body)).Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task R_33_An_upload_that_is_cut_in_the_middle_loses_no_answer_and_no_other_paper_and_can_be_sent_again()
    {
        await _client.PostFileAsync(await _client.GetAsync(Page), "paper", Contract, ("Kind", "RNC"));
        var page = await _client.GetAsync(Page);
        await CutAsync(page, share: 0.6);
        (await _client.GetAsync(Links.Update)).Text.ShouldContain("2 of 2 done");
        (await CountAsync()).ShouldBe(1);
        (await _client.PostFileAsync(page, "paper", Contract with { Bytes = PictureForge.Jpeg(PictureForge.Page()), Name = "bill.jpg", ContentType = "image/jpeg" }, ("Kind", "UTB"))).Location.ShouldBe(Links.CheckUpdate);
        (await _client.GetAsync(Page)).Text.ShouldContain("Electricity or water bill");
        (await CountAsync()).ShouldBe(1);

        // The server itself says now and then that it could not read on to the end of what was cut.
        _portal.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal) && !line.Contains("automatic draining of the request body failed", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task S_35_S_45_A_paper_is_handed_to_a_form_of_its_owner_and_to_nobody_else()
    {
        await _client.PostFileAsync(await _client.GetAsync(Page), "paper", Contract, ("Kind", "RNC"));
        var path = Path(await _client.GetAsync(Page));
        (await _client.PostAsync(path)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _client.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var other = new PortalClient(_portal);
        await other.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        await other.ChooseChangesAsync("postalCode");
        var page = await other.GetAsync(Page);
        (await other.PostForgedAsync(path, page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.PostForgedAsync(Page, page, ("_handler", "remove"), ("Id", path.Split('/')[^1]))).Location.ShouldBe(Page);
        (await CountAsync()).ShouldBe(1);

        // Another device of the owner has to open the answers first.
        using var elsewhere = new PortalClient(_portal);
        await elsewhere.SignInSoonAfterAsync();
        (await elsewhere.PostForgedAsync(path, await elsewhere.GetAsync(Links.Update))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = new PortalClient(_portal);
        (await nobody.PostForgedAsync(path, await nobody.GetAsync(Links.SignIn))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_field_that_takes_no_paper_is_not_found()
    {
        foreach (var field in new[] { "proofOfIdentity", "postalCode", "nothing" })
        {
            (await _client.GetAsync($"/update/papers/{field}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static string Path(Answer page) => Paths().Match(page.Body).Value;

    private Task<int> CountAsync() => _portal.InDatabaseAsync(database => database.UpdateDocuments.CountAsync());

    // Sends a part of what was promised, and hangs up.
    private async Task CutAsync(Answer page, double share)
    {
        var token = Tokens().Match(page.Body).Groups["token"].Value;
        var file = new byte[1_000_000];
        var head = $"--cut\r\nContent-Disposition: form-data; name=\"_handler\"\r\n\r\npaper\r\n--cut\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n"
            + "--cut\r\nContent-Disposition: form-data; name=\"Kind\"\r\n\r\nRNC\r\n--cut\r\nContent-Disposition: form-data; name=\"Paper\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";
        var body = Encoding.UTF8.GetBytes(head).Concat(file).Concat("\r\n--cut--\r\n"u8.ToArray()).ToArray();
        using var line = new TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, _portal.Address.Port);
        await using var stream = line.GetStream();
        var cookies = string.Join("; ", _client.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"POST {Page} HTTP/1.1\r\nHost: localhost:{_portal.Address.Port}\r\nAccept: text/html\r\nCookie: {cookies}\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: {body.Length}\r\n\r\n")));
        await stream.WriteAsync(body.AsMemory(0, (int)(body.Length * share)));
        line.Client.Close(0);
    }

    [GeneratedRegex("/update/paper/[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex Paths();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tokens();
}
