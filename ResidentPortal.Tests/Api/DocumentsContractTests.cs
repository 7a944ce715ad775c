using System.Text.Json.Nodes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Api.UpdateCalls;

namespace ResidentPortal.Tests.Api;

/// <summary>The documents that are sent ahead of an update.</summary>
public sealed class DocumentsContractTests(ApiPortal portal)
{
    private const string Nobodys = "0b7f0e2c-4a6e-4f5e-9d5c-8d0c5b7a3f11";

    private static readonly byte[] Large = [.. UpdateSteps.Paper, .. new byte[2_000_000]];

    private static readonly (string Field, Func<Sending, Sending> Spoil, string Code, string Message)[] Rows =
    [
        ("transaction", sending => sending with { Transaction = "123" }, "RES-SER-410", "Invalid Input Parameter- transactionId"),
        ("transaction", sending => sending with { Transaction = "123456789x" }, "RES-SER-410", "Invalid Input Parameter- transactionId"),
        ("category", sending => sending with { Category = "" }, "RES-SER-410", "Invalid Input Parameter- docCatCode"),
        ("type", sending => sending with { Type = "" }, "RES-SER-410", "Invalid Input Parameter- docTypCode"),
        ("language", sending => sending with { Language = "xxx" }, "RES-SER-410", "Invalid Input Parameter- languageCode"),
        ("category", sending => sending with { Category = "XYZ" }, "RES-SER-410", "Invalid Input Parameter- docCatCode"),
        ("type", sending => sending with { Type = "DOC004" }, "RES-SER-410", "Invalid Input Parameter- docTypCode"),
        ("name", sending => sending with { Name = "contract.docx" }, "RES-SER-516", "Unsupported file type. Supported file extensions: jpg, jpeg, png, pdf"),
        ("file", sending => sending with { File = Large }, "RES-SER-514", "File size cannot be more than 2MB."),
    ];

