using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Core.Updates;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>Every flow that takes the id of a sign-in, found by reflection: closed to visits unless this table opens it to a purpose.</summary>
public sealed class VisitScopeTests
{
    private static readonly Dictionary<VisitPurpose, string[]> Open = new()
    {
        [VisitPurpose.Locks] = ["ChangeAuthLocks", "ShowAuthLocks"],
        [VisitPurpose.Vids] = ["GenerateVid", "RevokeVid", "ShowVids"],
        [VisitPurpose.PrintCard] = ["PrintCard", "TakePrint"],
        [VisitPurpose.OrderCard] = ["OrderCard", "ShowCardOrder"],
        [VisitPurpose.Update] =
        [
            "AnswerField", "AskForNewContactCode", "AttachPaper", "CheckUpdate", "ChooseFields", "CountUpdatesLeft", "DiscardDraft", "EnterNewContactCode", "RemovePaper", "ReopenUpdate", "ResumeDraft",
            "SendResumeCode", "SendUpdate", "ShowAnswer", "ShowNewContact", "ShowPaper", "ShowPapers", "ShowUpdate",
        ],
        [VisitPurpose.VerifyContact] = [],
    };

    // To end one's own sign-in is nobody's purpose; an act is judged by its kind.
    private static readonly string[] JudgedElsewhere = ["SignOut", "ContinueAct", "ShowAct", "ShowCardOrderProgress", "ShowOwnRequest", "ShowUpdateProgress"];

    public static TheoryData<VisitPurpose> Purposes => [.. Open.Keys];

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task S_74_A_visit_opens_the_flows_of_its_purpose_and_no_others_from_neither_side(VisitPurpose purpose)
    {
        await using var world = await KioskWorld.StartAsync();
        var desk = await world.AgreedAsync(ViewPlace.OtherScreen, purpose);
        var ids = new[] { desk.DeskId!.Value, (await world.ViewAsync()).SessionId!.Value };
        var open = new HashSet<string>(StringComparer.Ordinal);
        var before = await RefusedAsync(world);
        var closed = 0;
        foreach (var flow in Flows())
        {
            foreach (var id in ids)
            {
                if (await ProblemAsync(world, flow, id) == SessionProblems.OutsidePurpose)
                {
                    // What is open may still be closed to one of the two sides.
                    closed += Open[purpose].Contains(flow.Name, StringComparer.Ordinal) ? 0 : 1;
                }
                else
                {
                    open.Add(flow.Name);
                }
            }
        }

        open.ShouldBe(Open[purpose], ignoreOrder: true);
        closed.ShouldBeGreaterThan(60);
        (await RefusedAsync(world) - before).ShouldBeGreaterThanOrEqualTo(closed);
        await world.ShouldBeWholeAsync();
    }

    [Fact]
    public void Every_flow_of_the_table_is_there() => Open.Values.SelectMany(names => names).Except(Flows().Select(flow => flow.Name), StringComparer.Ordinal).ShouldBeEmpty();

    [Theory]
    [InlineData("RevealVid")]
    [InlineData("ShowAuthHistory")]
    [InlineData("ShowRecord")]
    [InlineData("MakeCard")]
    [InlineData("ShareWithPartner")]
    [InlineData("ListRequests")]
    [InlineData("ListNotices")]
    [InlineData("ShowSignIns")]
    [InlineData("EndSignIns")]
    [InlineData("ShowProfile")]
    [InlineData("CheckSession")]
    [InlineData("AskForFreshCode")]
    [InlineData("ListOwnVisits")]
    public void Attack_Acts_outside_the_purposes_are_among_those_that_are_tried(string name) => Flows().Select(flow => flow.Name).ShouldContain(name);

