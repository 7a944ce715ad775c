using System.Net;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>
/// The platform fails in each way while residents are helped, at a desk for each purpose, all at once: what is said is true, nothing is lost, and each visit goes on and is
/// finished.
/// </summary>
public sealed class DeskFaultTests(FaultyDesks desks) : IClassFixture<FaultyDesks>
{
    private const string Unreachable = "We cannot reach the ID office’s computer now. Nothing was changed. Try again in a few minutes.";
    private const string Unknown = "Not confirmed yet. It may be done. We look again at ";
    private const string Failed = "It was not done. Nothing was changed.";
    private static readonly string[] Readings = ["idrepository.authtypes.read", "idrepository.vid.list", "idrepository.identity.read", "regproc.status", "otpmanager.validate", "ida.auth"];
    private static readonly string[] Writings = ["idrepository.authtypes.update", "idrepository.vid.create", "credentialrequest.generate", "regproc.upload"];

    private PortalHost Portal => desks.Portal;

    [Theory]
    [InlineData("R-01", FaultNames.Html500)]
    [InlineData("R-05", FaultNames.Empty200)]
    [InlineData("R-06", FaultNames.ChangedType)]
    [InlineData("R-07", FaultNames.Hang)]
    [InlineData("R-09", FaultNames.ResetAfterSend)]
    public async Task What_fails_at_the_platform_is_told_truly_on_both_sides_and_the_visits_go_on(string number, string fault)
    {
        number.ShouldNotBeNull();
        await desks.StartAnewAsync();
        await AllAsync(FaultyDesks.Acts, (desk, act) => desk.AgreeAsync(act.Purpose));
        var asked = await desks.Consent.AskAsync(await desks.Consent.DoAsync(await desks.Consent.OpenAsync(VisitPurpose.Locks), "Agree"));
        var typed = await Task.WhenAll(desks.Consent.ReadCodeAsync(), desks.PrepareTrackAsync(), desks.PrepareVerifyAsync(), desks.PrepareLostAsync());

        // What is read, and what is judged at once.
        var pages = await AllAsync(FaultyDesks.Acts, async (desk, act) => await desk.Operator.GetAsync(act.Page));
        Set(Readings, fault);
        await Task.WhenAll(LookAsync(), ConsentAsync(asked, typed[0]), TrackAsync(), JudgeAsync(desks.Verify, Links.VerifyCode, typed[2]), JudgeAsync(desks.Lost, Links.LostNumberCode, typed[3]));
        Portal.Sandbox.Faults.Clear();

        // What is sent.
        await AllAsync(FaultyDesks.Acts, (desk, act) => act.PrepareAsync(desk));
        var codes = await AllAsync(FaultyDesks.Acts, async (desk, _) => (Page: await desk.SayYesAsync(), Code: await desk.ReadCodeAsync()));
        Set(Writings, fault);
        await AllAsync(FaultyDesks.Acts.Where(act => act.State is ActState.Unknown), (desk, act) => SendAsync(desk, act, codes[act.Place]));
        Portal.Sandbox.Faults.Clear();
        Set(["idrepository.identity.read"], fault);
        await AllAsync(FaultyDesks.Acts.Where(act => act.State is ActState.Failed), (desk, act) => SendAsync(desk, act, codes[act.Place]));
        Portal.Sandbox.Faults.Clear();

        pages.ShouldAllBe(page => page.Status == HttpStatusCode.OK);
        await GoOnAsync();
    }

    private void Set(IEnumerable<string> operations, string fault)
    {
        foreach (var operation in operations)
        {
            Portal.Sandbox.Faults.Set(operation, fault, field: "response");
        }
    }

    // The page of the work says what cannot be shown; the visit's own page stays, and can be finished from there.
    private Task<Answer[]> LookAsync() => AllAsync(FaultyDesks.Acts, async (desk, act) =>
    {
        var page = await desk.Operator.GetAsync(act.Page);
        page.Status.ShouldBe(HttpStatusCode.OK, $"{act.Page}: {page.Location}");
        if (act.CannotShow is { } words)
        {
            page.Text.ShouldContain(words, customMessage: act.Page);
        }

        (await desk.Operator.GetAsync(Links.DeskVisit)).Body.ShouldContain("value=\"finish\"");
        return page;
    });

    // A code that cannot be judged is not called wrong, and no consent that failed.
    private async Task ConsentAsync(Answer page, string code)
    {
        var answer = await desks.Consent.PostAsync(page, "ConsentCode", ("Code", code));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Title.ShouldStartWith("Error: ");
        answer.Text.ShouldNotContain("That code is not right");
        answer.Text.ShouldContain("No, stop");
        (await Portal.InDatabaseAsync(db => db.Visits.Where(row => row.OperatorNumber == FaultyDesks.ConsentOperator).SumAsync(row => row.FailedConsents))).ShouldBe(0);
    }

    private async Task TrackAsync()
    {
        var answer = await desks.TrackAsync();
        answer.Text.ShouldContain(Unreachable);
        answer.Text.ShouldContain("No, stop");
    }

    private static async Task JudgeAsync(VisitDesk desk, string path, string code)
    {
        var answer = await desk.Resident.PostFormAsync(await desk.Resident.GetAsync(path), "code", ("Code", code));
        answer.Status.ShouldBe(HttpStatusCode.OK, path);
        answer.Title.ShouldStartWith("Error: ", customMessage: path);
        answer.Text.ShouldNotContain("That code is not right");
        answer.Text.ShouldContain("No, stop");
    }

    private async Task<Answer> SendAsync(VisitDesk desk, FaultyAct act, (Answer Page, string Code) entered)
    {
        var words = act.State is ActState.Failed ? Failed : Unknown;
        var outcome = await desk.DoAsync(entered.Page, "ActCode", ("Code", entered.Code));
        outcome.Text.ShouldContain("What happened", customMessage: act.Page);
        outcome.Text.ShouldContain(words, customMessage: $"{act.Page}: {outcome.Text}");
        (await desk.Operator.GetAsync(Links.DeskVisit)).Text.ShouldContain($"The resident confirmed it. {new PortalWords("en")[$"Home.State.{act.State}"]}", customMessage: act.Page);
        return outcome;
    }

    private async Task GoOnAsync()
    {
        await AllAsync(FaultyDesks.Acts, async (desk, act) =>
        {
            (await desk.Operator.GetAsync(act.Page)).Title.ShouldNotStartWith("Error: ");
            var over = await desk.FinishAsync();
            over.Text.ShouldContain("The visit is over", customMessage: act.Page);
            over.Text.ShouldContain(new PortalWords("en")[$"Act.{act.Kind}"], customMessage: act.Page);
            return over;
        });
        (await desks.TrackAsync()).Text.ShouldContain("Finished");
        await Portal.ForgetAttemptsAsync();
        await desks.PrepareVerifyAsync(again: true);
        foreach (var desk in new[] { desks.Consent, desks.Track, desks.Verify, desks.Lost })
        {
            (await desk.FinishAsync()).Text.ShouldContain("Nothing was changed or printed.");
        }

        (await Portal.InDatabaseAsync(db => db.Visits.CountAsync(row => row.EndedAt == null))).ShouldBe(0);
    }

    private async Task<T[]> AllAsync<T>(IEnumerable<FaultyAct> acts, Func<VisitDesk, FaultyAct, Task<T>> doAsync) => await Task.WhenAll(acts.Select(act => doAsync(desks.Of(act), act)));
}