    [Fact]
    public async Task Each_check_of_an_upload_answers_in_its_turn()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        for (var first = 0; first < Rows.Length; first++)
        {
            foreach (var other in Rows[(first + 1)..].Where(other => !string.Equals(other.Field, Rows[first].Field, StringComparison.Ordinal)).Select(other => other.Spoil).Prepend(sending => sending))
            {
                var sending = Rows[first].Spoil(other(new Sending()));
                var reply = await client.UploadAsync(sending.Transaction, sending.File, sending.Name, ("docCatCode", sending.Category), ("docTypCode", sending.Type), ("langCode", sending.Language));
                reply.Error.ShouldBe((Rows[first].Code, Rows[first].Message), sending.ToString());
            }
        }
    }

    [Theory]
    [InlineData("docCatCode")]
    [InlineData("docTypCode")]
    [InlineData("langCode")]
    [InlineData("referenceId")]
    [InlineData("file")]
    public async Task A_part_that_is_missing_makes_the_request_a_bad_one(string part)
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        using var whole = Upload();
        using var form = new MultipartFormDataContent();
        foreach (var one in whole.Where(one => !string.Equals(one.Headers.ContentDisposition!.Name!.Trim('"'), part, StringComparison.Ordinal)).ToList())
        {
            form.Add(one);
        }

        (await client.SendAsync(HttpMethod.Post, $"/documents/{Transaction}", form)).Error!.Value.Code.ShouldBe("RES-SER-418");
    }

    [Fact]
    public async Task A_file_beyond_everything_that_is_read_is_too_large()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        (await client.UploadAsync(file: new byte[10_500_000])).Error.ShouldBe(("RES-SER-514", "File size cannot be more than 2MB."));
    }

    [Fact]
    public async Task What_is_no_form_is_a_bad_request()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        (await client.PostAsync($"/documents/{Transaction}", new JsonObject())).Error!.Value.Code.ShouldBe("RES-SER-418");
    }

    [Fact]
    public async Task A_file_that_is_not_what_it_is_called_or_is_damaged_is_not_taken()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        (await client.UploadAsync(file: "MZ"u8.ToArray())).Error!.Value.Code.ShouldBe("RES-SER-516");
        (await client.UploadAsync(name: "contract.png")).Error!.Value.Code.ShouldBe("RES-SER-516");
        (await client.UploadAsync(file: UpdateSteps.Paper[..300])).Error.ShouldBe(("RES-SER-319", "The file uploaded is corrupted"));
    }

    [Fact]
    public async Task A_document_is_kept_listed_fetched_and_deleted_by_its_owner_alone()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        var taken = await client.UploadAsync();
        taken.Error.ShouldBeNull(taken.Text);
        var id = taken.Response!["docId"]!.ToString();
        taken.Response.ToJsonString().ShouldBe($$"""{"transactionId":"{{Transaction}}","docId":"{{id}}","docName":"contract.pdf","docCatCode":"POA","docTypCode":"RNC","docFileFormat":"pdf"}""");
        (await client.GetAsync($"/documents/{Transaction}")).Response!.AsArray().ShouldHaveSingleItem()!.ToJsonString().ShouldBe(taken.Response.ToJsonString());
        var file = Convert.FromBase64String((await client.GetAsync($"/document/{id}?transactionId={Transaction}")).Response!["document"]!.ToString());
        file.AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();

        var stranger = await portal.ClientAsync();
        await stranger.SignInAsync(stranger.NewResident());
        var none = ("RES-SER-461", $"No document found for transactionID: {Transaction}");
        (await stranger.GetAsync($"/documents/{Transaction}")).Error.ShouldBe(none);
        (await stranger.GetAsync($"/document/{id}?transactionId={Transaction}")).Error.ShouldBe(none);
        (await stranger.SendAsync(HttpMethod.Delete, $"/documents/{id}?transactionId={Transaction}", content: null)).Error.ShouldBe(none);

        var deleted = await client.SendAsync(HttpMethod.Delete, $"/documents/{id}?transactionId={Transaction}", content: null);
        deleted.Response!["status"]!.ToString().ShouldBe("SUCCESS");
        (await client.GetAsync($"/documents/{Transaction}")).Error.ShouldBe(none);
    }

    [Theory]
    [InlineData($"/document/{Nobodys}", "RES-SER-418")]
    [InlineData($"/document/short?transactionId=123", "RES-SER-410 Invalid Input Parameter- transactionId")]
    [InlineData($"/document/short?transactionId={Transaction}", "RES-SER-410 Invalid Input Parameter- documentId")]
    [InlineData($"/document/with_underscore_in_its_middle?transactionId={Transaction}", "RES-SER-410 Invalid Input Parameter- documentId")]
    [InlineData($"/document/{Nobodys}?transactionId={Transaction}", $"RES-SER-461 No document found for transactionID: {Transaction}")]
    [InlineData($"/document/abcdefghijklmnopqrstuvwxyz?transactionId={Transaction}", $"RES-SER-461 No document found for transactionID: {Transaction}")]
    public async Task What_names_no_document_is_told_in_turn(string path, string error)
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        foreach (var (method, address) in new[] { (HttpMethod.Get, path), (HttpMethod.Delete, path.Replace("/document/", "/documents/", StringComparison.Ordinal)) })
        {
            var found = (await client.SendAsync(method, address, content: null)).Error!.Value;
            $"{found.Code} {found.Message}".ShouldStartWith(error);
        }
    }

    [Fact]
    public async Task A_transaction_that_is_none_has_no_list()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        (await client.GetAsync("/documents/123")).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- transactionId"));
    }

    private sealed record Sending
    {
        public string Transaction { get; init; } = UpdateCalls.Transaction;

        public string Category { get; init; } = "POA";

        public string Type { get; init; } = "RNC";

        public string Language { get; init; } = "eng";

        public string Name { get; init; } = "contract.pdf";

        public byte[] File { get; init; } = UpdateSteps.Paper;
    }
}
