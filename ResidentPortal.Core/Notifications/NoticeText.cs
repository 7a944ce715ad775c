using System.Globalization;
using System.Net;
using System.Resources;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Languages;

namespace ResidentPortal.Core.Notifications;

/// <summary>
/// The words of a notice: the platform's template where there is one for it (MOSIP <c>lock-unlock-auth-…</c>), else our own sentence. Neither ever carries a
/// number of a person.
/// </summary>
public sealed class NoticeText(IMessageTemplates templates, IOptions<NoticeOptions> options)
{
    private const string TemplateOfLocks = "lock-unlock-auth";
    private static readonly ResourceManager Sentences = new("ResidentPortal.Core.Notifications.NoticeSentences", typeof(NoticeText).Assembly);

    /// <summary>The message for both channels, in one language.</summary>
    public async Task<NoticeMessage> WriteAsync(NoticeRow notice, string? name, Language language, CancellationToken cancellationToken)
    {
        var facts = JsonSerializer.Deserialize<Dictionary<string, string>>(notice.Facts)!;
        var own = Own(notice, facts, language);
        var link = Link(language);
        var outcome = notice.Kind switch
        {
            NoticeKind.LocksChanged => "success",
            NoticeKind.LocksNotChanged => "failure",
            _ => null,
        };
        if (outcome is null)
        {
            return Whole(own, link);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = name ?? Sentence("Resident", language),
            ["eventId"] = notice.EventId ?? string.Empty,
            ["eventDetails"] = own.Subject,
            ["date"] = notice.CreatedAt.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture),
            ["time"] = notice.CreatedAt.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            ["status"] = outcome,
            ["trackServiceRequestLink"] = options.Value.PublicAddress?.ToString() ?? string.Empty,
        };
        return Whole(
            new NoticeMessage(
                await FromPlatformAsync($"{TemplateOfLocks}-{outcome}-email-subject", values, language, cancellationToken) ?? own.Subject,
                await FromPlatformAsync($"{TemplateOfLocks}-{outcome}-email-content", values, language, cancellationToken, isHtml: true) ?? own.Html,
                await FromPlatformAsync($"{TemplateOfLocks}-{outcome}_SMS", values, language, cancellationToken) ?? own.Sms),
            link);
    }

    private static NoticeMessage Whole(NoticeMessage message, string link) =>
        message with { Html = $"<div dir=\"auto\">{message.Html}<p>{WebUtility.HtmlEncode(link)}</p></div>", Sms = $"{message.Sms} {link}" };

    private static string Sentence(string key, Language language) =>
        Sentences.GetString(key, language.Culture) ?? throw new MissingManifestResourceException($"{key} has no sentence in {language}.");

    private static string Types(string list, Language language) =>
        string.Join(Sentence("ListSeparator", language), list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(type => Sentence($"AuthType.{Enum.Parse<AuthType>(type)}", language)));

    private static NoticeMessage Own(NoticeRow notice, Dictionary<string, string> facts, Language language)
    {
        var locked = Types(facts.GetValueOrDefault("locked", string.Empty), language);
        var unlocked = Types(facts.GetValueOrDefault("unlocked", string.Empty), language);
        var minutes = facts.GetValueOrDefault("minutes", string.Empty);
        var variant = notice.Kind is not NoticeKind.LocksChanged ? string.Empty
            : locked.Length > 0 && unlocked.Length > 0 ? ".Both"
            : locked.Length > 0 ? ".Locked"
            : minutes.Length > 0 ? ".UnlockedFor"
            : ".Unlocked";
        var sentence = Fill(Sentence($"{notice.Kind}{variant}", language));
        return new NoticeMessage(Fill(Sentence($"{notice.Kind}.Subject", language)), $"<p>{WebUtility.HtmlEncode(sentence)}</p>", sentence);

        string Fill(string text) => text
            .Replace("{locked}", locked, StringComparison.Ordinal)
            .Replace("{unlocked}", unlocked, StringComparison.Ordinal)
            .Replace("{minutes}", minutes, StringComparison.Ordinal)
            .Replace("{eventId}", notice.EventId, StringComparison.Ordinal)
            .Replace("{time}", notice.CreatedAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private string Link(Language language) => options.Value.PublicAddress is { } address
        ? Sentence("NotYou.Link", language).Replace("{address}", address.Authority, StringComparison.Ordinal)
        : Sentence("NotYou", language);

    private async Task<string?> FromPlatformAsync(string code, Dictionary<string, string> values, Language language, CancellationToken cancellationToken, bool isHtml = false)
    {
        var found = await templates.FindAsync(language.Code, code, cancellationToken);
        if (!found.IsSuccess || string.IsNullOrWhiteSpace(found.Value.Text))
        {
            return null;
        }

        return VelocityText.Fill(found.Value.Text, isHtml ? values.ToDictionary(pair => pair.Key, pair => WebUtility.HtmlEncode(pair.Value), StringComparer.Ordinal) : values);
    }
}

/// <summary>A notice in words.</summary>
/// <param name="Subject">The subject of the e-mail.</param>
/// <param name="Html">The body of the e-mail.</param>
/// <param name="Sms">The text message.</param>
public sealed record NoticeMessage(string Subject, string Html, string Sms);
