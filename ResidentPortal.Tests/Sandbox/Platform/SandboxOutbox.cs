using System.Collections.Immutable;

namespace ResidentPortal.Sandbox;

/// <summary>A message the platform sent: by SMS or e-mail, with the code in it when there is one.</summary>
public sealed record SentMessage(string Channel, string To, string? Subject, string Text, DateTimeOffset At, string? Code = null);

/// <summary>Everything the platform sent to residents: codes of ID authentication and what came through the notifier.</summary>
public sealed class SandboxOutbox
{
    private const int Capacity = 5000;

    private readonly Kept<ImmutableList<SentMessage>> _messages = new([]);

    /// <summary>All messages, newest first.</summary>
    public IReadOnlyList<SentMessage> Messages => _messages.Content.Reverse();

    /// <summary>The messages to one phone number or e-mail address, newest first.</summary>
    public IReadOnlyList<SentMessage> To(string contact) =>
        [.. Messages.Where(message => string.Equals(message.To, contact, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The newest code sent to a contact, or to anyone.</summary>
    public string? LatestCode(string? contact = null) =>
        (contact is null ? Messages : To(contact)).FirstOrDefault(message => message.Code is not null)?.Code;

    /// <summary>Removes all messages.</summary>
    public void Clear() => _messages.Replace(_ => []);

    internal void Add(SentMessage message) =>
        _messages.Replace(list => (list.Count < Capacity ? list : list.RemoveAt(0)).Add(message));

    internal Action Remember() => _messages.Remember();
}
