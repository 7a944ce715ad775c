using System.Globalization;

namespace ResidentPortal.Sandbox;

/// <summary>A transaction of the registration processor: what happened to a packet in one stage.</summary>
public sealed record StageTransaction(string Rid, string TypeCode, string StatusCode, DateTimeOffset At)
{
    /// <summary>The transaction's id, the same at every read.</summary>
    public Guid Id { get; } = StableId(Rid + TypeCode);

    private static Guid StableId(string text) =>
        new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}

/// <summary>What becomes of a registration some time after it was handed in.</summary>
public sealed record RegistrationStep(TimeSpan After, string ExternalStatus, string? TypeCode, string StatusCode);

/// <summary>A registration under a RID: its packet's way through the registration processor.</summary>
public sealed record Registration(string Rid, string Note, DateTimeOffset SubmittedAt, IReadOnlyList<RegistrationStep> Steps, string? Uin = null)
{
    /// <summary>What the centre announced with it, by which a lost RID is searched; null where it announced nothing.</summary>
    public Announcement? Announcement { get; init; }

    private static readonly string[] NewRoute =
    [
        "PACKET_RECEIVER", "SECUREZONE_NOTIFICATION", "UPLOAD_PACKET", "VALIDATE_PACKET", "PACKET_CLASSIFICATION",
        "CMD_VALIDATION", "OPERATOR_VALIDATION", "SUPERVISOR_VALIDATION", "INTRODUCER_VALIDATION", "QUALITY_CLASSIFIER", "EXTERNAL_INTEGRATION",
        "DEMOGRAPHIC_VERIFICATION", "BIOGRAPHIC_VERIFICATION", "MANUAL_ADJUDICATION", "UIN_GENERATOR",
        "BIOMETRIC_EXTRACTION", "FINALIZATION", "PRINT_SERVICE",
    ];

    private static readonly string[] UpdateRoute =
    [
        "PACKET_RECEIVER", "SECUREZONE_NOTIFICATION", "UPLOAD_PACKET", "VALIDATE_PACKET", "DEMOGRAPHIC_VERIFICATION", "BIOGRAPHIC_VERIFICATION",
        "UIN_GENERATOR", "BIOMETRIC_EXTRACTION", "FINALIZATION", "PRINT_SERVICE",
    ];

    private static readonly string[] ReprintRoute = ["PACKET_RECEIVER", "SECUREZONE_NOTIFICATION", "UPLOAD_PACKET", "PRINT_SERVICE"];

    /// <summary>The external status at this time.</summary>
    public string StatusAt(DateTimeOffset now) => Past(now).Last().ExternalStatus;

    /// <summary>The transactions up to this time, oldest first.</summary>
    public IReadOnlyList<StageTransaction> StagesAt(DateTimeOffset now) =>
    [
        .. Past(now).Where(step => step.TypeCode is not null)
            .Select(step => new StageTransaction(Rid, step.TypeCode!, step.StatusCode, SubmittedAt + step.After)),
    ];

    /// <summary>A packet that went through every stage, with its UIN made and its card printed.</summary>
    public static Registration Done(string rid, string uin) =>
        new(rid, "processed", MomentOf(rid), Way("PRINT_SERVICE", "PROCESSED", "UIN_GENERATED"), uin);

    /// <summary>A packet that stands in a stage.</summary>
    public static Registration At(string rid, string stage, string stageStatus, string externalStatus, string note, string? uin = null) =>
        new(rid, note, MomentOf(rid), Way(stage, stageStatus, externalStatus), uin);

    /// <summary>A registration that was announced, but whose packet has not come.</summary>
    public static Registration Announced(string rid, string note = "announced by the centre, packet not uploaded") =>
        new(rid, note, MomentOf(rid), [new(TimeSpan.Zero, "UPLOAD_PENDING", TypeCode: null, "")]);

    /// <summary>A packet that goes on by itself: one stage every ten minutes of the platform's clock.</summary>
    public static Registration Moving(string rid, DateTimeOffset start) => new(
        rid,
        "moves by one stage every ten minutes (POST /sandbox/clock moves it faster)",
        start,
        Route(NewRoute, "UIN_GENERATOR", TimeSpan.FromMinutes(10)));

    /// <summary>An update of a resident's data, on its way through the stages of its process.</summary>
    public static Registration Update(string rid, string uin, DateTimeOffset start, TimeSpan every) =>
        new(rid, "an update from a portal", start, Route(UpdateRoute, "UIN_GENERATOR", every), uin);

    /// <summary>A card to be printed anew.</summary>
    public static Registration Reprint(string rid, string uin, DateTimeOffset start, TimeSpan every) =>
        new(rid, "a reprint from a portal", start, Route(ReprintRoute, "PRINT_SERVICE", every), uin);

    /// <summary>The same registration, ended in a stage at this time.</summary>
    public Registration StoppedAt(DateTimeOffset now, string stage, string stageStatus, string externalStatus, string note) => this with
    {
        Note = note,
        Steps = [.. Past(now).Where(step => !string.Equals(step.TypeCode, stage, StringComparison.Ordinal)), new RegistrationStep(now - SubmittedAt, externalStatus, stage, stageStatus)],
    };

    private static List<RegistrationStep> Route(string[] route, string doneAt, TimeSpan every) =>
        [.. route.Select((stage, i) => new RegistrationStep(every * i, i < Array.IndexOf(route, doneAt) ? "PROCESSING" : "UIN_GENERATED", stage, "SUCCESS"))];

    private static List<RegistrationStep> Way(string stage, string stageStatus, string externalStatus)
    {
        var last = Array.IndexOf(NewRoute, stage);

        // Only what is doubtful goes to a person: the others pass from the biographic check to the UIN.
        var steps = NewRoute.Take(last)
            .Where(step => step is not "MANUAL_ADJUDICATION")
            .Select((step, i) => new RegistrationStep(TimeSpan.FromMinutes(7 * i), "PROCESSING", step, "SUCCESS"))
            .ToList();
        steps.Add(new RegistrationStep(TimeSpan.FromMinutes(7 * steps.Count), externalStatus, stage, stageStatus));
        return steps;
    }

    private static DateTimeOffset MomentOf(string rid) =>
        DateTimeOffset.ParseExact(rid[15..], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    // The first step always shows: with a clock set before the registration there is still an answer.
    private IEnumerable<RegistrationStep> Past(DateTimeOffset now) =>
        Steps.Where((step, i) => i == 0 || SubmittedAt + step.After <= now);
}

/// <summary>What a registration client sends ahead of a packet.</summary>
public sealed record Announcement(string Name, string? Phone, string? Email)
{
    /// <summary>Whether all that is given matches: a name without regard to spaces and capitals, a contact as it is.</summary>
    public bool Matches(string? name, string? phone, string? email) =>
        (name is null || string.Equals(Plain(name), Plain(Name), StringComparison.Ordinal))
        && (phone is null || string.Equals(phone, Phone, StringComparison.Ordinal))
        && (email is null || string.Equals(email, Email, StringComparison.Ordinal));

    private static string Plain(string name) => string.Concat(name.Where(letter => !char.IsWhiteSpace(letter))).ToLowerInvariant();
}
