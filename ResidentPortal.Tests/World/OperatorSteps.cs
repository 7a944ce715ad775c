using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Otp;
using ResidentPortal.Kiosk.Operators;
using Shouldly;

namespace ResidentPortal.Tests.World;

/// <summary>Operators and supervisors: made as their own pages would make them, and signed in with both factors.</summary>
internal static class OperatorSteps
{
    /// <summary>A password that every rule lets pass.</summary>
    public const string Password = "violet ladder november";

    /// <summary>The centre of the sandbox's that operators of tests work at.</summary>
    public const string Centre = "10001";

    /// <summary>The UIN of nobody who visits a kiosk in tests.</summary>
    public const string OwnUin = Residents.Unknown;

    /// <summary>Every day, all day but for a minute.</summary>
    public static readonly WorkingHours Always = new(Enum.GetValues<DayOfWeek>(), new TimeOnly(0, 1), new TimeOnly(0, 0));

    /// <summary>Adds an account and gives its link's path: nobody can sign in with it yet.</summary>
    public static async Task<string> AddOperatorAsync(this PortalHost portal, string number, bool isSupervisor = false, string centre = Centre, WorkingHours? hours = null, string uin = OwnUin)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<OperatorAccounts>().AddAsync(new OperatorWish(number, "Ada Tessema", centre, hours ?? Always, uin, isSupervisor));
        added.Problem.ShouldBeNull();
        return Links.KioskJoinOf(added.Value.Token);
    }

    /// <summary>Adds an account that can sign in with a password and an app.</summary>
    public static async Task<TestOperator> AddReadyOperatorAsync(this PortalHost portal, string number, bool isSupervisor = false, string centre = Centre, WorkingHours? hours = null, string uin = OwnUin)
    {
        var link = await portal.AddOperatorAsync(number, isSupervisor, centre, hours, uin);
        await using var scope = portal.Services.CreateAsyncScope();
        var join = scope.ServiceProvider.GetRequiredService<OperatorJoin>();
        var account = (await join.FindAsync(link.Split('/')[^1], CancellationToken.None)).ShouldNotBeNull();
        var state = join.Choose(account, Password);
        (await join.FinishAsync(state, TotpCodes.At(state.CodeKey!, TotpCodes.StepAt(TimeProvider.System.GetUtcNow())), CancellationToken.None)).Problem.ShouldBeNull();
        return new TestOperator(account.Id, number, state.CodeKey!);
    }

    /// <summary>A code that was not taken before, however short ago the last one was.</summary>
    public static async Task<string> ReadCodeAsync(this PortalHost portal, TestOperator who)
    {
        await portal.InAccountsAsync(db => db.Users.Where(row => row.Id == who.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastCodeStep, 0)));
        return who.CodeNow();
    }

    /// <summary>Signs an operator in with both factors; the answer to the second is handed back.</summary>
    public static async Task<Answer> SignInOperatorAsync(this PortalClient client, TestOperator who)
    {
        var password = await client.TypePasswordAsync(who.Number);
        password.Location.ShouldBe(Links.KioskFactor, password.Text);
        return await client.PostFormAsync(await client.GetAsync(Links.KioskFactor), "operator-code", ("Code", await client.Portal.ReadCodeAsync(who)));
    }

    /// <summary>Types number and password.</summary>
    public static async Task<Answer> TypePasswordAsync(this PortalClient client, string number, string password = Password) =>
        await client.PostFormAsync(await client.GetAsync(Links.KioskSignIn), "operator-sign-in", ("Number", number), ("Password", password));

    /// <summary>Makes the client's browser an enrolled device of a centre that has just proved its key.</summary>
    public static async Task<TestDevice> ProveDeviceAsync(this PortalClient client, string centre = Centre)
    {
        await client.GetAsync(Links.KioskSignIn);
        var services = client.Portal.Services;
        var device = new TestDevice { Visitor = new Visitor(client.Cookies["__Host-device"], "7F0000") };
        var supervisor = (await services.GetRequiredService<BeginDuty>().ExecuteAsync(DeviceSteps.Supervisor("S9999"), deviceToken: null, device.Visitor)).Value.DutyId;
        var code = (await services.GetRequiredService<OfferEnrolment>().ExecuteAsync(supervisor, "Counter 1", centre)).Value.Code;
        var enrolled = await services.GetRequiredService<EnrolDevice>().ExecuteAsync(code, device.PublicKey, device.Sign($"enrol\n{code.Replace("-", string.Empty, StringComparison.Ordinal)}"), device.Visitor);
        device.Id = enrolled.Value.DeviceId;
        (await services.GetRequiredService<ConfirmDevice>().ExecuteAsync(supervisor, device.Id)).Problem.ShouldBeNull();
        var asked = (await services.GetRequiredService<AskForDeviceProof>().ExecuteAsync(device.Id)).Value;
        device.Token = (await services.GetRequiredService<ProveDevice>().ExecuteAsync(device.Id, asked.Nonce, device.Sign($"prove\n{asked.Nonce}"), device.Visitor)).Value.Token;
        client.Cookies["__Host-kiosk"] = device.Token;
        return device;
    }

    /// <summary>Reads or changes the rows of accounts.</summary>
    public static async Task<T> InAccountsAsync<T>(this PortalHost portal, Func<OperatorDbContext, Task<T>> work)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<OperatorDbContext>>().CreateDbContextAsync();
        return await work(db);
    }
}

/// <summary>An operator of a test, with the key that stands in the operator's app.</summary>
internal sealed record TestOperator(string Id, string Number, string Key)
{
    /// <summary>What the app shows now.</summary>
    public string CodeNow() => TotpCodes.At(Key, TotpCodes.StepAt(TimeProvider.System.GetUtcNow()));
}
