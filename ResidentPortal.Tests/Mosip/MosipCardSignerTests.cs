using System.Buffers.Text;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Outcomes;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>The key manager over the wire.</summary>
public sealed class MosipCardSignerTests
{
    private const string SignPath = "POST /v1/keymanager/pdf/sign";

    /// <summary>Bytes whose base64 has both letters in which the alphabets differ.</summary>
    private static readonly byte[] File = [.. "%PDF-1.7 "u8, 0xFB, 0xFF, 0xFE];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_sent_as_the_platform_wants_it()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(SignPath, Signed(File));

        await Sign(stub);

        var body = stub.Only(SignPath).Json;
        var request = body.GetProperty("request");
        request.Text("timeStamp").ShouldBe(body.Text("requesttime"));
        request.Text("timeStamp").ShouldMatch(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\z");
        (request.Text("applicationId"), request.Text("referenceId"), request.Text("reason"), request.Text("password")).ShouldBe(("KERNEL", "SIGN", "Digitally Signed", "JO S1990"));
        request.Text("data").ShouldBe(Convert.ToBase64String(File));
        string[] numbers = ["lowerLeftX", "lowerLeftY", "upperRightX", "upperRightY", "pageNumber"];
        numbers.Select(name => request.GetProperty(name).GetInt32()).ShouldBe([36, 20, 196, 52, 1]);
    }

    [Fact]
    public async Task Key_reason_and_place_of_the_signature_are_settings()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(SignPath, Signed(File));

        await Sign(
            stub, ("Signing:ApplicationId", "RESIDENT"), ("Signing:ReferenceId", "CARD"), ("Signing:Reason", "Card"), ("Signing:LowerLeftX", "1"), ("Signing:UpperRightY", "99"));

        var request = stub.Only(SignPath).Json.GetProperty("request");
        (request.Text("applicationId"), request.Text("referenceId"), request.Text("reason")).ShouldBe(("RESIDENT", "CARD", "Card"));
        (request.GetProperty("lowerLeftX").GetInt32(), request.GetProperty("upperRightY").GetInt32()).ShouldBe((1, 99));
    }

    [Fact]
    public async Task A_signed_file_may_be_larger_than_other_answers()
    {
        await using var stub = await PlatformStub.StartAsync();
        byte[] large = [.. File, .. new byte[2 * 1024 * 1024]];
        stub.On(SignPath, Signed(large));

        (await Sign(stub, ("MaxResponseBytes", "1024"))).Value.ShouldBe(large);
    }

    [Fact]
    public async Task Signing_changes_nothing_so_that_it_is_tried_again()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(SignPath, context => context.Reset(), context => context.Json(Signed(File)));

        (await Sign(stub)).Value.ShouldBe(File);

        stub.CountOf(SignPath).ShouldBe(2);
    }

    [Theory]
    [InlineData("KER-KMS-002", "common.refused")]
    [InlineData("KER-KMS-005", "common.refused")]
    [InlineData("KER-KMS-006", "common.refused")]
    [InlineData("KER-KMS-020", "common.refused")]
    [InlineData("KER-KMS-012", "common.serviceUnavailable")]
    [InlineData("KER-KMS-500", "common.serviceUnavailable")]
    public async Task What_stood_in_the_way_is_named_and_neither_file_nor_password_logged(string code, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(SignPath, context => context.Error(code));

        (await Sign(stub)).Problem!.Key.ShouldBe(problem);

        stub.Log.Lines.ShouldNotContain(line => line.Contains("JO S1990", StringComparison.Ordinal) || line.Contains("JVBERi", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"c2VjcmV0\"")]
    [InlineData("\"not base64\"")]
    [InlineData("{ }")]
    public async Task What_is_no_file_is_no_card(string data)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(SignPath, $$"""{ "response": { "data": {{data}} }, "errors": null }""");

        (await Sign(stub)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    private static string Signed(byte[] file) => $$"""{ "response": { "data": "{{Base64Url.EncodeToString(file)}}" }, "errors": [] }""";

    private static Task<Outcome<byte[]>> Sign(PlatformStub stub, params (string, string)[] settings) =>
        stub.Adapters(settings: settings).GetRequiredService<ICardSigner>().SignAsync(File, "JO S1990", Cancellation);
}
