using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Tracking;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Every adapter against the sandbox, as an older platform and as a newer one.</summary>
public sealed class AdaptersOnSandboxTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private const string OtpPhone = "9876500001";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Profiles => ["1.2.0.1", "1.3"];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_code_that_was_sent_is_taken_once(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var ida = platform.Adapters.GetRequiredService<IIdAuthentication>();

        var sent = (await ida.SendCodeAsync(Sample.ByUin, Sample.Transaction, [OtpChannel.Phone], Cancellation)).Value;

        sent.ShouldBe(new MaskedContacts("XXXXXX0001", null));
        (await ida.VerifyCodeAsync(Sample.ByUin, Sample.Transaction, platform.LatestCode(OtpPhone), Cancellation)).IsSuccess.ShouldBeTrue();
        (await ida.VerifyCodeAsync(Sample.ByUin, Sample.Transaction, platform.LatestCode(OtpPhone), Cancellation)).Problem.ShouldBe(OtpProblems.NoneActive);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Five_wrong_codes_freeze(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var ida = platform.Adapters.GetRequiredService<IIdAuthentication>();
        await ida.SendCodeAsync(Sample.ByVid, Sample.Transaction, [OtpChannel.Phone, OtpChannel.Email], Cancellation);
        OneTimeCode.TryParse(platform.LatestCode(OtpPhone).Reveal() is "000000" ? "000001" : "000000", out var wrong).ShouldBeTrue();

        for (var i = 0; i < 4; i++)
        {
            (await ida.VerifyCodeAsync(Sample.ByVid, Sample.Transaction, wrong!, Cancellation)).Problem.ShouldBe(OtpProblems.Wrong);
        }

        (await ida.VerifyCodeAsync(Sample.ByVid, Sample.Transaction, wrong!, Cancellation)).Problem.ShouldBe(OtpProblems.Frozen);
        (await ida.SendCodeAsync(Sample.ByVid, Sample.Transaction, [OtpChannel.Phone], Cancellation)).Problem.ShouldBe(OtpProblems.Frozen);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_late_code_and_a_code_of_another_transaction_are_told_apart(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var ida = platform.Adapters.GetRequiredService<IIdAuthentication>();
        await ida.SendCodeAsync(Sample.ByUin, Sample.Transaction, [OtpChannel.Phone], Cancellation);

        (await ida.VerifyCodeAsync(Sample.ByUin, TransactionId.New(), platform.LatestCode(OtpPhone), Cancellation)).Problem.ShouldBe(OtpProblems.OtherTransaction);
        platform.App.State.Age(TimeSpan.FromSeconds(181));
        (await ida.VerifyCodeAsync(Sample.ByUin, Sample.Transaction, platform.LatestCode(OtpPhone), Cancellation)).Problem.ShouldBe(OtpProblems.Expired);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_registration_that_is_done_leads_to_its_person_and_one_under_way_to_nobody(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var identities = platform.Adapters.GetRequiredService<IIdentityRegistry>();
        var meera = platform.App.State.Population.Find("4952408651")!;
        Rid.TryParse(meera.Rid, out var done).ShouldBeTrue();
        Rid.TryParse("10001100100010220260519093010", out var underWay).ShouldBeTrue();

        (await identities.FindByRidAsync(done!, Cancellation)).Value.Phone.ShouldBe(meera.Phone);
        (await identities.FindByRidAsync(underWay!, Cancellation)).Problem.ShouldBe(ProfileProblems.UnknownPerson);
    }

    [Theory]
    [InlineData("1.2.0.1", 90)]
    [InlineData("1.3", 90)]
    [InlineData("1.2.0.1", -90)]
    [InlineData("1.3", -90)]
    public async Task A_platform_whose_clock_is_off_by_ninety_seconds_can_be_spoken_to(string profile, int seconds)
    {
        await using var platform = platforms.Fresh(profile);
        platform.App.Faults.Set("ida.*", Sandbox.FaultNames.Skew, seconds: seconds);
        var ida = platform.Adapters.GetRequiredService<IIdAuthentication>();

        (await ida.SendCodeAsync(Sample.ByUin, Sample.Transaction, [OtpChannel.Phone], Cancellation)).IsSuccess.ShouldBeTrue();
        (await ida.VerifyCodeAsync(Sample.ByUin, Sample.Transaction, platform.LatestCode(OtpPhone), Cancellation)).IsSuccess.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Tokens_that_end_in_the_middle_are_renewed_unseen(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var ida = platform.Adapters.GetRequiredService<IIdAuthentication>();
        await ida.SendCodeAsync(Sample.ByUin, Sample.Transaction, [OtpChannel.Phone], Cancellation);
        platform.App.Faults.Set("ida.auth", Sandbox.FaultNames.TokenExpired, times: 1);

        (await ida.VerifyCodeAsync(Sample.ByUin, Sample.Transaction, platform.LatestCode(OtpPhone), Cancellation)).IsSuccess.ShouldBeTrue();

        platform.App.Calls.Count("authmanager.token").ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task The_token_can_come_from_the_OpenID_provider(string profile)
    {
        await using var platform = platforms.Fresh(
            profile, ("TokenSource", "OpenIdConnect"), ("TokenUrl", $"{platforms.Url(profile)}/auth/realms/mosip/protocol/openid-connect/token"));

        (await platform.Adapters.GetRequiredService<IIdentityRegistry>().FindAsync(Sample.ByUin, Cancellation)).IsSuccess.ShouldBeTrue();

        (platform.App.Calls.Count("keycloak.token"), platform.App.Calls.Count("authmanager.token")).ShouldBe((1, 0));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task An_identity_is_found_by_either_number(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var registry = platform.Adapters.GetRequiredService<IIdentityRegistry>();

        foreach (var number in new[] { Sample.ByUin, Sample.ByVid })
        {
            var meera = (await registry.FindAsync(number, Cancellation)).Value;
            meera.Uin.ShouldBe(Sample.Uin);
            (meera.Status, meera.Phone, meera.Email).ShouldBe((IdentityStatus.Activated, OtpPhone, "meera.k@example.org"));
            meera.Names["fra"].ShouldBe("Mira Kaldane");
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Every_demo_resident_can_be_read(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var registry = platform.Adapters.GetRequiredService<IIdentityRegistry>();

        foreach (var resident in platform.App.State.Population.Residents)
        {
            Uin.TryParse(resident.Uin, out var uin).ShouldBeTrue();
            var outcome = await registry.FindAsync(IndividualId.Of(uin!), Cancellation);
            outcome.Value.Names.Count.ShouldBe(resident.Names.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Nobody_is_found_by_a_number_that_nobody_has(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        Vid.TryParse("3475241820153945", out var vid).ShouldBeTrue();
        var nobody = IndividualId.Of(vid!);

        (await platform.Adapters.GetRequiredService<IIdentityRegistry>().FindAsync(nobody, Cancellation)).Problem.ShouldBe(ProfileProblems.UnknownPerson);
        (await platform.Adapters.GetRequiredService<IAuthTypeRegistry>().ReadAsync(nobody, Cancellation)).Problem.ShouldBe(AuthLockProblems.UnknownPerson);
        (await platform.Adapters.GetRequiredService<IIdAuthentication>().SendCodeAsync(nobody, Sample.Transaction, [OtpChannel.Phone], Cancellation)).Problem
            .ShouldBe(OtpProblems.UnknownPerson);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Locks_are_set_read_back_and_lifted_for_a_time(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var registry = platform.Adapters.GetRequiredService<IAuthTypeRegistry>();
        (await registry.ReadAsync(Sample.ByUin, Cancellation)).Value.ShouldAllBe(state => !state.IsLocked);

        await Change([.. Enum.GetValues<AuthType>().Select(type => new AuthTypeChange(type, Lock: true))]);
        (await registry.ReadAsync(Sample.ByUin, Cancellation)).Value.ShouldAllBe(state => state.IsLocked);
        (await registry.ReadAsync(Sample.ByVid, Cancellation)).Value.Count.ShouldBe(6);

        await Change(new AuthTypeChange(AuthType.Iris, Lock: false, TimeSpan.FromMinutes(5)));
        var iris = await Iris();
        iris.IsLocked.ShouldBeFalse();
        iris.UnlockedFor!.Value.ShouldBeInRange(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        platform.App.State.Age(TimeSpan.FromMinutes(6));
        (await Iris()).IsLocked.ShouldBeTrue();

        async Task Change(params AuthTypeChange[] changes) => (await registry.ChangeAsync(Sample.ByUin, changes, Guid.NewGuid(), Cancellation)).IsSuccess.ShouldBeTrue();
        async Task<AuthTypeState> Iris() => (await registry.ReadAsync(Sample.ByUin, Cancellation)).Value.Single(state => state.Type is AuthType.Iris);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Registrations_are_followed(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var registrations = platform.Adapters.GetRequiredService<IRegistrationStatus>();
        (string Rid, RegistrationState State)[] expected =
        [
            ("10001100100010120260518081500", RegistrationState.UnderWay),
            ("10001100100010520260522123005", RegistrationState.Done),
            ("10001100100010620260523134520", RegistrationState.Refused),
            ("10001100100010720260524145535", RegistrationState.RegisterAgain),
            ("10001100100010820260525160050", RegistrationState.WaitingForPerson),
            ("10001100100010920260526171505", RegistrationState.NotYetReceived),
        ];

        foreach (var (number, state) in expected)
        {
            Rid.TryParse(number, out var rid).ShouldBeTrue();
            (await registrations.FindAsync(rid!, Cancellation)).Value.ShouldBe(state);
            var steps = (await registrations.ListStagesAsync(rid!, Cancellation)).Value;
            steps.Count.ShouldBe(state is RegistrationState.NotYetReceived ? 0 : steps.Count);
            steps.Select(step => step.At).ShouldBeInOrder(SortDirection.Descending);
        }

        (await registrations.FindAsync(Sample.Rid, Cancellation)).Problem.ShouldBe(TrackingProblems.UnknownRid);
        (await registrations.ListStagesAsync(Sample.Rid, Cancellation)).Value.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Messages_templates_and_audit_events_arrive(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var notifier = platform.Adapters.GetRequiredService<INotifier>();
        var templates = platform.Adapters.GetRequiredService<IMessageTemplates>();
        var audit = platform.Adapters.GetRequiredService<IPlatformAudit>();

        (await notifier.SendSmsAsync(OtpPhone, "قفل", Cancellation)).IsSuccess.ShouldBeTrue();
        (await notifier.SendEmailAsync("meera.k@example.org", "Verrouillé", "<p>é</p>", Cancellation)).IsSuccess.ShouldBeTrue();
        (await templates.FindAsync("eng", "lock-unlock-auth-success_SMS", Cancellation)).Value.Text.ShouldNotBeNullOrEmpty();
        (await templates.FindAsync("eng", "no-such-template", Cancellation)).Value.Text.ShouldBeNull();
        (await audit.RecordAsync(new PlatformAuditEvent("RES-SER-213", "REQ_AUTH_LOCK_UNLOCK", "Success", "RS-AUTH_LOCK_UNLOCK", DateTimeOffset.UtcNow, null, "seq 7"), Cancellation))
            .IsSuccess.ShouldBeTrue();

        platform.App.State.Outbox.To(OtpPhone).Single().Text.ShouldBe("قفل");
        var email = platform.App.State.Outbox.To("meera.k@example.org").Single();
        (email.Subject, email.Text).ShouldBe(("Verrouillé", "<p>é</p>"));
        platform.App.State.Audits.Records.Count.ShouldBe(1);
    }
}
