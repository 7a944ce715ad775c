namespace ResidentPortal.Sandbox;

/// <summary>The envelope a MOSIP service wraps its answers in.</summary>
public enum Dialect
{
    /// <summary>No envelope: files and the token end point of Keycloak.</summary>
    Plain,

    /// <summary>Kernel services and the ID repository.</summary>
    Kernel,

    /// <summary>ID authentication.</summary>
    Authentication,

    /// <summary>The registration processor.</summary>
    Registration,
}

/// <summary>What an end point is to calls and faults: a name of the form <c>service.operation</c>, its dialect, and whether it wants the token.</summary>
public sealed record PlatformOperation(string Name, Dialect Dialect, bool NeedsToken = true);

/// <summary>Maps end points that carry their operation with them.</summary>
internal static class PlatformOperationMapping
{
    internal static void Map(this IEndpointRouteBuilder routes, string method, string pattern, PlatformOperation operation, RequestDelegate handler) =>
        routes.MapMethods(pattern, [method], handler).WithMetadata(operation);
}
