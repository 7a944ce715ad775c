using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Notifications;

/// <summary>The platform's notifier (MOSIP <c>/v1/notifier</c>). Success means queued there, not delivered.</summary>
public interface INotifier
{
    /// <summary>Sends a text message. Problems: <see cref="CommonProblems.Refused"/> (will never go), <see cref="CommonProblems.ServiceUnavailable"/> (try again later).</summary>
    Task<Outcome<Done>> SendSmsAsync(string phone, string text, CancellationToken cancellationToken);

    /// <summary>Sends an e-mail in HTML. Problems as for text messages.</summary>
    Task<Outcome<Done>> SendEmailAsync(string address, string subject, string html, CancellationToken cancellationToken);
}

/// <summary>The platform's message templates (MOSIP master data <c>/templates/{lang}/{code}</c>, Apache Velocity).</summary>
public interface IMessageTemplates
{
    /// <summary>The text of a template, or null where the platform has none. Problems: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<MessageTemplate>> FindAsync(string languageCode, string templateCode, CancellationToken cancellationToken);
}

/// <summary>A template of the platform.</summary>
/// <param name="Text">Velocity text with <c>$name</c> references; null where the platform has no template by that code.</param>
public sealed record MessageTemplate(string? Text);
