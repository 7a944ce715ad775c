using ResidentPortal.Api.Acts;
using ResidentPortal.Api.Otp;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Sessions;

namespace ResidentPortal.Api.LostNumbers;

/// <summary>
/// <c>POST /req/uin</c> and <c>POST /req/rid</c>, with <c>…/otp</c> before them: finds a lost number by name, postal code and a contact that is proved. The number goes to the registered
/// contact alone; the answers are the same whether or not there is anybody.
/// </summary>
internal static class RecoverNumber
{
    private const string Person = """ "demographics": { "name": [{ "language": "eng", "value": "Meera Kaldan" }], "postalCode": { "value": "14022" }, "phone": { "value": "9876500001" } } """;

    private static readonly ApiError TooManyCodes = new("RES-SER-510", "Innumerous OTP requests received");

    public static void Map(IEndpointRouteBuilder api)
    {
        Lay(LostNumberKind.Uin, "uin", "lostuin", """{ "uin": "XXXXXXXXXX", "message": "Notification has been sent to the provided contact phone number", "password": "K7MW4PXD" }""");
        Lay(LostNumberKind.Rid, "rid", "lostrid", """{ "rid": "XXXXXXXXXXXXXXXXXXXXXXXXXXXXX", "message": "Notification has been sent to the provided contact phone number", "password": "K7MW4PXD" }""");

        void Lay(LostNumberKind kind, string number, string lost, string gives)
        {
            var find = new Operation("POST", $"/req/{number}", $"mosip.resident.{number}", Operation.Legacy)
            {
                Summary = $"Sends a lost {number.ToUpperInvariant()} to the registered contact, where name, postal code and the proved contact are those of one person alone.",
                WantsRequest = true,
                Asks = $$"""{ "transactionID": "1234567890", "individualIdType": "demo", "otp": "123456", {{Person}} }""",
                Gives = gives,
                Refuses =
                [
                    ApiErrors.Invalid("individualIdType"), ApiErrors.Invalid("demographics"), ApiErrors.Invalid("otp"), ApiErrors.Invalid("transactionId"), ApiOtp.Refused("OTP is invalid"),
                    ApiErrors.ResourceUnavailable,
                ],
            };
            var ask = find with
            {
                Pattern = $"/req/{number}/otp",
                Summary = $"Sends a code to the contact by which a lost {number.ToUpperInvariant()} is to be found, whosever it is.",
                Asks = $$"""{ "transactionID": "1234567890", "individualIdType": "demo", {{Person}} }""",
                Gives = """{ "maskedMobile": "••••••0001", "maskedEmail": null }""",
                Refuses = [ApiErrors.Invalid("individualIdType"), ApiErrors.Invalid("demographics"), ApiErrors.Invalid("transactionId"), TooManyCodes, ApiErrors.ResourceUnavailable],
            };
            string[] ids = [find.Id, $"mosip.resident.{lost}"];
            api.MapOperation<LostNumberRequest, MaskedReply>(ask, call => AskAsync(call, kind, ids));
            api.MapOperation<LostNumberRequest, LostNumberReply>(find, call => FindAsync(call, kind, ids));
        }
    }

    private static async Task<ApiAnswer> AskAsync(ApiCall<Envelope<LostNumberRequest>> call, LostNumberKind kind, string[] ids)
    {
        var request = call.Body.Request!;
        if ((Judge(call, ids) ?? Check.That(!Inputs.IsEmpty(request.TransactionId), "transactionId")) is { } fault)
        {
            return fault;
        }

        var search = new LostNumberQuery(kind, request);
        var wish = new LostNumberWish(kind, search.Name, search.Contact, search.PostalCode, search.Holder, search.Language, VisitorOf(call, search));
        var asked = await call.Get<AskToFindLostNumber>().ExecuteAsync(wish, call.Gone);
        return asked.Try(out var code, out var problem)
            ? ApiAnswer.Of(code.Channel is OtpChannel.Phone ? new MaskedReply(ContactMask.Phone(search.Contact), MaskedEmail: null) : new MaskedReply(MaskedMobile: null, ContactMask.Email(search.Contact)))
            : problem.Kind is ProblemKind.Limited ? ((ApiAnswer)TooManyCodes) with { RetryAt = problem.Facts.GetValueOrDefault("at") as DateTimeOffset? }
            : problem.Kind is ProblemKind.Invalid ? ApiErrors.Invalid("demographics")
            : ApiErrors.ResourceUnavailable;
    }

    private static async Task<ApiAnswer> FindAsync(ApiCall<Envelope<LostNumberRequest>> call, LostNumberKind kind, string[] ids)
    {
        var request = call.Body.Request!;
        if ((Judge(call, ids) ?? Check.That(!Inputs.IsEmpty(request.Otp), "otp") ?? Check.That(!Inputs.IsEmpty(request.TransactionId), "transactionId")) is { } fault)
        {
            return fault;
        }

        var search = new LostNumberQuery(kind, request);
        if (!(await call.Get<FindLostNumber>().ExecuteAsync(search.Holder, request.Otp, VisitorOf(call, search), CancellationToken.None)).Try(out var taken, out var problem))
        {
            return Refused(problem);
        }

        var contacts = search.Contact.Contains('@', StringComparison.Ordinal) ? new MaskedContacts(Phone: null, search.Contact) : new MaskedContacts(search.Contact, Email: null);
        return ApiAnswer.Of(new LostNumberReply(kind, new Told(contacts).Message, taken.Password));
    }

    private static ApiError? Judge(ApiCall<Envelope<LostNumberRequest>> call, string[] ids) =>
        Check.Head(call.Body, call.Operation, ids)
        ?? Check.That(Inputs.IsWord(call.Body.Request!.IndividualIdType, "demo"), "individualIdType")
        ?? Check.That(LostNumberQuery.IsWhole(call.Body.Request), "demographics");

    private static ApiAnswer Refused(Problem problem) => problem.Key switch
    {
        _ when problem.Kind is ProblemKind.Unavailable or ProblemKind.Unknown => ApiErrors.ResourceUnavailable,
        "otp.expired" => ApiOtp.Refused("OTP has expired"),
        "otp.noneActive" => ApiOtp.Refused("Input transactionID does not match transactionID of OTP Request"),
        "otp.newCodeNeeded" or "otp.devicePaused" => ApiOtp.Refused("UIN is locked for OTP validation due to exceeding no of invalid OTP trials"),
        _ => ApiOtp.Refused("OTP is invalid"),
    };

    // A program calls for many: what one device or network may ask for holds for one search of it, and the contact's and the nation's limits for all.
    private static Visitor VisitorOf(ApiCall call, LostNumberQuery search)
    {
        var network = Visitors.NetworkOf(call.Http);
        var caller = $"{call.Program} {search.Holder}";
        return new Visitor(caller, string.Equals(call.Program, network, StringComparison.Ordinal) ? network : caller);
    }
}
