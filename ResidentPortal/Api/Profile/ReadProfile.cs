using ResidentPortal.Api.Acts;
using ResidentPortal.Api.History;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Api.Profile;

/// <summary><c>GET /profile</c>: who has signed in, with photo, contacts and the sign-in before.</summary>
internal static class ReadProfile
{
    private static readonly ApiError NoRecord = new("RES-SER-470", "No Record(s) found");

    private static readonly Operation Operation = new("GET", "/profile", "mosip.resident.profile", Operation.Newer)
    {
        Summary = "Shows the resident who has signed in: name, photo, contacts, and when they signed in before.",
        Access = Access.Resident,
        Parameters = [new ApiParameter("languageCode", "The language of the name, three letters; the one of the sign-in where it is left out.", "eng")],
        Gives = """{ "fullName": "Meera Kaldan", "lastLogin": "Feb 29, 2024, 6:39:04 AM", "photo": { "data": "/9j/4AAQ…" }, "email": "meera@example.org", "phone": "9876500001" }""",
        Refuses = [ApiErrors.Invalid("languageCode"), NoRecord, ResidentErrors.Inaccessible],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<ProfileReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall call)
    {
        if (ReaderMoment.Of(call) is not { } reader)
        {
            return ApiErrors.BadRequest;
        }

        var code = call.Parameter("languageCode");
        var language = Inputs.IsEmpty(code) ? null : call.Get<OfferedLanguages>().Find(code);
        if (Check.That(Inputs.IsEmpty(code) || language is not null, "languageCode") is { } fault)
        {
            return fault;
        }

        if (!(await call.Get<CheckSession>().ExecuteAsync(call.SessionId, isSeen: true, call.Gone)).Try(out var session, out var problem)
            || !(await call.Get<ShowSignIns>().ExecuteAsync(call.SessionId, call.Gone)).Try(out var signIns, out problem)
            || !(await call.Get<ShowProfile>().ExecuteAsync(call.SessionId, language ?? session.Language, call.Gone)).Try(out var profile, out problem)
            || !(await call.Get<ShowOwnPhoto>().ExecuteAsync(call.SessionId, call.Gone)).Try(out var photo, out problem))
        {
            return ResidentErrors.Of(problem, NoRecord);
        }

        // The one before this, or this where it is the first.
        var last = signIns.Others.Concat(signIns.Ended).Select(one => one.SignedInAt).DefaultIfEmpty(signIns.This.SignedInAt).Max();
        return ApiAnswer.Of(new ProfileReply(
            profile.Name, reader.Say(last), photo.Jpeg is { } jpeg ? new ProfilePhoto(Convert.ToBase64String(jpeg)) : null, profile.Email, profile.Phone));
    }
}

/// <summary>Who has signed in.</summary>
/// <param name="FullName">The full name, in the language that was asked for or else the first of the record.</param>
/// <param name="LastLogin">When they signed in before, by the clock and in the language of the reader's headers.</param>
/// <param name="Photo">The photo; null where there is none that can be read.</param>
/// <param name="Email">The registered e-mail address, or null.</param>
/// <param name="Phone">The registered phone, or null.</param>
internal sealed record ProfileReply(string? FullName, string LastLogin, ProfilePhoto? Photo, string? Email, string? Phone)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ProfileReply);
}

/// <summary>A photo.</summary>
/// <param name="Data">A JPEG, in base64.</param>
internal sealed record ProfilePhoto(string Data)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ProfilePhoto);
}
