using ResidentPortal.Api.Acts;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Api.Updates;

/// <summary>Why an update is not taken, in the words of MOSIP's Resident Services. The spaces at the beginning of two are MOSIP's.</summary>
internal static class UpdateErrors
{
    /// <summary>The identity cannot be read.</summary>
    public static readonly ApiError Unreadable = new("RES-SER-420", "IO Exception occured");

    /// <summary>There is no identity in it.</summary>
    public static readonly ApiError NoIdentity = new("RES-SER-421", "JSON Processing Exception occured");

    /// <summary>The packet could not be made or was not taken.</summary>
    public static readonly ApiError NotSent = new("RES-SER-424", "Exception while creating packet.");

    /// <summary>The type of the number is written otherwise than it has to be.</summary>
    public static readonly ApiError OtherType = new("RES-SER-432", "Individual Id type is invalid");

    /// <summary>The identity is another person's.</summary>
    public static readonly ApiError OtherPerson = new("RES-SER-433", "Individual Id in request and identity json UIN is not matching");

    /// <summary>The resident did not agree.</summary>
    public static readonly ApiError NoConsent =
        new("RES-SER-461", "Accepting the terms and conditions is a mandatory action to proceed further. Please accept the consent to proceed");

    /// <summary>An update waits that can be discarded.</summary>
    public static readonly ApiError Pending = new("RES-SER-524", " Not allowed to update UIN as previous packet is pending. To proceed further please discard it.");

    /// <summary>An update waits that cannot be discarded.</summary>
    public static readonly ApiError PendingForGood = new("RES-SER-525", "  Not allowed to update UIN as previous packet is pending and it cannot be cancelled.");

    /// <summary>A document that an update names, or a transaction's, is not there.</summary>
    public static ApiError NoDocument(string? transactionId) => new("RES-SER-461", $"No document found for transactionID: {transactionId?[..Math.Min(transactionId.Length, 64)]}");

    /// <summary>Attributes whose changes are used up.</summary>
    public static ApiError NoChangesLeft(string attributes) => new("RES-SER-526", $"Update count limit for the attributes exceeded:- {attributes}");

    /// <summary>Attributes that are so already.</summary>
    public static ApiError Same(string attributes) => new("RES-SER-527", $"Same data already present for Attribute:- {attributes}");

    /// <summary>The error of a problem; null where the sign-in is what is missing.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="identity">What the operation calls the identity.</param>
    /// <param name="transactionId">The transaction of the call.</param>
    public static ApiError? Of(Problem problem, string identity, string? transactionId) => problem.Key switch
    {
        "common.freshCodeNeeded" or "common.signInNeeded" => null,
        "updates.otherPerson" => OtherPerson,
        "updates.noConsent" => NoConsent,
        "updates.nothingChosen" or "updates.unknownField" => ApiErrors.Invalid(identity),
        "updates.sameValue" => Same(Fact(problem, "fields") ?? Fact(problem, "field") ?? identity),
        "updates.pending" => problem.Facts.GetValueOrDefault("mayDiscard") is true ? Pending : PendingForGood,
        "history.actInFlight" => PendingForGood,
        "updates.noChangesLeft" => NoChangesLeft(Fact(problem, "fields") ?? identity),
        "updates.noFile" => NoDocument(transactionId),
        "updates.tooManyPapers" or "updates.papersTooLarge" => Documents.DocumentErrors.Of(problem),
        _ => problem.Kind is ProblemKind.Unavailable ? Unavailable(problem)
            : problem.Key.StartsWith("documents.", StringComparison.Ordinal) ? Documents.DocumentErrors.Of(problem)
            : Fact(problem, "field") is { } field ? ApiErrors.Invalid(field)
            : null,
    };

    /// <summary>The same for a resident who has signed in, whose operations answer a platform that is away with another status.</summary>
    public static ApiError? OfResident(Problem problem, string identity, string? transactionId) =>
        Of(problem, identity, transactionId) is { } error ? error == ApiErrors.ResourceInaccessible ? ResidentErrors.Inaccessible : error : null;

    private static ApiError Unavailable(Problem problem) => problem.Key.StartsWith("documents.", StringComparison.Ordinal) ? Documents.DocumentErrors.Of(problem) : ApiErrors.ResourceInaccessible;

    private static string? Fact(Problem problem, string name) => problem.Facts.GetValueOrDefault(name) as string;
}
