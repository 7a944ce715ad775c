using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ResidentPortal.Core.Mosip.Packets;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;
using Shouldly;
using Xunit;
using IdSchema = ResidentPortal.Core.Mosip.SyncData.IdSchema;

namespace ResidentPortal.Tests.Mosip;

/// <summary>The bytes of a packet before anything is encrypted, by MOSIP's packet writer.</summary>
public sealed class SubPacketTests
{
    private const string Rid = "10001100771006920220128223618";

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 15, 30, 250, TimeSpan.Zero);
    private static readonly byte[] Paper = [1, 2, 3, 0, 255];
    private static readonly IdSchema Schema = ReadSchema();
    private static readonly PacketStamp Stamp = new(Sample.Rid, PacketProcess.Update, Now);

    private static Packet Packet => new()
    {
        Rid = Sample.Rid,
        Process = PacketProcess.Update,
        Uin = Sample.Uin,
        Language = "eng",
        Fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal)
        {
            ["phone"] = FieldValue.Of("9876599999"), ["fullName"] = new FieldValue([new FieldText("eng", "Meera \"K\""), new FieldText("ara", "ميرا")]), ["city"] = FieldValue.Of("KNT"),
        },
        Documents = [new PacketDocument("proofOfAddress", "RNC", "pdf", Paper), new PacketDocument("proofOfIdentity", "CIN", "jpg", [7])],
    };

    [Fact]
    public void There_is_a_sub_packet_for_each_category_of_the_schema() => Schema.Parts.ShouldBe(["id", "evidence", "optional"]);

    [Fact]
    public void The_main_sub_packet_holds_the_changed_attributes_in_the_order_of_the_schema_and_the_operations()
    {
        var files = Open("id");

        files.Keys.ShouldBe(["ID.json", "packet_data_hash.txt", "audit.json", "packet_operations_hash.txt", "packet_meta_info.json"]);
        Text(files["ID.json"]).ShouldBe(
            """{"identity":{"IDSchemaVersion":0.1,"UIN":"4952408651","fullName":[{"language":"eng","value":"Meera \"K\""},{"language":"ara","value":"ميرا"}],"city":[{"language":"eng","value":"KNT"}],"phone":"9876599999"}}""");
        Text(files["packet_data_hash.txt"]).ShouldBe(Hash(files["ID.json"]));
        Text(files["packet_operations_hash.txt"]).ShouldBe(Hash(files["audit.json"]));
        Text(files["packet_meta_info.json"]).ShouldBe($$$"""
            {"identity":{"metaData":[{"label":"centerId","value":"10001"},{"label":"machineId","value":"10077"},{"label":"REGISTRATIONTYPE","value":"RES_UPDATE"},{"label":"uin","value":"4952408651"}],"registrationId":"{{{Rid}}}","creationDate":"2026-11-24T10:15:30.250Z","hashSequence1":[{"label":"demographicSequence","value":["ID"]}],"hashSequence2":[{"label":"otherFiles","value":["audit"]}]}}
            """);
    }

    [Fact]
    public void Documents_stand_in_their_sub_packet_as_they_are_hashed_before_the_attributes()
    {
        var files = Open("optional");

        files.Keys.ShouldBe(["proofOfIdentity.jpg", "proofOfAddress.pdf", "ID.json", "packet_data_hash.txt", "packet_meta_info.json"]);
        files["proofOfAddress.pdf"].ShouldBe(Paper);
        Text(files["ID.json"]).ShouldBe("""
            {"identity":{"IDSchemaVersion":0.1,"UIN":"4952408651","proofOfIdentity":{"value":"proofOfIdentity","type":"CIN","format":"jpg","refNumber":null},"proofOfAddress":{"value":"proofOfAddress","type":"RNC","format":"pdf","refNumber":null}}}
            """);
        Text(files["packet_data_hash.txt"]).ShouldBe(Hash([7, .. Paper, .. files["ID.json"]]));
        Text(files["packet_meta_info.json"]).ShouldEndWith(
            """
            "creationDate":"2026-11-24T10:15:30.250Z","proofOfIdentity":"CIN","proofOfAddress":"RNC","hashSequence1":[{"label":"demographicSequence","value":["proofOfIdentity","proofOfAddress","ID"]}],"hashSequence2":[]}}
            """);
    }

    [Fact]
    public void A_sub_packet_without_attributes_of_its_own_holds_version_and_number()
    {
        var files = Open("evidence");

        files.Keys.ShouldBe(["ID.json", "packet_data_hash.txt", "packet_meta_info.json"]);
        Text(files["ID.json"]).ShouldBe("""{"identity":{"IDSchemaVersion":0.1,"UIN":"4952408651"}}""");
    }

    [Fact]
    public void The_audit_says_which_packet_was_made_when_and_nothing_of_the_machine()
    {
        Text(Open("id")["audit.json"]).ShouldBe($$"""
            [{"uuid":"{{new Guid(SHA256.HashData(Encoding.ASCII.GetBytes(Rid)).AsSpan(0, 16))}}","createdAt":"2026-11-24T10:15:30.250Z","eventId":"RPR_405","eventName":"Packet created","eventType":"USER","actionTimeStamp":"2026-11-24T10:15:30.250Z","hostName":"resident-portal","hostIp":"0.0.0.0","applicationId":"MOSIP_1","applicationName":"REGISTRATION","sessionUserId":"mosip","sessionUserName":"Registration","id":"{{Rid}}","idType":"REGISTRATION_ID","createdBy":"Packet_Generator","moduleName":"REQUEST_HANDLER_SERVICE","moduleId":"REG - MOD - 119","description":"Packet created by the resident"}]
            """);
    }

    [Theory]
    [InlineData(true, "MASKED_UIN")]
    [InlineData(false, "UIN")]
    public void A_reprint_carries_version_and_number_and_says_which_card(bool isMasked, string cardType)
    {
        var packet = Packet with { Process = PacketProcess.Reprint, Fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal), Documents = [], IsMasked = isMasked };

        var files = Open("id", packet, Stamp with { Process = PacketProcess.Reprint });

        Text(files["ID.json"]).ShouldBe("""{"identity":{"IDSchemaVersion":0.1,"UIN":"4952408651"}}""");
        Text(files["packet_meta_info.json"]).ShouldContain($$"""
            {"label":"REGISTRATIONTYPE","value":"RES_REPRINT"},{"label":"uin","value":"4952408651"},{"label":"CARDTYPE","value":"{{cardType}}"}]
            """);
    }

    [Fact]
    public void The_same_content_number_and_time_make_the_same_bytes() =>
        SubPacket.Zip(Content(Packet), Stamp, "optional").ToArray().ShouldBe(SubPacket.Zip(Content(Packet), Stamp, "optional").ToArray());

    [Fact]
    public void The_container_holds_each_encrypted_sub_packet_and_how_it_is_checked()
    {
        byte[] encrypted = [9, 8, 7];

        var files = SubPacket.Sealed(Stamp, "evidence", "0.1", encrypted, [251, 255]);

        files.Select(file => file.Name).ShouldBe([$"RESIDENT/RES_UPDATE/{Rid}_evidence.zip", $"RESIDENT/RES_UPDATE/{Rid}_evidence.json"]);
        files[0].Bytes.ToArray().ShouldBe(encrypted);
        Text(files[1].Bytes.ToArray()).ShouldBe($$"""
            {"id":"{{Rid}}","packetname":"{{Rid}}_evidence","source":"RESIDENT","process":"RES_UPDATE","refid":"10001_10077","schemaversion":"0.1","signature":"-_8","encryptedhash":"{{System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(encrypted))}}","providername":"PacketWriterImpl","providerversion":"v1.0","creationdate":"2026-11-24T10:15:30.250Z"}
            """);
    }

    [Fact]
    public void S_61_What_the_schema_does_not_have_makes_no_packet()
    {
        Refused(Packet with { Fields = With("nationality", FieldValue.Of("X")) });
        Refused(Packet with { Fields = With("UIN", FieldValue.Of("4195891024")) });
        Refused(Packet with { Fields = With("proofOfAddress", FieldValue.Of("RNC")) });
        Refused(Packet with { Fields = With("individualBiometrics", FieldValue.Of("x")) });
        Refused(Packet with { Fields = With("phone", new FieldValue([new FieldText("eng", "1"), new FieldText("fra", "2")])) });
        Refused(Packet with { Documents = [new PacketDocument("phone", "RNC", "pdf", Paper)] });
        Refused(Packet with { Documents = [Packet.Documents[0], Packet.Documents[0]] });
        Refused(Packet with { Documents = [Packet.Documents[0] with { Format = "../pdf" }] });
        Refused(Packet with { Documents = [Packet.Documents[0] with { File = [] }] });
    }

    [Theory]
    [InlineData("integer", "\"UIN\":4952408651")]
    [InlineData("string", "\"UIN\":\"4952408651\"")]
    public void A_number_is_written_as_the_schema_has_it(string type, string json)
    {
        var schema = IdSchema.Read(System.Text.Json.JsonSerializer.SerializeToElement(new
        {
            idVersion = 1.5,
            schemaJson = """{"properties":{"identity":{"properties":{"IDSchemaVersion":{"type":"number","fieldCategory":"none"},"UIN":{"type":"?","fieldCategory":"none"}}}}}""".Replace("?", type, StringComparison.Ordinal),
        })).ShouldNotBeNull();
        schema.Parts.ShouldBe(["id"]);
        var content = PacketContent.Of(Packet with { Fields = With("UIN", null), Documents = [] }, schema, "UIN").Value;

        Text(PacketJson.Identity(content.In("id"), "eng")).ShouldBe("{\"identity\":{\"IDSchemaVersion\":1.5," + json + "}}");
    }

    private static Dictionary<string, FieldValue> With(string name, FieldValue? value) =>
        value is null ? new(StringComparer.Ordinal) : new(StringComparer.Ordinal) { [name] = value };

    private static void Refused(Packet packet) => PacketContent.Of(packet, Schema, "UIN").Problem.ShouldBe(CommonProblems.Refused);

    private static PacketContent Content(Packet packet) => PacketContent.Of(packet, Schema, "UIN").Value;

    private static OrderedDictionary<string, byte[]> Open(string part, Packet? packet = null, PacketStamp? stamp = null)
    {
        using var archive = new ZipArchive(new MemoryStream(SubPacket.Zip(Content(packet ?? Packet), stamp ?? Stamp, part).ToArray()), ZipArchiveMode.Read);
        var files = new OrderedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            files.Add(entry.FullName, copy.ToArray());
        }

        return files;
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    private static IdSchema ReadSchema() => IdSchema.Read(System.Text.Json.JsonSerializer.SerializeToElement(new
    {
        idVersion = Sandbox.IdSchema.VersionNumber, schemaJson = Sandbox.IdSchema.Document().ToJsonString(),
    })) ?? throw new InvalidOperationException("The sandbox's schema is none.");
}
