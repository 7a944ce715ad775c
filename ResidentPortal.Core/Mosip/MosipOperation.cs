using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip;

/// <summary>One operation of the platform: how it may be sent, and what its codes mean to the portal.</summary>
/// <param name="Service">The platform's service, <c>IdAuthentication</c>.</param>
/// <param name="Name">The operation within it, <c>SendCode</c>.</param>
/// <param name="Sending">Whether it may be sent twice.</param>
/// <param name="Problems">The platform's codes for this operation, each with its problem.</param>
internal sealed record MosipOperation(string Service, string Name, Sending Sending, IReadOnlyDictionary<string, Problem> Problems)
{
    /// <summary>The portal is not let in: nothing was done, whatever the operation.</summary>
    private static readonly HashSet<string> NotLetIn = new(StringComparer.Ordinal) { "KER-ATH-401", "KER-ATH-403", "KER-ATH-402", "IDR-IDC-011" };

    /// <summary>The platform stumbled: whether it did anything it does not say.</summary>
    private static readonly HashSet<string> Stumbled = new(StringComparer.Ordinal)
    {
        "500", "IDA-MLC-007", "IDR-IDC-004", "IDR-IDC-006", "IDR-IDC-008", "IDR-IDC-009", "IDR-IDC-010",
    };

    /// <summary>Codes that only wrap another: that one is preferred.</summary>
    private static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal) { "IDA-MLC-007", "RPR-RGS-001", "RPR-RGS-015" };

    /// <summary>Whether a platform may lack the operation, so that 404 and 405 are an answer (<see cref="MosipProblems.NotOffered"/>).</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>What it means that the portal's client lacks the role, where that is an answer; else the service is unavailable.</summary>
    public Problem? WhenForbidden { get; init; }

    /// <summary>What a code means that the portal has no problem for, where its callers know the platform's codes: it is given the code as a fact. Else the platform just refused.</summary>
    public Problem? WhenRefused { get; init; }

    /// <summary>Whether the answer comes in one of the platform's envelopes; else the whole document is the response.</summary>
    public bool IsEnveloped { get; init; } = true;

    /// <summary>Whether the answer is a file, in no envelope and of any kind.</summary>
    public bool IsFile { get; init; }

    /// <summary>The largest answer that is read of this operation, in bytes; null for the limit of all others.</summary>
    public int? MaxResponseBytes { get; init; }

    /// <summary>What to say when nobody knows whether the platform did it.</summary>
    public Problem WhenUnclear => Sending is Sending.Write ? CommonProblems.OutcomeUnknown : CommonProblems.ServiceUnavailable;

    /// <summary>The code that says most: a known one before an unknown one, any before a wrapper, and of wrappers the inner one, which comes last.</summary>
    public string MostSpecific(IReadOnlyList<string> codes) =>
        codes.FirstOrDefault(code => !Wrappers.Contains(code) && Find(code) is not null)
        ?? codes.FirstOrDefault(code => !Wrappers.Contains(code))
        ?? codes.LastOrDefault(code => Find(code) is not null)
        ?? codes[0];

    /// <summary>The problem behind a code of the platform, or null where the portal does not know the code.</summary>
    public Problem? Find(string code) =>
        Problems.TryGetValue(code, out var problem) ? problem
        : NotLetIn.Contains(code) ? CommonProblems.ServiceUnavailable
        : Stumbled.Contains(code) ? WhenUnclear
        : null;

    private string FullName { get; } = $"{Service}.{Name}";

    /// <inheritdoc/>
    public override string ToString() => FullName;

    /// <summary>A table of codes: each line is a problem and the codes that mean it.</summary>
    public static IReadOnlyDictionary<string, Problem> Table(params (Problem Problem, string[] Codes)[] lines) =>
        lines.SelectMany(line => line.Codes.Select(code => (Code: code, line.Problem))).ToDictionary(pair => pair.Code, pair => pair.Problem, StringComparer.Ordinal);
}

/// <summary>How often an operation may be sent, and what silence means.</summary>
internal enum Sending
{
    /// <summary>Changes nothing: a second try is allowed, and silence means that the service is unavailable.</summary>
    Read,

    /// <summary>Changes something: one try, and silence means that the outcome is unknown.</summary>
    Write,

    /// <summary>Hands over something that may arrive twice (a message, an audit event): one try, and silence means try again later.</summary>
    Delivery,
}

/// <summary>Problems that adapters settle among themselves; none leaves <c>Mosip</c>.</summary>
internal static class MosipProblems
{
    /// <summary>The answer has not the shape it should have.</summary>
    public static readonly Problem Unusable = new("mosip.unusable", ProblemKind.Unavailable);

    /// <summary>This platform lacks the operation.</summary>
    public static readonly Problem NotOffered = new("mosip.notOffered", ProblemKind.NotFound);
}
