using System.Collections.Immutable;

namespace ResidentPortal.Sandbox;

/// <summary>What a partner is to get, and when that was asked for.</summary>
public sealed record CredentialOrder(Guid RequestId, string Id, string CredentialType, string Issuer, string? CardType, DateTimeOffset OrderedAt)
{
    /// <summary>Why the credential will not be issued; null where it will.</summary>
    public string? Fault { get; init; }

    /// <summary>The key of its file at data share.</summary>
    public string FileKey { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Whether the order was taken back.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>What is to be handed over, and how; null for what is printed.</summary>
    public ShareWish? Share { get; init; }
}

/// <summary>What is to be handed over to a partner.</summary>
/// <param name="Attributes">The attributes (<c>sharableAttributes</c>).</param>
/// <param name="Formats">The formats by attribute (<c>formatingAttributes</c>).</param>
/// <param name="Masked">What is masked (<c>maskingAttributes</c>).</param>
public sealed record ShareWish(IReadOnlyList<string> Attributes, IReadOnlyDictionary<string, string> Formats, IReadOnlyList<string> Masked);

/// <summary>
/// The credential requests of the platform. Who gets what about whom is looked at only when the credential is issued, a second later; from then on the words are
/// the print partner's own, and follow the clock.
/// </summary>
/// <param name="clock">The platform's clock.</param>
/// <param name="isKnown">Whether there is a person behind an id.</param>
/// <param name="shareAfter">How long what is shared stays new, so that it can be taken back.</param>
public sealed class CredentialRegister(SandboxClock clock, Func<string, bool> isKnown, TimeSpan? shareAfter = null)
{
    /// <summary>The one partner that prints.</summary>
    public const string Printer = "mpartner-default-print";

    /// <summary>The partner that makes cards as files, and leaves them at data share.</summary>
    public const string DigitalCard = "mpartner-default-digitalcard";

    private static readonly TimeSpan FileLife = TimeSpan.FromMinutes(250);

    private static readonly string[] Types = ["euin", "reprint", "vercred", "PDFCard", "qrcode"];

    private static readonly (TimeSpan After, string Word)[] Way =
    [
        (TimeSpan.Zero, "NEW"),
        (TimeSpan.FromSeconds(1), "ISSUED"),
        (TimeSpan.FromMinutes(1), "RECEIVED"),
        (TimeSpan.FromHours(1), "PRINTING"),
        (TimeSpan.FromDays(1), "PRINTED"),
        (TimeSpan.FromDays(2), "IN_TRANSIT"),
        (TimeSpan.FromDays(5), "CARD_DELIVERED"),
    ];

    private readonly TimeSpan _shareAfter = shareAfter ?? TimeSpan.FromSeconds(30);

    private readonly Kept<ImmutableDictionary<Guid, CredentialOrder>> _orders = new(ImmutableDictionary<Guid, CredentialOrder>.Empty);

    /// <summary>All orders, the oldest first.</summary>
    public IReadOnlyList<CredentialOrder> All => [.. _orders.Content.Values.OrderBy(order => order.OrderedAt)];

    /// <summary>Records an order whatever it says; the answer is its request id.</summary>
    /// <param name="id">A UIN, VID or RID.</param>
    /// <param name="cardType"><c>UIN</c> or <c>MASKED_UIN</c>.</param>
    /// <param name="credentialType">The type of the credential.</param>
    /// <param name="issuer">The partner.</param>
    /// <param name="lacksKey">Whether encryption was asked for without a key.</param>
    /// <param name="share">What is to be handed over, where it is shared.</param>
    public Guid Order(string id, string? cardType = "UIN", string credentialType = "euin", string issuer = Printer, bool lacksKey = false, ShareWish? share = null)
    {
        var partner = DemoPartners.Find(issuer);
        var fault = (partner is null && issuer is not (Printer or DigitalCard)) || (partner is not null && (share is null || (share.Attributes.Count > 0 && !share.Attributes.Any(partner.MayGet))))
            || (issuer is DigitalCard && credentialType is not "PDFCard") || !Types.Contains(credentialType, StringComparer.OrdinalIgnoreCase) ? "IDR-CRS-008"
            : !isKnown(id) ? "IDR-CRS-003"
            : lacksKey ? "IDR-CRS-017"
            : null;
        var order = new CredentialOrder(Guid.NewGuid(), id, credentialType, issuer, cardType, clock.Now) { Fault = fault, Share = partner is null ? null : share };
        _orders.Replace(orders => orders.Add(order.RequestId, order));
        return order.RequestId;
    }

    /// <summary>The order behind a request id; null where there is none.</summary>
    public CredentialOrder? Find(Guid requestId) => _orders.Content.GetValueOrDefault(requestId);

    /// <summary>The word an order stands at; null for a request id that is not known.</summary>
    public string? StatusOf(Guid requestId) => Find(requestId) is { } order ? StatusOf(order) : null;

    /// <summary>The order whose card lies at data share under a key; null where there is none, or its time is over.</summary>
    public CredentialOrder? FindFile(string key) => All.FirstOrDefault(order => string.Equals(order.FileKey, key, StringComparison.Ordinal) && HasFile(order) && clock.Now - order.OrderedAt < FileLife);

    /// <summary>Whether the partner has left a file of an order, and told its address.</summary>
    public bool HasFile(CredentialOrder order) => order.Issuer is DigitalCard && StatusOf(order) is "STORED";

    /// <summary>Takes an order back; false where it is no longer new.</summary>
    public bool Cancel(Guid requestId) => _orders.Change(orders => orders.GetValueOrDefault(requestId) is { } order && StatusOf(order) is "NEW"
        ? (orders.SetItem(requestId, order with { IsCancelled = true }), true)
        : (orders, false));

    internal void Clear() => _orders.Replace(orders => orders.Clear());

    internal Action Remember() => _orders.Remember();

    private string StatusOf(CredentialOrder order)
    {
        if (order.IsCancelled)
        {
            return "CANCELLED";
        }

        if (order.Issuer is DigitalCard || DemoPartners.Find(order.Issuer) is not null)
        {
            var since = clock.Now - order.OrderedAt;
            return since < _shareAfter ? "NEW" : order.Fault is not null ? "FAILED" : since < _shareAfter + TimeSpan.FromMinutes(1) ? "ISSUED" : "STORED";
        }

        var word = Way.Last(step => step.After <= clock.Now - order.OrderedAt || step.After == TimeSpan.Zero).Word;
        return order.Fault is not null && word is not "NEW" ? "FAILED" : word;
    }
}
