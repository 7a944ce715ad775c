using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Core.Updates;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>R-37: fields of the platform's answers that have another type than they should, at everything an update and a lost number ask.</summary>
public sealed class ChangedFieldsTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("syncdata.idschema", "schemaJson")]
    [InlineData("syncdata.idschema", "idVersion")]
    [InlineData("config.update-form", "identity")]
    [InlineData("idrepository.draft.list", "drafts")]
    [InlineData("idrepository.draft.list", "rid")]
    [InlineData("idrepository.update-counts", "attributes")]
    [InlineData("masterdata.documents", "documentcategories")]
    [InlineData("masterdata.locations.children", "locations")]
    [InlineData("otpmanager.generate", "otp")]
    [InlineData("otpmanager.validate", "status")]
    [InlineData("regproc.lostsearch", "registrationId")]
    [InlineData("ridgenerator.generate", "rid")]
    [InlineData("keymanager.signing-key", "publicKey")]
    [InlineData("keymanager.encrypt", "data")]
    [InlineData("keymanager.cssign", "data")]
    [InlineData("regproc.sync", "response")]
    [InlineData("regproc.upload", "response")]
    public async Task R_37_A_field_that_changed_its_type_is_a_problem_and_never_an_exception(string operation, string field)
    {
        await using var platform = platforms.Fresh("1.3");
        platform.App.State.Announce(new Sandbox.AnnouncedPacket(Sample.Rid.Reveal(), Sandbox.ReceivedPacket.Update, string.Empty, 0) { Name = "Meera Kaldan", Phone = "9876500001" });
        platform.App.State.Receive(new Sandbox.ReceivedPacket(Sample.Rid.Reveal(), Sandbox.ReceivedPacket.Update, new Dictionary<string, System.Text.Json.Nodes.JsonNode>(StringComparer.Ordinal)
        {
            ["IDSchemaVersion"] = Sandbox.IdSchema.VersionNumber, ["UIN"] = Sample.Uin.Reveal(), ["postalCode"] = "20100",
        }));
        platform.App.Faults.Set(operation, Sandbox.FaultNames.ChangedType, field: field);
        (await Everything(platform)).OfType<Problem>().ShouldNotBeEmpty();
    }

    private static async Task<IReadOnlyList<Problem?>> Everything(SandboxPlatform platform)
    {
        var (forms, records, packets, otp, lost) = (
            platform.Adapters.GetRequiredService<IUpdateForms>(), platform.Adapters.GetRequiredService<IUpdateRecords>(), platform.Adapters.GetRequiredService<IPackets>(),
            platform.Adapters.GetRequiredService<IContactOtp>(), platform.Adapters.GetRequiredService<ILostRegistrations>());
        var found = await forms.FindAsync(Cancellation);
        List<Problem?> problems =
        [
            found.Problem,
            (await records.ListPendingAsync(Sample.Uin, Cancellation)).Problem,
            (await records.CountLeftAsync(Sample.Uin, Cancellation)).Problem,
            (await lost.SearchAsync(new LostSearch("Meera Kaldan", "9876500001", Email: null), Cancellation)).Problem,
        ];
        if (found.Try(out var form, out _))
        {
            problems.Add((await forms.ListDocumentTypesAsync(form.Find("proofOfAddress")!, Language.English.Code, Cancellation)).Problem);
            problems.Add((await forms.ListChoicesAsync(form.Find("region")!, Language.English.Code, parent: null, Cancellation)).Problem);
        }

        var code = await otp.GenerateAsync("a-key-of-a-contact", Cancellation);
        problems.Add(code.Try(out var digits, out var problem) ? (await otp.ValidateAsync("a-key-of-a-contact", digits, Cancellation)).Problem : problem);
        var rid = await packets.ReserveAsync(Cancellation);
        problems.Add(rid.Try(out var number, out problem)
            ? (await packets.SendAsync(
                new Packet
                {
                    Rid = number, Process = PacketProcess.Update, Uin = Sample.Uin, Language = "eng",
                    Fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal) { ["postalCode"] = FieldValue.Of("20200") },
                },
                Cancellation)).Problem
            : problem);
        return problems;
    }
}
