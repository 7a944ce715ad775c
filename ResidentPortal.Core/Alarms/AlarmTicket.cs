namespace ResidentPortal.Core.Alarms;

/// <summary>What entitles to press "This was not me" at a message: the token of its link, or being signed in as the one it was sent to.</summary>
public sealed class AlarmTicket
{
    private AlarmTicket(string? token, Guid sessionId, Guid noticeId) => (Token, SessionId, NoticeId) = (token, sessionId, noticeId);

    internal string? Token { get; }

    internal Guid SessionId { get; }

    internal Guid NoticeId { get; }

    /// <summary>By the link in the message.</summary>
    public static AlarmTicket Of(string token) => new(token, Guid.Empty, Guid.Empty);

    /// <summary>By the list of messages.</summary>
    public static AlarmTicket Of(Guid sessionId, Guid noticeId) => new(token: null, sessionId, noticeId);
}
