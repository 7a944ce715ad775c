using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>What a desk prepares for its resident, and what is to be said when the platform fails.</summary>
/// <param name="Place">Which desk it is.</param>
/// <param name="Purpose">What the visit is for.</param>
/// <param name="Kind">The act.</param>
/// <param name="Page">Where the operator works on it.</param>
/// <param name="CannotShow">What that page says while it cannot be read; null where it says the same.</param>
/// <param name="State">What becomes of it where its sending fails.</param>
/// <param name="PrepareAsync">Prepares it.</param>
internal sealed record FaultyAct(int Place, VisitPurpose Purpose, ActKind Kind, string Page, string? CannotShow, ActState State, Func<VisitDesk, Task<Answer>> PrepareAsync);

/// <summary>A portal that gives the platform little time, with a desk and a resident for every purpose.</summary>
public sealed class FaultyDesks : IAsyncLifetime
{
    /// <summary>The operator at whose desk the code of the consent fails.</summary>
    internal const string ConsentOperator = "K0105";

    private const string Unreachable = "We cannot reach the ID office’s computer now.";
    private readonly List<VisitDesk> _desks = [];
    private Action _putBack = () => { };

    /// <summary>What is prepared at a desk and confirmed by the resident.</summary>
    internal static readonly FaultyAct[] Acts =
    [
        new(0, VisitPurpose.Locks, ActKind.ChangeAuthLocks, Links.Locks, "We cannot show your locks now", ActState.Unknown, desk => PressAsync(desk, Links.Locks, ["lock-Fingerprint"])),
        new(1, VisitPurpose.Vids, ActKind.GenerateVid, Links.Vids, Unreachable, ActState.Unknown, desk => PressAsync(desk, Links.Vids, ["make", "Temporary"])),
        new(2, VisitPurpose.OrderCard, ActKind.OrderCard, Links.OrderCard, Unreachable, ActState.Unknown, desk => PressAsync(desk, Links.OrderCard, ["order"], ("Number", "masked"))),
        new(3, VisitPurpose.Update, ActKind.UpdateIdentity, Links.Update, CannotShow: null, ActState.Unknown, PrepareUpdateAsync),
        new(4, VisitPurpose.PrintCard, ActKind.PrintCard, Links.DeskVisit, CannotShow: null, ActState.Failed, desk => PressAsync(desk, Links.DeskVisit, [Links.KioskPrintWish])),
    ];

    internal PortalHost Portal { get; private set; } = default!;

    internal VisitDesk Consent => _desks[5];

    internal VisitDesk Track => _desks[6];

    internal VisitDesk Verify => _desks[7];

    internal VisitDesk Lost => _desks[8];

    public async ValueTask InitializeAsync()
    {
        Portal = await PortalHost.StartImpatientAsync(KioskSteps.Enabled, ("Mosip:ReadBudget", "00:00:03.5"), ("Mosip:WriteTimeout", "00:00:03"));
        var state = Portal.Sandbox.State;
        _putBack = state.AuthTypes.Remember() + state.Vids.Remember() + state.Registrations.Remember() + state.Packets.Remember() + state.Credentials.Remember();

        // A person for each desk, so that no code is anybody else's.
        var people = state.Population.Residents.Where(one => one is { Phone: not null, Status: "ACTIVATED" }).Take(9).ToList();
        for (var place = 0; place < 9; place++)
        {
            _desks.Add(await VisitDesk.StartAsync(Portal, $"K010{place}", people[place].Uin, people[place].Phone!));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _desks.ForEach(desk => desk.Dispose());
        await Portal.DisposeAsync();
    }

    internal VisitDesk Of(FaultyAct act) => _desks[act.Place];

    /// <summary>Puts back what acts change at the platform, and forgets what is on its way: the next fault finds the same people.</summary>
    internal async Task StartAnewAsync()
    {
        _putBack();
        await Portal.ForgetAttemptsAsync();
        await Portal.InDatabaseAsync(async db => await db.UpdateDrafts.ExecuteDeleteAsync()
            + await db.ServiceRequests.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ActState.Failed).SetProperty(row => row.NextLookAt, (DateTimeOffset?)null)));
    }

    internal async Task<string> PrepareTrackAsync()
    {
        await Track.AgreeAsync(VisitPurpose.Track);
        return string.Empty;
    }

    /// <summary>Tracks on the resident's own phone.</summary>
    internal async Task<Answer> TrackAsync() => await Track.Resident.PostFormAsync(await Track.Resident.GetAsync(Links.Track), "track", ("Number", Residents.MeerasRid));

    /// <summary>Asks on the resident's phone for the code to a contact; the answer is the code.</summary>
    internal async Task<string> PrepareVerifyAsync(bool again = false)
    {
        if (!again)
        {
            await Verify.AgreeAsync(VisitPurpose.VerifyContact);
        }

        (await Verify.Resident.PostFormAsync(await Verify.Resident.GetAsync(Links.Verify), "verify", ("Number", Verify.Number), ("Channel", "phone"))).Location.ShouldBe(Links.VerifyCode);
        var code = await Verify.ReadCodeAsync();
        if (again)
        {
            (await Verify.Resident.PostFormAsync(await Verify.Resident.GetAsync(Links.VerifyCode), "code", ("Code", code))).Text.ShouldContain("This phone works");
        }

        return code;
    }

    /// <summary>Asks on the resident's phone for a lost number; the answer is the code.</summary>
    internal async Task<string> PrepareLostAsync()
    {
        await Lost.AgreeAsync(VisitPurpose.LostNumber);
        (await Lost.Resident.PostFormAsync(await Lost.Resident.GetAsync(Links.LostNumber), "lost", ("Kind", "Uin"), ("FullName", "Somebody Else"), ("Contact", Lost.Phone), ("PostalCode", "14022"))).Location.ShouldBe(Links.LostNumberCode);
        return await Lost.ReadCodeAsync();
    }

    private static async Task<Answer> PressAsync(VisitDesk desk, string path, string[] holding, params (string Name, string Value)[] fields)
    {
        var pressed = await desk.PressAsync(await desk.Operator.GetAsync(path), holding, fields);
        pressed.Location.ShouldBe(Links.DeskVisit, $"{path}: {pressed.Text}");
        return pressed;
    }

    // The language of messages takes neither paper nor code; a draft of an earlier visit is put away first.
    private static async Task<Answer> PrepareUpdateAsync(VisitDesk desk)
    {
        (await desk.PressAsync(await desk.Operator.GetAsync(Links.ChooseUpdate), ["choose"], ("Chosen", "preferredLang"))).Location.ShouldBe(Links.Update);
        (await desk.PressAsync(await desk.Operator.GetAsync("/update/answer/preferredLang"), ["answer"], ("Text", "ara"))).Location.ShouldBe(Links.CheckUpdate);
        return await PressAsync(desk, Links.CheckUpdate, ["send-update"], ("Consent", "true"));
    }
}
