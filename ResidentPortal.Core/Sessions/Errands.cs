using System.Collections.Concurrent;

namespace ResidentPortal.Core.Sessions;

/// <summary>
/// Sign-ins that live for one call of a program: opened by the code that came with the call, closed with its answer. They stand nowhere but in memory, have no token, and
/// appear in no list of sign-ins; to a flow they are sign-ins like any other.
/// </summary>
public sealed class Errands
{
    private readonly ConcurrentDictionary<Guid, ResidentSession> _open = new();

    internal ResidentSession? Find(Guid id) => _open.GetValueOrDefault(id);

    internal void Open(ResidentSession session) => _open[session.Id] = session;

    internal void Close(Guid id) => _open.TryRemove(id, out _);
}
