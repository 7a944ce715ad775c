using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates.Documents;
using ResidentPortal.Core.Updates.Uploads;
using ResidentPortal.Core.Updates.Whole;

namespace ResidentPortal.Tests.World;

/// <summary>What a program does to have data changed at once, in one line each, through the flows themselves.</summary>
internal static class SubmissionSteps
{
    public static TransactionId Transaction { get; } = TransactionId.Stored("4821093746");

    public static DocumentUpload Contract => new("contract.pdf", "application/pdf", UpdateSteps.Paper);

    /// <summary>An update of fields without languages.</summary>
    public static UpdateSubmission Of(params (string Field, string Text)[] fields) => new(
        Guid.NewGuid(),
        fields.ToDictionary(field => field.Field, field => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(StringComparer.Ordinal) { [string.Empty] = field.Text }, StringComparer.Ordinal),
        IsConsented: true);

    /// <summary>The same with texts of one field by language.</summary>
    public static UpdateSubmission With(this UpdateSubmission update, string field, params (string Language, string Text)[] texts) => update with
    {
        Fields = new Dictionary<string, IReadOnlyDictionary<string, string>>(update.Fields, StringComparer.Ordinal) { [field] = texts.ToDictionary(text => text.Language, text => text.Text, StringComparer.Ordinal) },
    };

    /// <summary>The same with a paper that comes with it.</summary>
    public static UpdateSubmission WithPaper(this UpdateSubmission update, string field = "proofOfAddress", string? type = "RNC", DocumentUpload? file = null) =>
        update with { Papers = [.. update.Papers, new SubmittedPaper(field, type, file ?? Contract)] };

    /// <summary>The same with the papers that were sent ahead.</summary>
    public static UpdateSubmission WithUploads(this UpdateSubmission update) => update with { Transaction = Transaction };

    public static Task<Outcome<EventId>> SubmitAsync(this CoreWorld world, Guid session, UpdateSubmission update) => world.Get<SubmitUpdate>().ExecuteAsync(session, update);

    public static Task<Outcome<Upload>> UploadAsync(this CoreWorld world, Guid session, string category = "POA", string? type = "RNC", DocumentUpload? file = null, TransactionId? transaction = null) =>
        world.Get<UploadPaper>().ExecuteAsync(session, new UploadOrder(transaction ?? Transaction, category, type, file ?? Contract));
}
