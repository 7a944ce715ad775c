using Microsoft.Extensions.Options;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Oidc;
using ResidentPortal.Sessions;

namespace ResidentPortal.Api.SignIn;

/// <summary>Ends the sign-in of a resident at a client of the face.</summary>
internal static class LeaveFace
{
    private const string Parameter = "redirecturi";

    private static readonly Operation Leave = new("GET", "/logout/user", "mosip.resident.logout", Operation.Newer)
    {
        Access = Access.Anyone,
        Summary = "Ends the sign-in whose token the call carries, takes the cookie back and sends the browser on to the client where it names one.",
        Parameters = [new ApiParameter(Parameter, "Where to go on, in base64url; one of Oidc:ReturnAddresses.", "aHR0cHM6Ly9hcHAuZXhhbXBsZS8")],
        Gives = """{"status": "Success", "message": "successfully loggedout"}""",
        Refuses = [ApiErrors.Invalid(Parameter)],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<LeaveReply>(Leave, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall call)
    {
        var (wanted, client) = (call.Parameter(Parameter), ReturnAddress.Read(call.Parameter(Parameter)));
        if (wanted is not null && (client is null || !call.Get<IOptions<OidcOptions>>().Value.MayReturnTo(client)))
        {
            return ApiErrors.Invalid(Parameter);
        }

        if (ApiAccess.TokenOf(call.Http) is { Length: > 0 and < 128 } token && (await call.Get<ResumeSession>().ExecuteAsync(token, call.Gone)).Try(out var session, out _))
        {
            await call.Get<SignOut>().ExecuteAsync(session.Id, CancellationToken.None);
        }

        PortalCookies.DeleteApi(call.Http);
        return client is null ? ApiAnswer.Of(new LeaveReply("Success", "successfully loggedout")) : ApiAnswer.Redirect(client);
    }

    /// <summary>That the sign-in has ended.</summary>
    /// <param name="Status">Always <c>Success</c>.</param>
    /// <param name="Message">The same in words.</param>
    internal sealed record LeaveReply(string Status, string Message);
}
