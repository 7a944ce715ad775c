using System.Globalization;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>Short keyed hashes that stand for uses and organisations in addresses. They are a person's own: the same organisation has another for everybody.</summary>
public sealed class UseKeys(LookupKeys keys)
{
    private const int Length = 22;

    /// <summary>The key of a use. The platform's number of a transaction is not always one of a kind, so what else tells it apart goes in.</summary>
    public string Of(string personKey, IdentityUse use) => Short(
        "identity-use",
        string.Create(CultureInfo.InvariantCulture, $"{personKey}\n{use.TransactionId}\n{use.At.UtcTicks}\n{(int)use.Ways}\n{use.IsAccepted}\n{use.Organisation}"));

    /// <summary>The key of an organisation.</summary>
    public string OfOrganisation(string personKey, string name) => Short("use-organisation", $"{personKey}\n{name}");

    private string Short(string kind, string value) => keys.Hash(kind, value).Split('.')[^1][..Length];
}
