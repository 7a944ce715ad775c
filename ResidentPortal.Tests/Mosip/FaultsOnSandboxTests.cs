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

/// <summary>The sandbox's faults, as the adapters tell of them.</summary>
public sealed class FaultsOnSandboxTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private const string OtpPhone = "9876500001";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Sandbox.FaultNames.Http500)]
    [InlineData(Sandbox.FaultNames.Html200)]
    [InlineData(Sandbox.FaultNames.Errors200)]
    [InlineData(Sandbox.FaultNames.NullResponse)]
    [InlineData(Sandbox.FaultNames.IgnoredError)]
    [InlineData(Sandbox.FaultNames.ApplyThen500)]
    [InlineData(Sandbox.FaultNames.ResetAfterSend)]
    [InlineData(Sandbox.FaultNames.Duplicate)]
    public async Task A_platform_that_is_unwell_makes_a_read_unavailable_and_a_write_unknown(string fault)
    {
        await using var platform = platforms.Fresh("1.3");
        var registry = platform.Adapters.GetRequiredService<IAuthTypeRegistry>();
        platform.App.Faults.Set("idrepository.*", fault);

        (await registry.ReadAsync(Sample.ByUin, Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await registry.ChangeAsync(Sample.ByUin, [new AuthTypeChange(AuthType.Face, Lock: true)], Guid.NewGuid(), Cancellation)).Problem.ShouldBe(CommonProblems.OutcomeUnknown);

        platform.App.Calls.Count("idrepository.authtypes.update").ShouldBe(1);
    }

    [Theory]
    [InlineData(Sandbox.FaultNames.Hang)]
    [InlineData(Sandbox.FaultNames.ApplyThenHang)]
    [InlineData(Sandbox.FaultNames.SlowDrip)]
    public async Task A_platform_that_takes_too_long_leaves_a_write_unknown(string fault)
    {
        await using var platform = platforms.Fresh("1.3", ("WriteTimeout", "00:00:00.2"));
        var registry = platform.Adapters.GetRequiredService<IAuthTypeRegistry>();
        (await registry.ReadAsync(Sample.ByUin, Cancellation)).IsSuccess.ShouldBeTrue();
        platform.App.Faults.Set("idrepository.*", fault);

        (await registry.ChangeAsync(Sample.ByUin, [new AuthTypeChange(AuthType.Face, Lock: true)], Guid.NewGuid(), Cancellation)).Problem.ShouldBe(CommonProblems.OutcomeUnknown);
    }

    [Theory]
    [InlineData(Sandbox.FaultNames.Http401)]
    [InlineData(Sandbox.FaultNames.Http403)]
    [InlineData(Sandbox.FaultNames.Http429)]
    public async Task A_platform_that_lets_nobody_in_has_done_nothing(string fault)
    {
        await using var platform = platforms.Fresh("1.3");
        platform.App.Faults.Set("idrepository.*", fault);

        var outcome = await platform.Adapters.GetRequiredService<IAuthTypeRegistry>()
            .ChangeAsync(Sample.ByUin, [new AuthTypeChange(AuthType.Face, Lock: true)], Guid.NewGuid(), Cancellation);

        outcome.Problem!.Key.ShouldBe(CommonProblems.ServiceUnavailable.Key);
    }

    [Theory]
    [InlineData("ida.auth", "authStatus")]
    [InlineData("ida.certificate", "certificate")]
    [InlineData("idrepository.identity.read", "status")]
    [InlineData("idrepository.identity.read", "identity")]
    [InlineData("idrepository.authtypes.read", "authTypes")]
    [InlineData("regproc.status", "statusCode")]
    [InlineData("regproc.stages", "transactionTypeCode")]
    [InlineData("regproc.stages", "createdDateTimes")]
    [InlineData("notifier.sms", "status")]
    [InlineData("masterdata.templates", "templates")]
    [InlineData("auditmanager.audits", "status")]
    public async Task A_field_that_changed_its_type_is_a_problem_and_never_an_exception(string operation, string field)
    {
        await using var platform = platforms.Fresh("1.3");
        platform.App.Faults.Set(operation, Sandbox.FaultNames.ChangedType, field: field);
        var (ida, adapters) = (platform.Adapters.GetRequiredService<IIdAuthentication>(), platform.Adapters);
        Rid.TryParse("10001100100010120260518081500", out var rid).ShouldBeTrue();
        await ida.SendCodeAsync(Sample.ByUin, Sample.Transaction, [OtpChannel.Phone], Cancellation);

        Problem?[] problems =
        [
            (await ida.VerifyCodeAsync(Sample.ByUin, Sample.Transaction, platform.LatestCode(OtpPhone), Cancellation)).Problem,
            (await adapters.GetRequiredService<IIdentityRegistry>().FindAsync(Sample.ByUin, Cancellation)).Problem,
            (await adapters.GetRequiredService<IAuthTypeRegistry>().ReadAsync(Sample.ByUin, Cancellation)).Problem,
            (await adapters.GetRequiredService<IRegistrationStatus>().FindAsync(rid!, Cancellation)).Problem,
            (await adapters.GetRequiredService<IRegistrationStatus>().ListStagesAsync(rid!, Cancellation)).Problem,
            (await adapters.GetRequiredService<INotifier>().SendSmsAsync(OtpPhone, "text", Cancellation)).Problem,
            (await adapters.GetRequiredService<IMessageTemplates>().FindAsync("eng", "lock-unlock-auth-success_SMS", Cancellation)).Problem,
            (await adapters.GetRequiredService<IPlatformAudit>().RecordAsync(new PlatformAuditEvent("a", "b", "INFO", "c", DateTimeOffset.UtcNow, null, "d"), Cancellation)).Problem,
        ];

        problems.Count(problem => problem is not null).ShouldBe(1);
    }
}
