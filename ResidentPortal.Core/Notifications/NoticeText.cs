using System.Globalization;
using System.Net;
using System.Resources;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Notifications;

/// <summary>
/// The words of a notice: the platform's template where there is one for it (MOSIP <c>lock-unlock-auth-…</c>, <c>gen-or-revoke-vid-…</c>), else our own sentence.
/// Neither ever carries a number of a person.
/// </summary>
public sealed class NoticeText(IMessageTemplates templates, Vault vault, IOptions<NoticeOptions> options)
{
    /// <summary>The purpose under which the path of a link stands sealed in the facts (<c>link</c>) until it is sent.</summary>
    internal const string LinkPurpose = "notice-link";

    private const string Sealed = "sealed.";

    private static readonly ResourceManager Sentences = new("ResidentPortal.Core.Notifications.NoticeSentences", typeof(NoticeText).Assembly);

    /// <summary>The message for both channels, in one language.</summary>
    public async Task<NoticeMessage> WriteAsync(NoticeRow notice, string? name, Language language, CancellationToken cancellationToken)
    {
        var facts = JsonSerializer.Deserialize<Dictionary<string, string>>(notice.Facts)!;
        var own = Own(notice, facts, language);
        var link = Link(language);
        if (TemplateOf(notice.Kind) is not { } template)
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
            ["status"] = template.Outcome,
            ["partner"] = facts.GetValueOrDefault("partnerId", string.Empty),
            ["trackServiceRequestLink"] = options.Value.PublicAddress?.ToString() ?? string.Empty,
        };
        return Whole(
            new NoticeMessage(
                await FromPlatformAsync($"{template.Base}-{template.Outcome}-email-subject", values, language, cancellationToken) ?? own.Subject,
                await FromPlatformAsync($"{template.Base}-{template.Outcome}-email-content", values, language, cancellationToken, isHtml: true) ?? own.Html,
                await FromPlatformAsync($"{template.Base}-{template.Outcome}_SMS", values, language, cancellationToken) ?? own.Sms),
            link);
    }

    // The platform's codes of templates. Links of our own and what nobody else can know have none.
    private static (string Base, string Outcome)? TemplateOf(NoticeKind kind) => kind switch
    {
        NoticeKind.LocksChanged => ("lock-unlock-auth", "success"),
        NoticeKind.LocksNotChanged => ("lock-unlock-auth", "failure"),
        NoticeKind.VidGenerated or NoticeKind.VidRevoked => ("gen-or-revoke-vid", "success"),
        NoticeKind.VidNotGenerated or NoticeKind.VidNotRevoked => ("gen-or-revoke-vid", "failure"),
        NoticeKind.CardMade => ("cust-and-down-my-card", "success"),
        NoticeKind.CardNotMade => ("cust-and-down-my-card", "failure"),
        NoticeKind.CardOrdered => ("order-a-physical-card", "request-received"),
        NoticeKind.CardDelivered => ("order-a-physical-card", "success"),
        NoticeKind.CardNotOrdered => ("order-a-physical-card", "failure"),
        NoticeKind.DataShared => ("share-cred-with-partner", "success"),
        NoticeKind.DataNotShared => ("share-cred-with-partner", "failure"),
        NoticeKind.UpdateDone => ("update-demo-data", "regproc-success"),
        NoticeKind.UpdateRefused => ("update-demo-data", "regproc-failure"),
        NoticeKind.UpdateNotSent => ("update-demo-data", "failure"),
        _ => null,
    };

    private static NoticeMessage Whole(NoticeMessage message, string link) =>
        message with { Html = $"<div dir=\"auto\">{message.Html}<p>{WebUtility.HtmlEncode(link)}</p></div>", Sms = $"{message.Sms} {link}" };

    private static string Sentence(string key, Language language) =>
        Sentences.GetString(key, language.Culture) ?? throw new MissingManifestResourceException($"{key} has no sentence in {language}.");

    private static string Types(string list, Language language) =>
        string.Join(Sentence("ListSeparator", language), list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(type => Sentence($"AuthType.{type}", language)));

    // A country's own type of VID has no words here: it stands as the platform names it.
    private static string VidType(string name, Language language) => Sentences.GetString($"VidType.{name}", language.Culture) ?? name;

    // What a request is, and where it stands.
    private static string Named(string group, string? name, Language language) => name is null ? string.Empty : Sentence($"{group}.{name}", language);

    private NoticeMessage Own(NoticeRow notice, Dictionary<string, string> facts, Language language)
    {
        var locked = Types(facts.GetValueOrDefault("locked", string.Empty), language);
        var unlocked = Types(facts.GetValueOrDefault("unlocked", string.Empty), language);
        var minutes = facts.GetValueOrDefault("minutes", string.Empty);
        var path = vault.Open(LinkPurpose, facts.GetValueOrDefault("link"));
        var variant = notice.Kind is NoticeKind.ShareWithdrawn ? $".{facts["effect"]}"
            : notice.Kind is not NoticeKind.LocksChanged ? string.Empty
            : locked.Length > 0 && unlocked.Length > 0 ? ".Both"
            : locked.Length > 0 ? ".Locked"
            : minutes.Length > 0 ? ".UnlockedFor"
            : ".Unlocked";
        var sentence = Fill(Sentence($"{notice.Kind}{variant}", language));
        return new NoticeMessage(Fill(Sentence($"{notice.Kind}.Subject", language)), $"<p>{WebUtility.HtmlEncode(sentence)}</p>", sentence);

        string Fill(string text) => facts.Where(fact => fact.Key.StartsWith(Sealed, StringComparison.Ordinal))
            .Aggregate(text, (filled, fact) => filled.Replace($"{{{fact.Key[Sealed.Length..]}}}", vault.Open(Notice.SecretPurpose, fact.Value), StringComparison.Ordinal))
            .Replace("{locked}", locked, StringComparison.Ordinal)
            .Replace("{unlocked}", unlocked, StringComparison.Ordinal)
            .Replace("{partner}", facts.GetValueOrDefault("partner"), StringComparison.Ordinal)
            .Replace("{minutes}", minutes, StringComparison.Ordinal)
            .Replace("{type}", VidType(facts.GetValueOrDefault("type", string.Empty), language), StringComparison.Ordinal)
            .Replace("{kind}", Named("Request", facts.GetValueOrDefault("kind"), language), StringComparison.Ordinal)
            .Replace("{state}", Named("State", facts.GetValueOrDefault("state"), language), StringComparison.Ordinal)
            .Replace("{reference}", notice.EventId is null ? string.Empty : Sentence("Reference", language), StringComparison.Ordinal)
            .Replace("{link}", $"{options.Value.PublicAddress?.GetLeftPart(UriPartial.Authority)}{path}", StringComparison.Ordinal)
            .Replace("{until}", facts.GetValueOrDefault("until"), StringComparison.Ordinal)
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
