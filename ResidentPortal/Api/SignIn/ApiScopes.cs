namespace ResidentPortal.Api.SignIn;

/// <summary>Which scope an operation for residents needs, as the platform's resident services have it; what is not named here needs a sign-in alone.</summary>
internal static class ApiScopes
{
    private static readonly (string Scope, string[] Paths)[] Table =
    [
        ("Manage-VID", ["/vids", "/generate-vid", "/revoke-vid", "/request-card"]),
        ("Manage-Authentication", ["/auth-lock-status", "/auth-lock-unlock"]),
        ("Manage-Service-Requests", ["/service-history", "/events", "/pinned", "/unpinned", "/download/service-history", "/ack", "/download-card/event", "/notifications", "/grievance"]),
        ("Manage-Identity-Data", ["/update-uin", "/identity", "/documents", "/document", "/contact-details"]),
        ("Manage-Credentials", ["/download/personalized-card", "/share-credential", "/sendCard", "/physical-card"]),
    ];

    /// <summary>The scope, or null.</summary>
    public static string? Of(Operation operation) => operation.Access is not Access.Resident
        ? null
        : Table.FirstOrDefault(row => row.Paths.Any(path => new PathString(operation.Pattern).StartsWithSegments(path, StringComparison.Ordinal))).Scope;
}
