using System.Text.Json;
using System.Text.Json.Nodes;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Mosip.ConfigServer;
using ResidentPortal.Core.Mosip.IdRepository;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sharing;
using ResidentPortal.Sandbox;

namespace ResidentPortal.Tests.World;

/// <summary>Organisations, what may be shared with them, and what was, in memory: read by the adapters' own readers from the sandbox's documents.</summary>
public sealed partial class FakeMosip : IPartners, IShareRequests, IPartnerCredentials, IDisclosureForms, IDisclosureRecords
{
    public const string ListSharingPartners = "sharing.partners";
    public const string FindSharePolicy = "sharing.policy";
    public const string AskToShare = "sharing.ask";
    public const string FindShare = "sharing.find";
    public const string TakeBackShare = "sharing.take-back";
    public const string ListAllPartners = "partners.all";
    public const string AskForCredential = "credential.ask";
    public const string FindCredential = "credential.find";
    public const string FetchCredentialCard = "credential.card";
    public const string ListCredentialTypes = "credential.types";
    public const string ReadCredentialPolicy = "credential.policy";
    public const string FindDisclosureForm = "disclosure.form";
    public const string FindDisclosureRecord = "disclosure.record";

    /// <summary>Whether the portal may read what organisations may get.</summary>
    public bool TellsPolicies { get; set; } = true;

    /// <summary>Runs after a sharing was taken and before its answer.</summary>
    public Action? AfterShare { get; set; }

    Task<Outcome<IReadOnlyList<Partner>>> IPartners.ListAsync(CancellationToken cancellationToken) => CallAsync<IReadOnlyList<Partner>>(ListSharingPartners, _ => CommonProblems.ServiceUnavailable, () =>
        DemoPartners.All.Where(partner => partner.IsActive).Select(partner => new Partner(partner.Id, partner.Name, partner.Phone, partner.Email)).OrderBy(partner => partner.Name, StringComparer.Ordinal).ToList());

    Task<Outcome<SharePolicy>> IPartners.FindPolicyAsync(string partnerId, CancellationToken cancellationToken) => CallAsync(FindSharePolicy, _ => SharingProblems.UnknownPartner, () =>
        new SharePolicy(TellsPolicies ? DemoPartners.Find(partnerId)!.Attributes.SelectMany(attribute => DemoPartner.Sources(attribute).Append(attribute)).ToHashSet(StringComparer.Ordinal) : null));

    public Task<Outcome<Guid>> ShareAsync(Uin uin, string partnerId, IReadOnlyList<ShareItem> items, CancellationToken cancellationToken) => CallAsync(AskToShare, _ => CommonProblems.Refused, () =>
    {
        var id = State.Credentials.Order(uin.Reveal(), cardType: null, "vercred", partnerId, share: new ShareWish(
            [.. items.SelectMany(item => item.Attributes.Append(item.Choice.Name)).Distinct(StringComparer.Ordinal)],
            items.Where(item => item.Choice.Format is not null).ToDictionary(item => item.Choice.Name, item => item.Choice.Format!, StringComparer.Ordinal),
            [.. items.Where(item => item.Choice.IsMasked).Select(item => item.Choice.Name)]));
        AfterShare?.Invoke();
        return id;
    });

    public Task<Outcome<ShareStage>> FindShareAsync(Guid requestId, CancellationToken cancellationToken) =>
        CallAsync(FindShare, _ => SharingProblems.UnknownRequest, () => State.Credentials.StatusOf(requestId) switch
        {
            "NEW" => ShareStage.Waiting,
            "FAILED" => ShareStage.Failed,
            "CANCELLED" => ShareStage.TakenBack,
            null => throw new PlatformException("IDR-CRG-003", "No Record(s) found"),
            _ => ShareStage.HandedOver,
        });

    public async Task<Outcome<Done>> TakeBackAsync(Guid requestId, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(TakeBackShare, _ => SharingProblems.UnknownRequest, () =>
            State.Credentials.StatusOf(requestId) is null ? throw new PlatformException("IDR-CRG-003", "No Record(s) found") : State.Credentials.Cancel(requestId));
        return answer.Problem ?? (answer.Value ? default(Outcome<Done>) : SharingProblems.TooLate);
    }

    public Task<Outcome<DisclosureForm>> FindAsync(DisclosureUse use, CancellationToken cancellationToken) => CallAsync(FindDisclosureForm, _ => CommonProblems.ServiceUnavailable, () =>
        new DisclosureFormReading(Country).Read(JsonSerializer.SerializeToElement(use is DisclosureUse.Share ? DisclosureSpecification.Share() : DisclosureSpecification.Card()), use)!);

    public async Task<Outcome<DisclosureRecord>> FindAsync(Uin uin, DisclosureForm form, CancellationToken cancellationToken)
    {
        var found = await CallAsync(FindDisclosureRecord, _ => ProfileProblems.UnknownPerson, () => State.FindIdentity(uin.Reveal(), "UIN"));
        return found.Try(out var identity, out var problem)
            ? MosipDisclosureRecords.Read(JsonSerializer.SerializeToElement(new JsonObject { ["status"] = identity.Status, ["identity"] = identity.Document() }), uin, form, Country.IdentityAttributes)
            : problem;
    }
}
