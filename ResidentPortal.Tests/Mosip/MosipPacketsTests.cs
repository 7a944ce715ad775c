using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Mosip.PacketStub;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Packets over the wire: the machine, the RID, what is encrypted and signed, the announcement and the handing in.</summary>
public sealed class MosipPacketsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_machine_is_searched_by_the_key_that_signs()
    {
        await using var stub = await PacketStub.StartAsync();

        (await Reserve(stub)).Value.ShouldBe(Sample.Rid);

        stub.Only(SigningKey).Json.GetProperty("request").GetRawText().ShouldBe("""{"serverProfile":"PROD"}""");
        var search = stub.Only(Search).Json;
        (search.Text("version"), search.GetProperty("request").GetRawText()).ShouldBe(("1.0", """
            {"filters":[{"columnName":"name","type":"contains","value":"resident_machine_"},{"columnName":"signPublicKey","type":"equals","value":"a-key"}],"languageCode":"eng","pagination":{"pageStart":0,"pageFetch":10},"sort":[{"sortField":"createdDateTime","sortType":"desc"}]}
            """));
        (stub.CountOf(Add), stub.CountOf(Activate)).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("1.2.0.1", 0)]
    [InlineData("1.3", 1)]
    public async Task A_machine_that_is_not_there_is_added_and_switched_on_where_that_takes_a_call(string version, int calls)
    {
        await using var stub = await PacketStub.StartAsync();
        stub.On(Search, """{ "response": { "data": [{ "id": "10099", "signPublicKey": "A-KEY", "isActive": true }] }, "errors": [] }""");
        stub.On(Add, """{ "response": { "id": "10077", "isActive": false }, "errors": [] }""");
        stub.On(Activate, """{ "response": { "status": "updated" }, "errors": [] }""");

        (await Reserve(stub, ("PlatformVersion", version), ("Packets:ZoneCode", "KTA"))).Value.ShouldBe(Sample.Rid);

        stub.Only(Add).Json.GetProperty("request").GetRawText().ShouldBe("""
            {"name":"resident_machine_1772600767089","ipAddress":"0.0.0.0","machineSpecId":"RESIDENT-1","isActive":true,"validityDateTime":"2029-03-04T05:06:07.089Z","zoneCode":"KTA","regCenterId":"10001","publicKey":"a-key","signPublicKey":"a-key"}
            """);
        stub.CountOf(Activate).ShouldBe(calls);
        stub.Seen.Where(request => request.Is(Activate)).ShouldAllBe(request => request.Query == "?isActive=true&id=10077" && request.Body.Length == 0);
    }

    [Fact]
    public async Task The_machine_is_kept_until_the_platform_makes_no_RID_for_it()
    {
        await using var stub = await PacketStub.StartAsync();
        stub.On(
            Generate,
            context => context.Error("KER-RIG-003"),
            context => context.Json($$"""{ "response": { "rid": "{{Sample.Rid.Reveal()}}" }, "errors": [] }"""));
        var packets = stub.Adapters().GetRequiredService<IPackets>();

        (await packets.ReserveAsync(Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await packets.ReserveAsync(Cancellation)).IsSuccess.ShouldBeTrue();
        (await packets.ReserveAsync(Cancellation)).IsSuccess.ShouldBeTrue();

        stub.CountOf(Search).ShouldBe(2);
    }

    [Theory]
    [InlineData(SigningKey)]
    [InlineData(Search)]
    [InlineData(Generate)]
    public async Task Without_machine_or_number_the_service_is_unavailable(string path)
    {
        await using var stub = await PacketStub.StartAsync();
        foreach (var answer in (Func<HttpContext, Task>[])[context => context.Error("KER-MSD-999"), context => context.Html(), context => context.Json("""{ "response": { } }"""), context => context.Reset()])
        {
            stub.On(path, answer);
            (await Reserve(stub)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        }
    }

    [Fact]
    public async Task Each_sub_packet_is_signed_plain_and_encrypted_then_the_container_then_the_announcement()
    {
        await using var stub = await PacketStub.StartAsync();

        (await Send(stub)).IsSuccess.ShouldBeTrue();

        var signed = stub.Seen.Where(request => request.Is(Sign)).Select(request => request.Json.GetProperty("request").Text("data")).ToList();
        var encrypted = stub.Seen.Where(request => request.Is(Encrypt)).Select(request => request.Json.GetProperty("request")).ToList();
        (signed.Count, encrypted.Count).ShouldBe((3, 5));
        signed.ShouldAllBe(data => !data.Contains('+') && !data.Contains('/') && !data.Contains('='));
        signed.Select(data => Convert.ToHexString(System.Buffers.Text.Base64Url.DecodeFromChars(data))).Order(StringComparer.Ordinal)
            .ShouldBe(encrypted.Take(3).Select(one => Convert.ToHexString(Convert.FromBase64String(one.Text("data")))).Order(StringComparer.Ordinal));
        foreach (var one in encrypted)
        {
            (one.Text("applicationId"), one.Text("referenceId"), one.GetProperty("prependThumbprint").GetBoolean()).ShouldBe(("REGISTRATION", "10001_10077", true));
            (Convert.FromBase64String(one.Text("salt")).Length, Convert.FromBase64String(one.Text("aad")).Length).ShouldBe((12, 32));
        }

        encrypted.Select(one => one.Text("salt")).Distinct(StringComparer.Ordinal).Count().ShouldBe(5);
        encrypted.Select(one => one.Text("timeStamp")).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_announcement_names_file_and_person_and_travels_as_a_sealed_text()
    {
        await using var stub = await PacketStub.StartAsync();

        await Send(stub);

        var last = stub.Seen.Last(request => request.Is(Encrypt)).Json.GetProperty("request");
        var plain = JsonDocument.Parse(Convert.FromBase64String(last.Text("data"))).RootElement;
        (plain.Text("id"), plain.Text("version")).ShouldBe(("mosip.registration.sync", "1.0"));
        var record = plain.GetProperty("request")[0];
        var hash = record.Text("packetHashValue");
        hash.ShouldMatch("^[0-9A-F]{64}$");
        record.GetRawText().ShouldBe($$"""
            {"registrationId":"{{Sample.Rid.Reveal()}}","packetId":"{{Sample.Rid.Reveal()}}","additionalInfoReqId":null,"registrationType":"RES_UPDATE","name":"Meera Kaldan","email":"meera.k@example.org","phone":"9876500001","packetHashValue":"{{hash}}","packetSize":50,"supervisorStatus":"APPROVED","supervisorComment":"Sent by the resident","optionalValues":null,"langCode":"eng"}
            """);
        var sync = stub.Only(Sync);
        (sync.Headers["Center-Machine-RefId"], sync.Headers["timestamp"]).ShouldBe(("10001_10077", last.Text("timeStamp")));
        System.Buffers.Text.Base64Url.DecodeFromChars(JsonSerializer.Deserialize<string>(sync.Body)).ShouldBe(
            [.. Convert.FromBase64String(last.Text("salt")), .. Convert.FromBase64String(last.Text("aad")), .. "sealed"u8]);
    }

    [Fact]
    public async Task The_upload_has_one_part_named_after_the_RID()
    {
        await using var stub = await PacketStub.StartAsync();

        await Send(stub);

        var upload = stub.Only(Upload);
        upload.Headers["Content-Type"].ShouldStartWith("multipart/form-data; boundary=");
        upload.Body.Split("Content-Disposition").Length.ShouldBe(2);
        upload.Body.ShouldContain($"form-data; name=file; filename={Sample.Rid.Reveal()}.zip");
    }

    [Fact]
    public async Task A_file_of_megabytes_goes_out_and_comes_back_whole()
    {
        await using var stub = await PacketStub.StartAsync();
        var file = new byte[3_000_001];
        new Random(1).NextBytes(file);
        stub.On(Encrypt, context => context.Json($$"""{ "response": { "data": "{{System.Buffers.Text.Base64Url.EncodeToString(file)}}" }, "errors": null }"""));

        (await Send(stub)).IsSuccess.ShouldBeTrue();

        var announced = stub.Seen.Last(request => request.Is(Encrypt)).Json.GetProperty("request").Text("data");
        JsonDocument.Parse(Convert.FromBase64String(announced)).RootElement.GetProperty("request")[0].GetProperty("packetSize").GetInt32().ShouldBe(44 + file.Length);
    }

    private static Task<Outcome<Core.Identifiers.Rid>> Reserve(PlatformStub stub, params (string Key, string Value)[] settings) =>
        stub.Adapters(new FakeTimeProvider(Now), settings).GetRequiredService<IPackets>().ReserveAsync(Cancellation);
}
