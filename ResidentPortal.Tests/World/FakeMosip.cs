using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Sandbox;
using PlatformChange = ResidentPortal.Sandbox.AuthTypeChange;

namespace ResidentPortal.Tests.World;

/// <summary>
/// The platform in memory behind every port. Its state is the sandbox's own, so that the two cannot drift apart; what is added is that a test can make the next
/// call of an operation fail, before or after it took effect.
/// </summary>
public sealed partial class FakeMosip : IIdAuthentication, IIdentityRegistry, IAuthTypeRegistry, IRegistrationStatus, INotifier, IMessageTemplates, IPlatformAudit, IVidRegistry, IVidUses,
    ICardHolders, ICardSigner, ICredentialRequests, IPackets, IUpdateForms, IUpdateRecords
{
    public const string SendCode = "otp.send";
    public const string VerifyCode = "otp.verify";
    public const string FindIdentity = "identity.find";
    public const string ReadLocks = "locks.read";
    public const string ChangeLocks = "locks.change";
    public const string FindStatus = "registration.find";
    public const string ListStages = "registration.stages";
    public const string SendSms = "notifier.sms";
    public const string SendEmail = "notifier.email";
    public const string FindTemplate = "templates.find";
    public const string RecordAudit = "audit.record";

    private readonly ConcurrentDictionary<string, ConcurrentQueue<Failure>> _failures = new(StringComparer.Ordinal);

    public FakeMosip(TimeProvider clock) => State = new PlatformState(clock);

    public PlatformState State { get; }

    /// <summary>Every call so far, by operation, in order.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>The platform's templates by language and code; none by default.</summary>
    public Dictionary<(string Language, string Code), string> Templates { get; } = [];

    public List<PlatformAuditEvent> AuditEvents { get; } = [];

    /// <summary>Runs after a change of locks took effect and before its answer: a place for a crash, or for a look at the database.</summary>
    public Action? AfterChange { get; set; }

    public string DeactivatedUin => State.Population.Residents.First(resident => string.Equals(resident.Status, "DEACTIVATED", StringComparison.Ordinal)).Uin;

    public string UinWithoutContacts => State.Population.Residents.First(resident => resident is { Phone: null, Email: null, Status: "ACTIVATED" }).Uin;

    public string UinWithPhoneOnly => State.Population.Residents.First(resident => resident is { Phone: not null, Email: null, Status: "ACTIVATED" } && !resident.IsChildAt(State.Clock.Now)).Uin;

    /// <summary>A valid UIN that nobody has.</summary>
    public string UnknownUin => Enumerable.Range(0, 1000).Select(seed => IdentifierRules.NextUin(new Random(seed))).First(uin => State.Population.Find(uin) is null);

    public string VidOf(string uin) => State.Population.Find(uin)!.Vid;

    /// <summary>The code in the newest message.</summary>
    public string LatestCode() => State.Outbox.LatestCode() ?? throw new InvalidOperationException("No code was sent.");

    public IEnumerable<string> SmsTo(string uin) => State.Outbox.To(State.Population.Find(uin)!.Phone!).Select(message => message.Text);

    public IEnumerable<string> EmailsTo(string uin) => State.Outbox.To(State.Population.Find(uin)!.Email!).Select(message => $"{message.Subject} {message.Text}");

    public int CountOf(string operation) => Calls.Count(call => string.Equals(call, operation, StringComparison.Ordinal));

    /// <summary>Makes the next call of an operation end with a problem; it takes effect first only where told so.</summary>
    public void Next(string operation, Problem problem, bool takesEffect = false, int times = 1)
    {
        var queue = _failures.GetOrAdd(operation, _ => new ConcurrentQueue<Failure>());
        for (var i = 0; i < times; i++)
        {
            queue.Enqueue(new Failure(problem, takesEffect));
        }
    }

    /// <summary>Stands behind the ports in place of the adapters.</summary>
    public void StandIn(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<IIdAuthentication>(this));
        services.Replace(ServiceDescriptor.Singleton<IIdentityRegistry>(this));
        services.Replace(ServiceDescriptor.Singleton<IAuthTypeRegistry>(this));
        services.Replace(ServiceDescriptor.Singleton<IRegistrationStatus>(this));
        services.Replace(ServiceDescriptor.Singleton<INotifier>(this));
        services.Replace(ServiceDescriptor.Singleton<IMessageTemplates>(this));
        services.Replace(ServiceDescriptor.Singleton<IPlatformAudit>(this));
        services.Replace(ServiceDescriptor.Singleton<IVidRegistry>(this));
        services.Replace(ServiceDescriptor.Singleton<IVidUses>(this));
        services.Replace(ServiceDescriptor.Singleton<IAuthHistory>(this));
        services.Replace(ServiceDescriptor.Singleton<ICardHolders>(this));
        services.Replace(ServiceDescriptor.Singleton<ICardSigner>(this));
        services.Replace(ServiceDescriptor.Singleton<ICredentialRequests>(this));
        services.Replace(ServiceDescriptor.Singleton<IContactOtp>(this));
        services.Replace(ServiceDescriptor.Singleton<IPackets>(this));
        services.Replace(ServiceDescriptor.Singleton<Core.Centres.ICentres>(this));
        services.Replace(ServiceDescriptor.Singleton<Core.Centres.IPapers>(this));
        services.Replace(ServiceDescriptor.Singleton<Core.PublicLists.IPublicLists>(this));
        services.Replace(ServiceDescriptor.Singleton<IUpdateForms>(this));
        services.Replace(ServiceDescriptor.Singleton<IUpdateRecords>(this));
        services.Replace(ServiceDescriptor.Singleton<Core.Sharing.IPartners>(this));
        services.Replace(ServiceDescriptor.Singleton<Core.Sharing.IShareRequests>(this));
        services.Replace(ServiceDescriptor.Singleton<Core.Sharing.IPartnerCredentials>(this));
        services.Replace(ServiceDescriptor.Singleton<IDisclosureForms>(this));
        services.Replace(ServiceDescriptor.Singleton<IDisclosureRecords>(this));
        services.Replace(ServiceDescriptor.Singleton<ILostRegistrations>(this));
        services.Replace(ServiceDescriptor.Singleton<ILostPersons>(this));
    }

    public Task<Outcome<MaskedContacts>> SendCodeAsync(IndividualId individualId, TransactionId transactionId, IReadOnlyCollection<OtpChannel> channels, CancellationToken cancellationToken) =>
        CallAsync(SendCode, fault => ProblemOfAuthentication(fault), () =>
        {
            var receipt = State.RequestOtp(individualId.Reveal(), transactionId.Value, [.. channels.Select(channel => channel is OtpChannel.Phone ? "PHONE" : "EMAIL")]);
            return new MaskedContacts(receipt.MaskedMobile, receipt.MaskedEmail);
        });

    public Task<Outcome<Done>> VerifyCodeAsync(IndividualId individualId, TransactionId transactionId, OneTimeCode code, CancellationToken cancellationToken) =>
        CallAsync(VerifyCode, fault => ProblemOfAuthentication(fault), () =>
        {
            State.Authenticate(individualId.Reveal(), transactionId.Value, code.Reveal());
            return default(Done);
        });

    public Task<Outcome<Identity>> FindAsync(IndividualId individualId, CancellationToken cancellationToken) =>
        CallAsync(FindIdentity, _ => ProfileProblems.UnknownPerson, () => IdentityOf(State.FindIdentity(individualId.Reveal()).Resident));

    public Task<Outcome<IReadOnlyList<AuthTypeState>>> ReadAsync(IndividualId individualId, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<AuthTypeState>>(ReadLocks, _ => AuthLockProblems.UnknownPerson, () =>
        {
            var rows = State.ReadAuthTypes(individualId.Reveal());
            return Enum.GetValues<AuthType>().Select(type =>
            {
                var row = rows.FirstOrDefault(one => string.Equals(one.Code, CodeOf(type), StringComparison.OrdinalIgnoreCase));
                return new AuthTypeState(type, row?.Locked ?? false, row?.UnlockForSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
            }).ToList();
        });

    public Task<Outcome<Done>> ChangeAsync(IndividualId individualId, IReadOnlyList<ResidentPortal.Core.AuthLocks.AuthTypeChange> changes, Guid requestId, CancellationToken cancellationToken) =>
        CallAsync(ChangeLocks, _ => AuthLockProblems.UnknownPerson, () =>
        {
            State.ChangeAuthTypes(individualId.Reveal(), [.. changes.Select(change =>
            {
                var parts = CodeOf(change.Type).Split('-');
                return new PlatformChange(parts[0], parts.ElementAtOrDefault(1), change.Lock, (long?)change.UnlockFor?.TotalSeconds, requestId.ToString());
            })]);
            AfterChange?.Invoke();
            return default(Done);
        });

    public Task<Outcome<RegistrationState>> FindAsync(Rid rid, CancellationToken cancellationToken) =>
        CallAsync<RegistrationState>(FindStatus, _ => TrackingProblems.UnknownRid, () => State.Status(rid.Reveal()) switch
        {
            null => throw new PlatformException("RPR-RGS-031", "RID not found"),
            "UPLOAD_PENDING" => RegistrationState.NotYetReceived,
            "AWAITING_INFORMATION" => RegistrationState.WaitingForPerson,
            "PROCESSED" or "UIN_GENERATED" => RegistrationState.Done,
            "REJECTED" => RegistrationState.Refused,
            "RESEND" => RegistrationState.SentBack,
            "REREGISTER" => RegistrationState.RegisterAgain,
            _ => RegistrationState.UnderWay,
        });

    public Task<Outcome<IReadOnlyList<StageEntry>>> ListStagesAsync(Rid rid, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<StageEntry>>(ListStages, _ => CommonProblems.ServiceUnavailable, () =>
            (State.Stages(rid.Reveal()) ?? []).Select(row => new StageEntry(StageOf(row.TypeCode), row.StatusCode is "SUCCESS" or "PROCESSED" ? StageResult.Passed : StageResult.GoingOn, row.At)).Reverse().ToList());

    public Task<Outcome<Done>> SendSmsAsync(string phone, string text, CancellationToken cancellationToken) => CallAsync(SendSms, _ => CommonProblems.Refused, () =>
    {
        State.NotifyBySms(phone, text);
        return default(Done);
    });

    public Task<Outcome<Done>> SendEmailAsync(string address, string subject, string html, CancellationToken cancellationToken) => CallAsync(SendEmail, _ => CommonProblems.Refused, () =>
    {
        State.NotifyByEmail(address, subject, html);
        return default(Done);
    });

    public Task<Outcome<MessageTemplate>> FindAsync(string languageCode, string templateCode, CancellationToken cancellationToken) =>
        CallAsync(FindTemplate, _ => CommonProblems.ServiceUnavailable, () => new MessageTemplate(Templates.GetValueOrDefault((languageCode, templateCode))));

    public Task<Outcome<Done>> RecordAsync(PlatformAuditEvent auditEvent, CancellationToken cancellationToken) => CallAsync(RecordAudit, _ => CommonProblems.Refused, () =>
    {
        AuditEvents.Add(auditEvent);
        return default(Done);
    });

    private static Identity IdentityOf(Resident resident) => new()
    {
        Uin = Uin.TryParse(resident.Uin, out var uin) ? uin : throw new InvalidOperationException("A resident of the sandbox has no UIN."),
        Status = Enum.Parse<IdentityStatus>(resident.Status, ignoreCase: true),
        Names = resident.Names,
        Phone = resident.Phone,
        Email = resident.Email,
        PreferredLanguage = resident.PreferredLanguage,
    };

    private static string CodeOf(AuthType type) => type switch
    {
        AuthType.PhoneCode => "otp-phone",
        AuthType.EmailCode => "otp-email",
        AuthType.Demographics => "demo",
        AuthType.Fingerprint => "bio-FINGER",
        AuthType.Iris => "bio-IRIS",
        _ => "bio-FACE",
    };

    private static RegistrationStage StageOf(string type) => type switch
    {
        "PACKET_RECEIVER" or "VIRUS_SCAN" or "SECUREZONE_NOTIFICATION" or "UPLOAD_PACKET" or "VALIDATE_PACKET" or "PACKET_CLASSIFICATION" => RegistrationStage.Received,
        "DEMOGRAPHIC_VERIFICATION" or "MANUAL_ADJUDICATION" or "VERIFICATION" or "BIOGRAPHIC_VERIFICATION" => RegistrationStage.Verification,
        "UIN_GENERATOR" or "BIOMETRIC_EXTRACTION" or "NOTIFICATION" or "FINALIZATION" or "PACKET_REPROCESS" => RegistrationStage.NumberMade,
        "PRINT_SERVICE" or "PRINT_POSTAL_SERVICE" or "PRINT" => RegistrationStage.CardReady,
        _ => RegistrationStage.Validation,
    };

    private static Problem ProblemOfAuthentication(PlatformException fault) => fault.Code switch
    {
        "IDA-OTA-003" => OtpProblems.Expired,
        "IDA-OTA-004" => OtpProblems.Wrong,
        "IDA-OTA-013" => OtpProblems.Frozen,
        "IDA-OTA-001" => OtpProblems.TooMany,
        "IDA-OTA-002" => OtpProblems.ChannelMissing,
        "IDA-MLC-019" => OtpProblems.ChannelLocked,
        "IDA-OTA-012" => OtpProblems.NoneActive,
        "IDA-OTA-005" => OtpProblems.OtherTransaction,
        "IDA-OTA-010" => OtpProblems.OtherNumber,
        "IDA-MLC-022" => OtpProblems.PersonInactive,
        "IDA-MLC-023" => OtpProblems.NumberInactive,
        _ => OtpProblems.UnknownPerson,
    };

    private async Task<Outcome<T>> CallAsync<T>(string operation, Func<PlatformException, Problem> problemOf, Func<T> act)
    {
        Calls.Enqueue(operation);
        await Task.Yield();
        var failure = _failures.TryGetValue(operation, out var queue) && queue.TryDequeue(out var next) ? next : null;
        if (failure is { TakesEffect: false })
        {
            return failure.Problem;
        }

        try
        {
            var value = act();
            return failure is null ? value : failure.Problem;
        }
        catch (PlatformException fault)
        {
            return problemOf(fault);
        }
    }

    private sealed record Failure(Problem Problem, bool TakesEffect);
}
