using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>A platform that takes packets, whatever is in them, on a real port; a test changes one answer of it.</summary>
internal static class PacketStub
{
    public const string SigningKey = "POST /v1/keymanager/tpmsigning/publickey";
    public const string Encrypt = "POST /v1/keymanager/encrypt";
    public const string Sign = "POST /v1/keymanager/cssign";
    public const string Search = "POST /v1/masterdata/machines/search";
    public const string Add = "POST /v1/masterdata/machines";
    public const string Activate = "PATCH /v1/masterdata/machines";
    public const string Generate = "GET /v1/ridgenerator/generate/rid/10001/10077";
    public const string Schema = "GET /v1/syncdata/latestidschema";
    public const string Sync = "POST /registrationprocessor/v1/registrationstatus/sync";
    public const string Upload = "POST /registrationprocessor/v1/packetreceiver/registrationpackets";

    public const string Machine = """{ "id": "10077", "name": "resident_machine_1", "signPublicKey": "a-key", "isActive": true }""";

    public static async Task<PlatformStub> StartAsync()
    {
        var stub = await PlatformStub.StartAsync();
        stub.On(SigningKey, """{ "response": { "publicKey": "a-key" }, "errors": [] }""");
        stub.On(Search, $$"""{ "response": { "data": [{{Machine}}] }, "errors": [] }""");
        stub.On(Generate, $$"""{ "response": { "rid": "{{Sample.Rid.Reveal()}}" }, "errors": null }""");
        stub.On(Schema, context => context.Json(JsonSerializer.Serialize(new
        {
            response = new { idVersion = 0.1, schemaJson = Sandbox.IdSchema.Document().ToJsonString() }, errors = Array.Empty<string>(),
        })));
        stub.On(Encrypt, """{ "response": { "data": "c2VhbGVk" }, "errors": null }""");
        stub.On(Sign, """{ "response": { "data": "c2lnbmVk" }, "errors": null }""");
        stub.On(Sync, $$"""{ "response": [{ "registrationId": "{{Sample.Rid.Reveal()}}", "status": "SUCCESS" }], "errors": null }""");
        stub.On(Upload, """{ "response": { "status": "here" }, "errors": null }""");
        return stub;
    }

    public static Task<Outcome<Done>> Send(PlatformStub stub) =>
        stub.Adapters().GetRequiredService<IPackets>().SendAsync(PacketsOnSandboxTests.Update(Sample.Rid), TestContext.Current.CancellationToken);
}
