using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Mosip.ConfigServer;

/// <summary>The forms of sharing and of cards over the wire, each kept for a while.</summary>
internal sealed class MosipDisclosureForms(MosipCall call, IShareFormApi share, ICardFormApi card, IOptions<MosipOptions> options, TimeProvider clock) : IDisclosureForms
{
    private static readonly MosipOperation ReadShareForm = new("ConfigServer", nameof(ReadShareForm), Sending.Read, MosipOperation.Table()) { IsEnveloped = false };
    private static readonly MosipOperation ReadCardForm = new("ConfigServer", nameof(ReadCardForm), Sending.Read, MosipOperation.Table()) { IsEnveloped = false };

    private readonly Kept<DisclosureForm> _share = new(clock);
    private readonly Kept<DisclosureForm> _card = new(clock);

    /// <inheritdoc/>
    public Task<Outcome<DisclosureForm>> FindAsync(DisclosureUse use, CancellationToken cancellationToken) => use is DisclosureUse.Share
        ? _share.GetAsync(() => FetchAsync(use, ReadShareForm, share.ReadSpecificationAsync), cancellationToken)
        : _card.GetAsync(() => FetchAsync(use, ReadCardForm, card.ReadSpecificationAsync), cancellationToken);

    private async Task<Outcome<Kept<DisclosureForm>.Entry>> FetchAsync(DisclosureUse use, MosipOperation operation, Func<CancellationToken, Task<HttpResponseMessage>> ask)
    {
        var reading = new DisclosureFormReading(options.Value);
        var outcome = await call.AskAsync<DisclosureForm>(
            operation, (_, attempt) => ask(attempt), file => reading.Read(file, use) is { } form ? form : MosipProblems.Unusable, CancellationToken.None);
        return outcome.Then(form => new Kept<DisclosureForm>.Entry(form, clock.GetUtcNow() + options.Value.FormLifetime));
    }
}
