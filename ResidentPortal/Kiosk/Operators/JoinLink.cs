namespace ResidentPortal.Kiosk.Operators;

/// <summary>The link by which somebody chooses how to sign in; the token exists here alone.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Token">The token.</param>
/// <param name="Until">Until when it works.</param>
internal sealed record JoinLink(string AccountId, string Token, DateTimeOffset Until)
{
    /// <inheritdoc/>
    public override string ToString() => $"link of {AccountId}";
}
