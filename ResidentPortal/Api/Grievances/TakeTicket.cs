using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Otp;
using EventId = ResidentPortal.Core.Identifiers.EventId;

namespace ResidentPortal.Api.Grievances;

/// <summary><c>POST /grievance/ticket</c>: reports a problem with a request of the resident's own. Whose the request is, is judged before what is written about it.</summary>
internal static partial class TakeTicket
{
    private const int LongestEmail = 128;
    private const int LongestPhone = 64;

    private static readonly ApiError NotOwn = new("RES-SER-511", "The entered EID is not associated with the UIN/VID used to log in.", StatusCodes.Status400BadRequest);
    private static readonly ApiError NotTaken = new("RES-SER-512", "Unable to Generate Ticket of grievance");

    private static readonly Operation Operation = new("POST", "/grievance/ticket", "mosip.resident.grievance.ticket.request", Operation.Newer)
    {
        Summary = "Reports a problem with a request of the resident's own.",
        Access = Access.Resident,
        Asks = """{ "eventId": "5329487524103783", "name": "Meera Kaldan", "emailId": "meera@example.org", "alternateEmailId": null, "phoneNo": "9876500001", "alternatePhoneNo": null, "message": "The card has not come." }""",
        Gives = """{ "ticketId": "3f0f6f6e-2f3f-4a53-9d44-0d3a7a1c6a11" }""",
        Refuses =
        [
            ApiErrors.Missing("eventId"), ApiErrors.Invalid("eventId"), NotOwn, ApiErrors.TooLong(LongestEmail, "EMAIL"), ApiErrors.Invalid("EMAIL"), ApiErrors.TooLong(LongestPhone, "PHONE"),
            ApiErrors.Invalid("PHONE"), ApiErrors.Missing("message"), ApiErrors.TooLong(ReportProblem.LongestMessage, "message"), ApiErrors.SpecialCharacters("message"), NotTaken,
        ],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<TicketRequest, TicketReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<TicketRequest>> call)
    {
        if (JudgeHead(call.Body) is { } fault)
        {
            return fault;
        }

        var request = call.Body.Request!;
        if (!(await call.Get<ShowAct>().ExecuteAsync(call.SessionId, request.EventId!, call.Gone)).IsSuccess)
        {
            return NotOwn;
        }

        if (JudgeWords(request, call.Get<IOptions<ContactOptions>>().Value) is { } wrong)
        {
            return wrong;
        }

        string?[] contacts = [request.AlternateEmailId, request.AlternatePhoneNo, request.EmailId, request.PhoneNo];
        var contact = string.Join(", ", contacts.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase));
        var taken = await call.Get<ReportProblem>().ExecuteAsync(call.SessionId, new ProblemWish(Guid.NewGuid(), request.EventId, request.Message, contact), CancellationToken.None);
        return taken.Try(out var report, out _) && (await call.Get<ShowProblem>().ExecuteAsync(call.SessionId, report.Value, CancellationToken.None)).Try(out var ticket, out _)
            ? ApiAnswer.Of(new TicketReply(ticket.TicketId.ToString()))
            : NotTaken;
    }

    private static ApiError? JudgeHead(Envelope<TicketRequest> body) =>
        Check.TypedTime(body)
        ?? Check.That(string.Equals(body.Version, Operation.Version, StringComparison.Ordinal), "version")
        ?? Check.TypedHead(body, Operation)
        ?? Check.That(!string.IsNullOrWhiteSpace(body.Request!.EventId), ApiErrors.Missing("eventId"))
        ?? Check.That(Inputs.IsDigits(body.Request.EventId) && EventId.TryParse(body.Request.EventId, out _), "eventId");

    private static ApiError? JudgeWords(TicketRequest request, ContactOptions contacts) =>
        JudgeContact(request.EmailId, OtpChannel.Email, contacts)
        ?? JudgeContact(request.AlternateEmailId, OtpChannel.Email, contacts)
        ?? JudgeContact(request.AlternatePhoneNo, OtpChannel.Phone, contacts)
        ?? JudgeContact(request.PhoneNo, OtpChannel.Phone, contacts)
        ?? Check.That(!string.IsNullOrWhiteSpace(request.Message), ApiErrors.Missing("message"))
        ?? Check.That(request.Message!.Length <= ReportProblem.LongestMessage, ApiErrors.TooLong(ReportProblem.LongestMessage, "message"))
        ?? Check.That(Plain.IsMatch(request.Message), ApiErrors.SpecialCharacters("message"));

    private static ApiError? JudgeContact(string? text, OtpChannel channel, ContactOptions options)
    {
        var (name, longest) = channel is OtpChannel.Email ? ("EMAIL", LongestEmail) : ("PHONE", LongestPhone);
        return text is null ? null
            : Check.That(text.Length <= longest, ApiErrors.TooLong(longest, name))
                ?? Check.That(Contact.TryParse(text, channel, options, out var contact) && string.Equals(contact, text, StringComparison.Ordinal), name);
    }

    [GeneratedRegex("^[A-Za-z0-9 .,-]+$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Plain { get; }
}

/// <summary>A problem with a request.</summary>
internal sealed record TicketRequest
{
    /// <summary>The event id of the request, 16 digits.</summary>
    public string? EventId { get; init; }

    /// <summary>The resident's name; who is signed in is known, and it is not read.</summary>
    public string? Name { get; init; }

    /// <summary>An e-mail address to answer to, at most 128 characters.</summary>
    public string? EmailId { get; init; }

    /// <summary>Another one.</summary>
    public string? AlternateEmailId { get; init; }

    /// <summary>A phone number to answer to, at most 64 characters.</summary>
    public string? PhoneNo { get; init; }

    /// <summary>Another one.</summary>
    public string? AlternatePhoneNo { get; init; }

    /// <summary>What is wrong: letters A to Z, digits, blanks, full stops, commas and hyphens, at most 1024.</summary>
    public string? Message { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(TicketRequest);
}

/// <summary>The ticket of a report.</summary>
/// <param name="TicketId">Its id, a UUID.</param>
internal sealed record TicketReply(string TicketId);
