namespace ResidentPortal.Api.Acts;

/// <summary>An act that was taken.</summary>
/// <param name="Status">Always <c>Success</c>.</param>
internal sealed record StatusOnly(string Status);
