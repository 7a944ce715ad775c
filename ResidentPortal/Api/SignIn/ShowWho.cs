using System.Text.Json.Serialization;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Api.SignIn;

/// <summary>Says whether a token is that of a sign-in that is alive.</summary>
internal static class ShowWho
{
    private const string Role = "RESIDENT";

    private static readonly Operation Show = new("GET", "/authorize/admin/validateToken", "mosip.resident.validatetoken", Operation.Newer)
    {
        Access = Access.Resident,
        Summary = "Says whether the token is that of a sign-in that is alive. It names nobody: the user id is that of the sign-in.",
        Gives = """{"userId": "0b7f0c5e5a0e4f6d9a556d3b1f1f8f11", "mobile": null, "mail": null, "langCode": "eng", "userPassword": null, "name": null, "role": "RESIDENT", "token": null, "rId": null}""",
        Refuses = [ApiErrors.NotAuthenticated],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<WhoReply>(Show, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall call)
    {
        var found = await call.Get<CheckSession>().ExecuteAsync(call.SessionId, isSeen: true, call.Gone);
        return found.Try(out var session, out _) ? ApiAnswer.Of(new WhoReply(session.Id.ToString("N"), session.Language.Code, Role)) : ApiErrors.NotAuthenticated;
    }

    /// <summary>The user of a token, as auth manager describes one.</summary>
    /// <param name="UserId">The id of the sign-in.</param>
    /// <param name="LangCode">The language of the sign-in, three letters.</param>
    /// <param name="Role">Always <c>RESIDENT</c>.</param>
    internal sealed record WhoReply(string UserId, string LangCode, string Role)
    {
        /// <summary>Never told.</summary>
        public string? Mobile { get; init; }

        /// <summary>Never told.</summary>
        public string? Mail { get; init; }

        /// <summary>Never told.</summary>
        public string? UserPassword { get; init; }

        /// <summary>Never told.</summary>
        public string? Name { get; init; }

        /// <summary>Never told: the caller has it.</summary>
        public string? Token { get; init; }

        /// <summary>Never told.</summary>
        [JsonPropertyName("rId")]
        public string? RegistrationId { get; init; }
    }
}
