using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Alarms;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.Cards.Qr;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.ClientReports;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Mosip;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.PublicLists;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Sharing;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.Updates.Documents;
using ResidentPortal.Core.Updates.Uploads;
using ResidentPortal.Core.Updates.Whole;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Core;

/// <summary>The core's one door: every flow by name, its storage, its workers and its adapters to the platform.</summary>
public static class CoreServices
{
    /// <summary>Registers the core. It wants an <see cref="Microsoft.Extensions.Hosting.IHostEnvironment"/> and logging, and says at start which setting is missing.</summary>
    public static IServiceCollection AddResidentCore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddOptions<LanguageOptions>().Bind(configuration.GetSection(LanguageOptions.Section));
        services.AddSingleton<OfferedLanguages>();
        services.AddStorage(configuration);
        AddOptions(services, configuration);
        AddFlows(services);
        AddPrograms(services);
        AddAuthHistory(services);
        AddRequests(services);
        AddResidentPrograms(services);
        AddSecurity(services);
        AddSharing(services);
        AddCredentials(services);
        AddWholeUpdates(services);
        AddPrints(services);
        AddPublicLists(services, configuration);
        AddSignInElsewhere(services);
        AddDuties(services);
        AddVisits(services, configuration);
        AddActs(services);
        AddWorkers(services);
        services.AddMosip(configuration);
        return services;
    }

    private static void AddOptions(IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<OtpOptions>(configuration, OtpOptions.Section);
        services.AddChecked<ContactOptions>(configuration, ContactOptions.Section);
        services.AddChecked<SessionOptions>(configuration, SessionOptions.Section);
        services.AddChecked<AuthLockOptions>(configuration, AuthLockOptions.Section);
        services.AddChecked<AlarmOptions>(configuration, AlarmOptions.Section);
        services.AddChecked<AuthHistoryOptions>(configuration, AuthHistoryOptions.Section);
        services.AddChecked<TrackingOptions>(configuration, TrackingOptions.Section);
        services.AddChecked<RecoveryOptions>(configuration, RecoveryOptions.Section);
        services.AddChecked<DocumentOptions>(configuration, DocumentOptions.Section);
        services.AddChecked<VirtualIdOptions>(configuration, VirtualIdOptions.Section);
        services.AddChecked<CardOptions>(configuration, CardOptions.Section);
        services.AddChecked<UpdateOptions>(configuration, UpdateOptions.Section);
        services.AddChecked<GrievanceOptions>(configuration, GrievanceOptions.Section);
        services.AddChecked<NoticeOptions>(configuration, NoticeOptions.Section);
        services.AddChecked<CardKeyOptions>(configuration, CardKeyOptions.Section);
        services.AddSingleton<IValidateOptions<CardKeyOptions>, CardKeyOptionsValidation>();
        services.AddOptions<CardKeyOptions>().PostConfigure<IOptions<NoticeOptions>>((cards, portal) => cards.Issuer ??= portal.Value.PublicAddress?.AbsoluteUri.TrimEnd('/'));
    }

    private static void AddFlows(IServiceCollection services)
    {
        services.AddSingleton<Attempts>().AddSingleton<NationTally>().AddSingleton<WrongCodes>().AddSingleton<SendLimits>().AddSingleton<CodeDesk>().AddSingleton<CodeCheck>();
        services.AddSingleton<ContactDesk>().AddSingleton<ContactCheck>();
        services.AddSingleton<AskToVerifyContact>().AddSingleton<AskToVerifyContactAgain>().AddSingleton<ShowContactVerification>().AddSingleton<VerifyContact>().AddSingleton<FindContactVerification>();
        services.AddSingleton<ShowLostNumberSearch>().AddSingleton<AskToFindLostNumber>().AddSingleton<AskToFindLostNumberAgain>().AddSingleton<ShowLostNumberCode>().AddSingleton<FindLostNumber>().AddSingleton<ShowLostNumberLink>().AddSingleton<DeliverLostNumber>();
        services.AddSingleton<LostNumberSearch>().AddSingleton<LostNumberLetters>().AddSingleton<LostNumberShelf>().AddSingleton<LostNumberEndings>();
        services.AddSingleton<Errands>().AddSingleton<LiveSessions>();
        services.AddSingleton<AskForSignInCode>().AddSingleton<AskForSignInCodeAgain>().AddSingleton<ShowSignInCode>().AddSingleton<SignIn>();
        services.AddSingleton<AskForFreshCode>().AddSingleton<ShowFreshCode>().AddSingleton<EnterFreshCode>();
        services.AddSingleton<ResumeSession>().AddSingleton<CheckSession>().AddSingleton<FindEndedSessions>().AddSingleton<SignOut>();
        services.AddSingleton<ServiceLedger>().AddSingleton<ActCourse>().AddSingleton<ListRecentRequests>().AddSingleton<ActReceipts>().AddSingleton<ShowAct>().AddSingleton<ContinueAct>();
        services.AddSingleton<LockActs>().AddSingleton<ShowAuthLocks>().AddSingleton<ChangeAuthLocks>();
        services.AddSingleton<VidLinks>().AddSingleton<VidLooks>().AddSingleton<RestoredVids>().AddSingleton<ShowVidLink>().AddSingleton<AskForVidLinkCode>().AddSingleton<EnterVidLinkCode>();
        services.AddSingleton<OwnVids>().AddSingleton<VidActs>().AddSingleton<ShowVids>().AddSingleton<GenerateVid>().AddSingleton<RevokeVid>().AddSingleton<RevealVid>().AddSingleton<LabelVid>();
        services.AddSingleton<ShowProfile>();
        services.AddSingleton<TrackedRequests>().AddSingleton<TrackingTickets>().AddSingleton<UsualTimes>().AddSingleton<TrackRequest>().AddSingleton<WatchRequest>();
        services.AddSingleton<AskForTrackingCode>().AddSingleton<ShowTrackingCode>().AddSingleton<EnterTrackingCode>().AddSingleton<ShowTrackedRequest>().AddSingleton<ShowOwnRequest>();
        services.AddSingleton<CentreDirectory>().AddSingleton<FindCentres>().AddSingleton<FindNearCentres>().AddSingleton<ListCentres>().AddSingleton<ShowCentre>().AddSingleton<ListPapers>();
        services.AddSingleton<CardKeys>().AddSingleton<CardSeal>().AddSingleton<CardCheck>().AddSingleton<CheckCard>();
        services.AddSingleton<PhotoConversion>().AddSingleton<CardPress>().AddSingleton<CardActs>().AddSingleton<ShowCardChoices>().AddSingleton<MakeCard>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<VirusScanner>().AddSingleton<DocumentIntake>();
        services.AddSingleton<CardShelf>().AddSingleton<ShowCardFile>().AddSingleton<ShowCardPassword>().AddSingleton<DeliverCard>();
        services.AddSingleton<CardLinks>().AddSingleton<SendCardLink>().AddSingleton<ShowCardLink>().AddSingleton<AskForCardCode>().AddSingleton<EnterCardCode>();
        services.AddSingleton<CardReprints>().AddSingleton<OrderActs>().AddSingleton<ShowCardOrder>().AddSingleton<OrderCard>().AddSingleton<ShowCardOrderProgress>();
        services.AddSingleton<FieldPatterns>().AddSingleton<UpdateSubject>().AddSingleton<AnswerRules>().AddSingleton<UpdateDrafts>().AddSingleton<UpdateTasks>().AddSingleton<PaperShelf>().AddSingleton<PaperRules>().AddSingleton<UpdateCourier>();
        services.AddSingleton<ShowUpdate>().AddSingleton<ChooseFields>().AddSingleton<ShowAnswer>().AddSingleton<AnswerField>().AddSingleton<CheckUpdate>();
        services.AddSingleton<ShowPapers>().AddSingleton<AttachPaper>().AddSingleton<RemovePaper>().AddSingleton<ShowPaper>();
        services.AddSingleton<NewContacts>().AddSingleton<AskForNewContactCode>().AddSingleton<ShowNewContact>().AddSingleton<EnterNewContactCode>();
        services.AddSingleton<ResumeDraft>().AddSingleton<SendResumeCode>().AddSingleton<DiscardDraft>().AddSingleton<ReopenUpdate>();
        services.AddSingleton<PendingUpdates>().AddSingleton<UpdateReview>().AddSingleton<ContactAlerts>().AddSingleton<SentDrafts>().AddSingleton<UpdateActs>().AddSingleton<SendUpdate>().AddSingleton<ShowUpdateProgress>();
        services.AddSingleton<DiscardActs>().AddSingleton<DiscardUpdate>();
        services.AddSingleton<Notices>().AddSingleton<NoticeText>();
        services.AddSingleton<AuditTrail>().AddSingleton<AuditedWrites>().AddSingleton<VerifyAuditTrail>();
    }

    // Codes that come together with an act.
    private static void AddPrograms(IServiceCollection services) =>
        services.AddSingleton<ProvedPersons>().AddSingleton<ProgramCodeCheck>().AddSingleton<AskForProgramCode>().AddSingleton<ActWithCode>().AddSingleton<ReadRegistrationState>().AddSingleton<ShowRegisteredContacts>()
            .AddSingleton<FindPersonOfRegistration>().AddSingleton<ShownContacts>().AddSingleton<VerifyContactWithCode>().AddSingleton<ListAuthHistory>();

    // Who used the identity.
    private static void AddAuthHistory(IServiceCollection services)
    {
        services.AddSingleton<UseKeys>().AddSingleton<UseScan>().AddSingleton<OwnNumbers>().AddSingleton<UseReader>().AddSingleton<HistoryWatch>();
        services.AddSingleton<ShowAuthHistory>().AddSingleton<CollectAuthHistory>().AddSingleton<SignAuthHistory>();
        services.AddSingleton<ShowUse>().AddSingleton<ReportUnknownUse>().AddSingleton<ShowUseTicket>();
    }

    // The ledger as its owner reads it, notices, and problems that were reported.
    private static void AddRequests(IServiceCollection services)
    {
        services.AddSingleton<ListRequests>().AddSingleton<PinRequest>();
        services.AddSingleton<ListNotices>().AddSingleton<CountUnreadNotices>().AddSingleton<MarkNoticesRead>().AddSingleton<ShowNoticeLanguage>();
        services.AddSingleton<GrievanceDesk>().AddSingleton<ReportProblem>().AddSingleton<ShowProblem>().AddSingleton<ListProblems>();
        services.AddSingleton<ListOpenGrievances>().AddSingleton<TakeGrievance>().AddSingleton<AnswerGrievance>();
        services.AddRecurring<HandGrievancesOver>(TimeSpan.FromSeconds(15), (flow, stopping) => flow.ExecuteAsync(stopping));
    }

    // What only programs ask, and pages do not.
    private static void AddResidentPrograms(IServiceCollection services)
    {
        services.AddSingleton<FindOwnVid>().AddSingleton<RevealOwnVids>();
        services.AddSingleton<OpenEvent>().AddSingleton<CountUnreadRequests>().AddSingleton<PressBell>().AddSingleton<ShowBell>();
        services.AddSingleton<ShowOwnPhoto>();
    }

    // Where somebody is signed in, and "This was not me".
    private static void AddSecurity(IServiceCollection services)
    {
        services.AddSingleton<AlarmTokens>().AddSingleton<LockEverything>().AddSingleton<AlarmNotices>().AddSingleton<ShowAlarm>().AddSingleton<RaiseAlarm>();
        services.AddSingleton<ShowSignIns>().AddSingleton<CountSignIns>().AddSingleton<SignInEndings>().AddSingleton<EndSignIns>().AddSingleton<EndSignInsOfPerson>();
    }

    // The one opening of every sign-in, and people whom somebody else has proved.
    private static void AddSignInElsewhere(IServiceCollection services) => services.AddSingleton<SessionOpening>().AddSingleton<SignInWithProof>();

    // Devices at centres, and who is on duty there.
    private static void AddDuties(IServiceCollection services)
    {
        services.AddSingleton<DeviceProofs>().AddSingleton<LiveDuties>().AddSingleton<DutyTokens>().AddSingleton<DutyEntry>();
        services.AddSingleton<OfferEnrolment>().AddSingleton<EnrolDevice>().AddSingleton<ConfirmDevice>().AddSingleton<SuspendDevice>().AddSingleton<ListDevices>();
        services.AddSingleton<AskForDeviceProof>().AddSingleton<ProveDevice>().AddSingleton<FindDevice>();
        services.AddSingleton<BeginDuty>().AddSingleton<ResumeDuty>().AddSingleton<TakeBack>().AddSingleton<EndDuty>().AddSingleton<EndDutiesOfOperator>().AddSingleton<NoteOperator>();
    }

    // Residents who are helped at a kiosk.
    private static void AddVisits(IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<KioskOptions>(configuration, KioskOptions.Section);
        services.AddOptions<OtpOptions>().PostConfigure<IOptions<KioskOptions>>((codes, kiosks) => codes.SetVisits(kiosks.Value.CodesPerTenMinutes));
        services.AddSingleton<VisitEndings>().AddSingleton<VisitDoors>().AddSingleton<VisitBook>().AddSingleton<VisitCodes>().AddSingleton<VisitSignIns>();
        services.AddSingleton<VisitContacts>().AddSingleton<VisitFieldReader>().AddSingleton<OperatorContacts>();
        services.AddRecurring<TellOfVisits>(TimeSpan.FromSeconds(2), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddRecurring<EndOldVisits>(TimeSpan.FromSeconds(5), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddRecurring<LookForMisuse>(TimeSpan.FromHours(1), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddSingleton<StartVisit>().AddSingleton<ShowDeskVisit>().AddSingleton<OfferView>().AddSingleton<OpenView>().AddSingleton<ShowView>();
        services.AddSingleton<TouchVisit>().AddSingleton<ChangeViewLanguage>().AddSingleton<SetSlow>().AddSingleton<SetSlowAtDesk>().AddSingleton<AnswerConsent>();
        services.AddSingleton<StopVisit>().AddSingleton<AskForConsentCode>().AddSingleton<EnterConsentCode>().AddSingleton<ShowViewCode>().AddSingleton<AddPurposes>();
        services.AddSingleton<PutBeforeResident>().AddSingleton<TakeAwayAct>().AddSingleton<AnswerAct>().AddSingleton<AskForActCode>().AddSingleton<ConfirmAct>();
        services.AddSingleton<ListApprovals>().AddSingleton<ApproveAct>().AddSingleton<NotePaperTaken>().AddSingleton<NotePrinted>();
        services.AddSingleton<ShowLastVisit>().AddSingleton<FinishVisit>().AddSingleton<ClearLeftOver>().AddSingleton<ListOwnVisits>().AddSingleton<ShowOwnVisit>().AddSingleton<CountVisits>();
        services.AddSingleton<ListMisuse>().AddSingleton<CloseMisuse>();
    }

    // Sharing data with organisations, and cards of chosen data.
    private static void AddSharing(IServiceCollection services)
    {
        services.AddSingleton<PersonalCardDesk>().AddSingleton<ShowPersonalCard>();
        services.AddSingleton<ShareDesk>().AddSingleton<ShareRecords>().AddSingleton<ShareActs>().AddSingleton<WithdrawActs>();
        services.AddSingleton<ListPartners>().AddSingleton<ShowShareOffer>().AddSingleton<ShareWithPartner>().AddSingleton<ListShares>().AddSingleton<WithdrawShare>();
        services.AddAct<ShareDataOrder>(ActKind.ShareData, ShareDataOrder.OfWish, p => p.GetRequiredService<ShareWithPartner>().ExecuteAsync, p => p.GetRequiredService<ShareActs>().LookAsync);
        services.AddAct<WithdrawShareOrder>(
            ActKind.WithdrawShare, (_, wish) => WithdrawShareOrder.OfWish(wish), p => p.GetRequiredService<WithdrawShare>().ExecuteAsync, p => p.GetRequiredService<WithdrawActs>().LookAsync,
            WithdrawResult.OfText);
    }

    // What other programs ask for with a code of the resident's.
    private static void AddCredentials(IServiceCollection services)
    {
        services.AddSingleton<ClientRequests>().AddSingleton<RequestCredential>().AddSingleton<ShowCredentialRequest>().AddSingleton<CancelCredentialRequest>().AddSingleton<FetchCredentialCard>();
        services.AddSingleton<ListCredentialTypes>().AddSingleton<ShowCredentialPolicy>().AddSingleton<ListPartnersOfType>();
        services.AddSingleton<ShowCardOrderNumber>();
    }

    // The masked card for the printer of a kiosk.
    private static void AddPrints(IServiceCollection services) => services.AddSingleton<PrintActs>().AddSingleton<PrintCard>().AddSingleton<TakePrint>();

    // Updates that come whole, papers that are sent ahead of them, and what a resident may read before.
    private static void AddWholeUpdates(IServiceCollection services)
    {
        services.AddSingleton<UploadShelf>().AddSingleton<ListUploadKinds>().AddSingleton<UploadPaper>().AddSingleton<ListUploads>().AddSingleton<ShowUpload>().AddSingleton<RemoveUpload>();
        services.AddSingleton<SubmissionRules>().AddSingleton<SubmittedPapers>().AddSingleton<SubmitUpdate>().AddSingleton<ExplainChange>();
        services.AddSingleton<ContactChanges>().AddSingleton<AskForContactChangeCode>().AddSingleton<ChangeContact>();
        services.AddSingleton<CountUpdatesLeft>().AddSingleton<ListPendingUpdates>().AddSingleton<ShowRecord>();
    }

    // What the platform shows to everybody, and what its clients report.
    private static void AddPublicLists(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ReadPublicList>().AddSingleton<ShowCountry>().AddSingleton<FindGenderCode>();
        services.AddSingleton<ListNamedCentres>().AddSingleton<ListCentresAround>().AddSingleton<ReadRegistrationStage>();
        services.AddChecked<ClientReportOptions>(configuration, ClientReportOptions.Section);
        services.AddSingleton<NoteClientReport>();
    }

    // What the ledger has to know of each kind of act.
    private static void AddActs(IServiceCollection services)
    {
        services.AddAct<LockOrder>(ActKind.ChangeAuthLocks, (_, wish) => LockOrder.OfWish(wish), p => p.GetRequiredService<ChangeAuthLocks>().ExecuteAsync, p => p.GetRequiredService<LockActs>().LookAsync);
        services.AddAct<GenerateVidOrder>(
            ActKind.GenerateVid, (_, wish) => GenerateVidOrder.OfWish(wish), p => p.GetRequiredService<GenerateVid>().ExecuteAsync, p => p.GetRequiredService<VidActs>().LookForGeneratedAsync, VidResult.OfText);
        services.AddAct<RevokeVidOrder>(
            ActKind.RevokeVid, RevokeVidOrder.OfWish, p => p.GetRequiredService<RevokeVid>().ExecuteAsync, p => p.GetRequiredService<VidActs>().LookForRevokedAsync, VidResult.OfText);
        services.AddAct<MakeCardOrder>(ActKind.MakeCard, (_, wish) => MakeCardOrder.OfWish(wish), p => p.GetRequiredService<MakeCard>().ExecuteAsync, p => p.GetRequiredService<CardActs>().LookAsync);
        services.AddAct<MakeCardOrder>(ActKind.MakeVidCard, (_, wish) => MakeCardOrder.OfWish(wish), p => p.GetRequiredService<MakeCard>().ExecuteAsync, p => p.GetRequiredService<CardActs>().LookAsync);
        services.AddAct<OrderCardOrder>(
            ActKind.OrderCard, (_, wish) => OrderCardOrder.OfWish(wish), p => p.GetRequiredService<OrderCard>().ExecuteAsync, p => p.GetRequiredService<OrderActs>().LookAsync, OrderProgress.OfText,
            progress => ((OrderProgress)progress).ToStages());
        services.AddAct<UpdateOrder>(
            ActKind.UpdateIdentity, (_, wish) => UpdateOrder.OfWish(wish), p => p.GetRequiredService<SendUpdate>().ExecuteAsync, p => p.GetRequiredService<UpdateActs>().LookAsync, UpdateProgress.OfText);
        services.AddAct<DiscardUpdateOrder>(ActKind.DiscardUpdate, DiscardUpdateOrder.OfWish, p => p.GetRequiredService<DiscardUpdate>().ExecuteAsync, p => p.GetRequiredService<DiscardActs>().LookAsync);
        services.AddAct<EndSignInsOrder>(
            ActKind.EndSignIns, (_, wish) => EndSignInsOrder.OfWish(wish), p => p.GetRequiredService<EndSignIns>().ExecuteAsync, p => p.GetRequiredService<SignInEndings>().LookAsync);
        services.AddAct<PrintCardOrder>(ActKind.PrintCard, (_, wish) => PrintCardOrder.OfWish(wish), p => p.GetRequiredService<PrintCard>().ExecuteAsync, p => p.GetRequiredService<PrintActs>().LookAsync);
        services.AddSingleton(ActPlan.Noted(ActKind.RevealVid, RevealVidOrder.OfWish));
        services.AddSingleton(ActPlan.Noted(ActKind.VerifyContact, VerifyContactOrder.OfWish));
        services.AddSingleton(ActPlan.Noted(ActKind.ReportProblem, ReportProblemOrder.OfWish));
        services.AddSingleton(ActPlan.Noted(ActKind.FindLostNumber, FindLostNumberOrder.OfWish));
    }

    private static void AddAct<TOrder>(
        this IServiceCollection services,
        ActKind kind,
        Func<Vault, string, TOrder> orderOf,
        Func<IServiceProvider, Func<Guid, TOrder, CancellationToken, Task<Outcome<EventId>>>> run,
        Func<IServiceProvider, Func<string, Task>> look,
        Func<string, object>? resultOf = null,
        Func<object, ActStages?>? stagesOf = null)
        where TOrder : class => services.AddSingleton(provider => new ActPlan(
            kind,
            wish => orderOf(provider.GetRequiredService<Vault>(), wish),
            (session, order, cancellation) => run(provider)(session, (TOrder)order, cancellation),
            eventId => look(provider)(eventId)) { ResultOf = resultOf, StagesOf = stagesOf });

    private static void AddWorkers(IServiceCollection services)
    {
        services.AddRecurring<SendCodes>(TimeSpan.FromSeconds(2), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddRecurring<SendContactCodes>(TimeSpan.FromSeconds(2), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddRecurring<FindLostNumbers>(TimeSpan.FromSeconds(5), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddRecurring<ForgetLostNumbers>(TimeSpan.FromSeconds(30), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddRecurring<LookAgainAtActs>(TimeSpan.FromSeconds(1), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddRecurring<FinishAlarms>(TimeSpan.FromSeconds(1), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddRecurring<WatchTimedUnlocks>(TimeSpan.FromSeconds(5), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddRecurring<SendNotices>(TimeSpan.FromSeconds(5), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddRecurring<LookAtWatchedRequests>(TimeSpan.FromSeconds(30), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddRecurring<ForwardAudit>(TimeSpan.FromSeconds(1), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddRecurring<ForgetCards>(TimeSpan.FromSeconds(30), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddRecurring<ForgetDrafts>(TimeSpan.FromHours(1), (flow, stopping) => flow.ExecuteAsync(stopping));
        services.AddRecurring<ForgetOldRows>(TimeSpan.FromHours(1), (flow, stopping) => flow.ExecuteAsync(stopping));
    }
}
