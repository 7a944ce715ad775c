using System.Buffers.Text;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Api.Cards;

/// <summary>
/// <c>POST /download/personalized-card</c>: a card of chosen data as a PDF. The page a client sends along has to be one and is not looked at: what stands on the card comes
/// from the platform's record.
/// </summary>
internal static class PersonalCard
{
    private const string Masked = "masked_";
    private const int Largest = 4 * 1024 * 1024;

    private static readonly Operation Operation = new("POST", "/download/personalized-card", "mosip.resident.download.personalized.card", Operation.Newer)
    {
        Summary = "Gives a card of chosen data as a PDF with a password, which the resident sees in the portal; failures are JSON.",
        Access = Access.Resident,
        TellsEvent = true,
        LargestBody = Largest,
        Asks = """{ "html": "PGh0bWw+PC9odG1sPg==", "attributes": ["fullName", "dateOfBirth", "masked_UIN"] }""",
        Refuses = [ApiErrors.Invalid("version"), ApiErrors.Invalid("html"), ApiErrors.Invalid("attributes"), CardErrors.NotPersonal],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<PersonalCardRequest, byte[]>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<PersonalCardRequest>> call)
    {
        if (Judge(call.Body) is { } fault)
        {
            return fault;
        }

        var offered = await call.Get<ShowPersonalCard>().ExecuteAsync(call.SessionId, call.Gone);
        return offered.Try(out var offer, out var problem)
            ? await call.HandOutAsync(
                call.SessionId, CardFiles.Wish(CardChoice.Personal) with { Chosen = Choose(offer, call.Body.Request!.Attributes!) }, eventId => call.NameOf("Personalised_card", eventId), CardErrors.NotPersonal)
            : CardFiles.ErrorOf(problem, CardErrors.NotPersonal);
    }

    private static ApiError? Judge(Envelope<PersonalCardRequest> body) =>
        Check.TypedTime(body)
        ?? Check.That(string.Equals(body.Version, Operation.Version, StringComparison.Ordinal), "version")
        ?? Check.TypedHead(body, Operation)
        ?? Check.That(!string.IsNullOrWhiteSpace(body.Request!.Html) && Base64.IsValid(body.Request.Html), "html")
        ?? Check.That(body.Request.Attributes is { Count: > 0 }, "attributes");

    // What neither form nor record has is left out: clients name all they have laid out, also what is empty.
    private static List<DisclosureChoice> Choose(PersonalCardOffer offer, IReadOnlyList<string?> names) => [.. offer.Fields.Select(field => Choose(field, names)).OfType<DisclosureChoice>()];

    private static DisclosureChoice? Choose(DisclosureField field, IReadOnlyList<string?> names)
    {
        if (field.MayMask && Has(Masked + field.Name))
        {
            return new DisclosureChoice(field.Name, IsMasked: true);
        }

        List<string> parts = Has(field.Name) || field.Parts.Count == 1 ? [] : [.. field.Parts.Select(part => part.Value).Where(Has)];
        return Has(field.Name) ? new DisclosureChoice(field.Name) : parts.Count > 0 ? new DisclosureChoice(field.Name, string.Join(',', parts)) : null;

        bool Has(string name) => names.Contains(name, StringComparer.Ordinal);
    }
}

/// <summary>What is to stand on the card.</summary>
internal sealed record PersonalCardRequest
{
    /// <summary>A page in base64; it has to be there, and is not used.</summary>
    public string? Html { get; init; }

    /// <summary>Attributes by the names of the country's form, parts of an address by theirs; <c>masked_</c> in front of one that is to be masked.</summary>
    public IReadOnlyList<string?>? Attributes { get; init; }
}
