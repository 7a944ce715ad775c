using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Mosip.KeyManager;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>
/// The portal as a machine of a registration centre: found by the key that key manager signs with, else added, and from 1.3 on switched on. It is kept until the platform
/// refuses something of it. A machine whose adding was not answered is found by the next search.
/// </summary>
internal sealed class PortalMachine(MosipCall call, IMachinesApi api, PacketKeys keys, PlatformClock platformClock, IOptions<MosipOptions> options, TimeProvider clock)
{
    private const string Service = "MasterData";
    private const int ValidYears = 3;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private static readonly MosipOperation FindMachine = new(Service, nameof(FindMachine), Sending.Read, MosipOperation.Table());

    private static readonly MosipOperation AddMachine = new(Service, nameof(AddMachine), Sending.Delivery, MosipOperation.Table());

    private static readonly MosipOperation ActivateMachine = new(Service, nameof(ActivateMachine), Sending.Delivery, MosipOperation.Table());

    private readonly Kept<string> _id = new(clock);

    /// <summary>The machine's id. Problems: <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="CommonProblems.Refused"/>.</summary>
    public Task<Outcome<string>> GetAsync(CancellationToken cancellationToken) => _id.GetAsync(FetchAsync, cancellationToken);

    /// <summary>Forgets a machine that the platform does not take any more.</summary>
    public void Drop(string id) => _id.Drop(id);

    private async Task<Outcome<Kept<string>.Entry>> FetchAsync()
    {
        if (!(await keys.FindSigningKeyAsync(CancellationToken.None)).Try(out var key, out var problem)
            || !(await FindOrAddAsync(key)).Try(out var machine, out problem))
        {
            return problem;
        }

        var ready = machine.IsActive || !options.Value.ActivatesMachines ? default(Done) : await ActivateAsync(machine.Id);
        return ready.Then(_ => new Kept<string>.Entry(machine.Id, clock.GetUtcNow() + Lifetime));
    }

    private async Task<Outcome<Machine>> FindOrAddAsync(string key)
    {
        var found = await SearchAsync(key);
        return !found.Try(out var machines, out var problem) ? problem : machines.Count > 0 ? machines[0] : await AddAsync(key);
    }

    private Task<Outcome<IReadOnlyList<Machine>>> SearchAsync(string key)
    {
        var query = new MachineQuery([new("name", "contains", options.Value.Packets.MachineNamePrefix), new("signPublicKey", "equals", key)]);
        return call.AskAsync<IReadOnlyList<Machine>>(
            FindMachine,
            (cookie, attempt) => api.SearchAsync(cookie, new KernelRequest<MachineQuery>(query) { Version = "1.0", RequestTime = platformClock.Stamp(Service) }, attempt),
            response => response.Items("data") is { } rows
                ? rows.Where(row => string.Equals(row.Text("signPublicKey"), key, StringComparison.Ordinal)).Select(Machine.Read).OfType<Machine>().ToList()
                : MosipProblems.Unusable,
            CancellationToken.None);
    }

    private Task<Outcome<Machine>> AddAsync(string key)
    {
        var (settings, now) = (options.Value.Packets, clock.GetUtcNow());
        var machine = new NewMachine
        {
            Name = settings.MachineNamePrefix + now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            MachineSpecId = settings.MachineSpecId,
            ValidityDateTime = PlatformClock.Format(now.AddYears(ValidYears)),
            ZoneCode = settings.ZoneCode,
            RegCenterId = settings.CentreId,
            PublicKey = key,
            SignPublicKey = key,
        };
        return call.AskAsync<Machine>(
            AddMachine,
            (cookie, attempt) => api.AddAsync(cookie, new KernelRequest<NewMachine>(machine) { RequestTime = platformClock.Stamp(Service) }, attempt),
            response => Machine.Read(response) is { } added ? added : MosipProblems.Unusable,
            CancellationToken.None);
    }

    private Task<Outcome<Done>> ActivateAsync(string id) =>
        call.AskAsync<Done>(ActivateMachine, (cookie, attempt) => api.ActivateAsync(cookie, id, attempt), _ => default(Done), CancellationToken.None);

    /// <summary>A machine as master data has it.</summary>
    private sealed record Machine(string Id, bool IsActive)
    {
        public static Machine? Read(JsonElement row) => row.Text("id") is { Length: > 0 } id ? new Machine(id, row.Flag("isActive") is true) : null;
    }
}
