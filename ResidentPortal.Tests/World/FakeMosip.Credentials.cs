using System.Text.Json;
using System.Text.Json.Nodes;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Mosip.CredentialRequest;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sharing;
using ResidentPortal.Sandbox;

namespace ResidentPortal.Tests.World;

/// <summary>Credentials that other programs ask for, in memory.</summary>
public sealed partial class FakeMosip
{
    Task<Outcome<IReadOnlyList<ListedPartner>>> IPartners.ListAllAsync(string? type, CancellationToken cancellationToken) => CallAsync<IReadOnlyList<ListedPartner>>(ListAllPartners, _ => CommonProblems.ServiceUnavailable, () =>
        DemoPartners.All.Where(_ => type is null or DemoPartners.Type)
            .Select(partner => new ListedPartner { Id = partner.Id, Status = partner.IsActive ? "ACTIVE" : "INACTIVE", Name = partner.Name, Type = DemoPartners.Type, Phone = partner.Phone, Email = partner.Email })
            .Concat(DemoPartners.Makers.Where(maker => type is null || string.Equals(type, maker.Type, StringComparison.Ordinal)).Select(maker => new ListedPartner { Id = maker.Id, Status = "ACTIVE", Name = maker.Name, Type = maker.Type }))
            .ToList());

    public Task<Outcome<Guid>> RequestAsync(IndividualId person, CredentialRequestOrder order, CancellationToken cancellationToken) => CallAsync(AskForCredential, _ => CommonProblems.Refused, () =>
        State.Credentials.Order(
            person.Reveal(), cardType: null, order.CredentialType, order.PartnerId, order.IsEncrypted && string.IsNullOrEmpty(order.EncryptionKey),
            new ShareWish(order.Attributes, new Dictionary<string, string>(StringComparer.Ordinal), [])));

    Task<Outcome<CredentialStanding>> IPartnerCredentials.FindAsync(Guid requestId, CancellationToken cancellationToken) => CallAsync(FindCredential, _ => SharingProblems.UnknownRequest, () =>
        State.Credentials.Find(requestId) is { } order
            ? new CredentialStanding(IndividualId.TryParse(order.Id, out var person) ? person : null, State.Credentials.StatusOf(requestId)!)
            : throw new PlatformException("IDR-CRG-003", "No Record(s) found"));

    public async Task<Outcome<byte[]>> FetchCardAsync(Guid requestId, CancellationToken cancellationToken)
    {
        var found = await CallAsync(FetchCredentialCard, _ => SharingProblems.UnknownRequest, () => State.Credentials.Find(requestId) ?? throw new PlatformException("IDR-CRG-003", "No Record(s) found"));
        return !found.Try(out var order, out var problem) ? problem : State.Credentials.FindFile(order.FileKey) is null ? SharingProblems.NoCard : State.DigitalCard(order);
    }

    public Task<Outcome<IReadOnlyList<CredentialType>>> ListTypesAsync(CancellationToken cancellationToken) =>
        CallAsync(ListCredentialTypes, _ => CommonProblems.ServiceUnavailable, () => MosipCredentials.ReadTypes(JsonSerializer.SerializeToElement(CredentialTypes.File())).Value);

    public Task<Outcome<CredentialPolicy>> ReadPolicyAsync(string partnerId, string credentialType, CancellationToken cancellationToken) => CallAsync(ReadCredentialPolicy, _ => SharingProblems.UnknownPartner, () =>
        DemoPartners.Find(partnerId) is { } partner && credentialType is "vercred"
            ? new CredentialPolicy(JsonSerializer.SerializeToElement(new JsonObject { ["partnerId"] = partner.Id, ["credentialType"] = credentialType, ["policyId"] = $"{partner.Id}-policy" }))
            : throw new PlatformException("PMS_PRT_073", "No policy"));
}
