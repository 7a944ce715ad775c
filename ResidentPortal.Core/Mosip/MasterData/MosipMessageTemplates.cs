using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>Master data's message templates over the wire, each kept for a while by language and code; that there is none is kept likewise.</summary>
internal sealed class MosipMessageTemplates(MosipCall call, IMasterDataApi api, IOptions<MosipOptions> options, TimeProvider clock) : IMessageTemplates
{
    /// <summary>The platform has no template by that code in that language.</summary>
    private static readonly Problem NoTemplate = new("mosip.masterdata.noTemplate", ProblemKind.NotFound);

    private static readonly MosipOperation ListTemplates = new(
        "MasterData",
        nameof(ListTemplates),
        Sending.Read,
        MosipOperation.Table((NoTemplate, ["KER-MSD-046"]), (CommonProblems.ServiceUnavailable, ["KER-MSD-045", "KER-MSD-500"])));

    private readonly ConcurrentDictionary<(string Language, string Code), Kept<MessageTemplate>> _templates = new();

    /// <inheritdoc/>
    public Task<Outcome<MessageTemplate>> FindAsync(string languageCode, string templateCode, CancellationToken cancellationToken) => _templates
        .GetOrAdd((languageCode, templateCode), _ => new Kept<MessageTemplate>(clock))
        .GetAsync(() => FetchAsync(languageCode, templateCode), cancellationToken);

    private async Task<Outcome<Kept<MessageTemplate>.Entry>> FetchAsync(string languageCode, string templateCode)
    {
        var outcome = await call.AskAsync(
            ListTemplates, (cookie, attempt) => api.ListTemplatesAsync(cookie, languageCode, templateCode, attempt), Read, CancellationToken.None);
        var template = outcome.Problem == NoTemplate ? new MessageTemplate(Text: null) : outcome;
        return template.Then(found => new Kept<MessageTemplate>.Entry(found, clock.GetUtcNow() + options.Value.TemplateLifetime));
    }

    private static Outcome<MessageTemplate> Read(JsonElement response)
    {
        if (response.Items("templates") is not { } templates)
        {
            return MosipProblems.Unusable;
        }

        var active = templates.Where(template => template.Flag("isActive") is not false).ToList();
        return active.Count == 0 ? NoTemplate
            : active[0].Text("fileText") is { } text ? new MessageTemplate(text)
            : MosipProblems.Unusable;
    }
}
