using Microsoft.AspNetCore.Components.Authorization;

namespace ResidentPortal.Sessions;

/// <summary>The id of the sign-in a page was opened with, the same way in a request and in a circuit. Flows look the row up again each time.</summary>
internal sealed class CurrentSession(AuthenticationStateProvider states)
{
    /// <summary>The session's id; the empty id, which no row has, where nobody is signed in.</summary>
    public async Task<Guid> FindIdAsync()
    {
        var state = await states.GetAuthenticationStateAsync();
        return Guid.TryParse(state.User.FindFirst(SessionAuthentication.SessionIdClaim)?.Value, out var id) ? id : Guid.Empty;
    }
}