    [Fact]
    public async Task Attack_The_file_and_the_password_of_a_card_are_not_to_be_had_by_a_visit()
    {
        await using var world = await KioskWorld.StartAsync();
        var own = (await world.Core.SignInAsync()).SessionId;
        var card = (await world.Core.MakeCardAsync(own)).Value;
        var desk = await world.AgreedAsync(ViewPlace.OtherScreen, VisitPurpose.PrintCard, VisitPurpose.OrderCard);
        foreach (var id in new[] { desk.DeskId!.Value, (await world.ViewAsync()).SessionId!.Value })
        {
            (await world.Get<DeliverCard>().ExecuteAsync(CardTicket.Of(id, card.Value))).Problem.ShouldBe(SessionProblems.OutsidePurpose);
            (await world.Get<ShowCardFile>().ExecuteAsync(CardTicket.Of(id, card.Value))).Problem.ShouldBe(SessionProblems.OutsidePurpose);
            (await world.Get<ShowCardPassword>().ExecuteAsync(CardTicket.Of(id, card.Value))).Problem.ShouldBe(SessionProblems.OutsidePurpose);
        }

        (await world.ChainAsync()).Count(row => row is "Refused Failure sessions.outsidePurpose").ShouldBe(6);
    }

    [Fact]
    public async Task S_74_Requests_of_another_kind_are_neither_shown_nor_sent_by_a_visit()
    {
        await using var world = await KioskWorld.StartAsync();
        var own = (await world.Core.SignInAsync()).SessionId;
        var card = (await world.Core.MakeCardAsync(own)).Value.Value;
        var desk = await world.AgreedAsync(ViewPlace.OtherScreen, VisitPurpose.Locks);
        foreach (var id in new[] { desk.DeskId!.Value, (await world.ViewAsync()).SessionId!.Value })
        {
            (await world.Get<ShowAct>().ExecuteAsync(id, card)).Problem.ShouldBe(SessionProblems.OutsidePurpose);
            (await world.Get<ContinueAct>().ExecuteAsync(id, card)).Problem.ShouldBe(SessionProblems.OutsidePurpose);
            (await world.Get<ShowOwnRequest>().ExecuteAsync(id, card)).Problem.ShouldBe(SessionProblems.OutsidePurpose);
            (await world.Get<ShowCardOrderProgress>().ExecuteAsync(id, card)).Problem.ShouldBe(SessionProblems.OutsidePurpose);
            (await world.Get<ShowUpdateProgress>().ExecuteAsync(id, card)).Problem.ShouldBe(SessionProblems.OutsidePurpose);
        }

        (await RefusedAsync(world)).ShouldBe(10);
    }

    private static IEnumerable<Type> Flows() => typeof(LiveSessions).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsPublic: true } && Method(type)?.GetParameters()[0] is { Name: "sessionId" } && !JudgedElsewhere.Contains(type.Name, StringComparer.Ordinal))
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static MethodInfo? Method(Type type) => type.GetMethod("ExecuteAsync") is { IsGenericMethod: false } method && method.GetParameters().Length > 0 ? method : null;

    // What comes after the sign-in was found is nobody's concern here: an order of nothing may well break the flow.
    private static async Task<Problem?> ProblemAsync(KioskWorld world, Type flow, Guid id)
    {
        var method = Method(flow)!;
        var arguments = method.GetParameters().Select((parameter, place) => place == 0 ? id : Any(parameter.ParameterType)).ToArray();
        var service = typeof(KioskWorld).GetMethod(nameof(KioskWorld.Get))!.MakeGenericMethod(flow).Invoke(world, []);
        try
        {
            var task = (Task)method.Invoke(service, arguments)!;
            await task;
            var outcome = task.GetType().GetProperty("Result")!.GetValue(task)!;
            return (Problem?)outcome.GetType().GetProperty("Problem")!.GetValue(outcome);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return null;
        }
    }

    private static object? Any(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(Language) ? Language.English
        : type == typeof(CancellationToken) ? CancellationToken.None
        : type.IsValueType ? Activator.CreateInstance(type)
        : type.IsInterface || type.IsAbstract || type.IsArray || typeof(Delegate).IsAssignableFrom(type) ? null
        : RuntimeHelpers.GetUninitializedObject(type);

    private static async Task<int> RefusedAsync(KioskWorld world)
    {
        var chain = AuditTrail.Visit(world.VisitId);
        await using var db = world.OpenDatabase();
        return await db.AuditRows.CountAsync(row => row.Chain == chain && row.Event == AuditEvent.Refused && row.Note == SessionProblems.OutsidePurpose.Key);
    }
}
