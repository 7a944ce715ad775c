using System.Collections.Immutable;

namespace ResidentPortal.Sandbox;

/// <summary>The faults in force, taken in the order in which they were set.</summary>
public sealed class SandboxFaults
{
    private readonly Kept<ImmutableList<FaultOrder>> _orders = new([]);

    /// <summary>The faults still to come.</summary>
    public IReadOnlyList<FaultOrder> Active => _orders.Content;

    /// <summary>Sets a fault for an operation, <c>service.*</c> or <c>*</c>; without a number of times it stays until cleared.</summary>
    public void Set(string operation, string fault, int? times = null, string? code = null, double? seconds = null, string? field = null) =>
        Set(new FaultOrder(operation, fault) { Times = times, Code = code, Seconds = seconds, Field = field });

    /// <summary>Sets a fault.</summary>
    public void Set(FaultOrder order)
    {
        if (!FaultNames.All.ContainsKey(order.Fault))
        {
            throw new ArgumentException($"There is no fault \"{order.Fault}\".", nameof(order));
        }

        _orders.Replace(orders => order.Times is <= 0 ? orders : orders.Add(order));
    }

    /// <summary>Takes all faults back.</summary>
    public void Clear() => _orders.Replace(_ => []);

    internal FaultOrder? Take(string operation) => _orders.Change(orders =>
    {
        var order = orders.Find(candidate => candidate.Concerns(operation));
        return (order switch
        {
            null or { Times: null } => orders,
            { Times: 1 } => orders.Remove(order),
            _ => orders.Replace(order, order with { Times = order.Times - 1 }),
        }, order);
    });
}
