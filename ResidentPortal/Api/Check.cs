namespace ResidentPortal.Api;

/// <summary>
/// The checks that operations share. An operation's own table is a chain of these in MOSIP's order, joined by <c>??</c>: the first that fails decides the answer.
/// </summary>
internal static class Check
{
    /// <summary>A parameter by its name in the message.</summary>
    public static ApiError? That(bool holds, string name) => holds ? null : ApiErrors.Invalid(name);

    /// <summary>An error of its own.</summary>
    public static ApiError? That(bool holds, ApiError error) => holds ? null : error;

    /// <summary>The head of nearly every operation: id, time, version, each exactly.</summary>
    public static ApiError? Head<T>(Envelope<T> envelope, Operation operation)
        where T : class =>
        Head(envelope, operation, operation.Id);

    /// <summary>The same for an operation that goes by several ids.</summary>
    public static ApiError? Head<T>(Envelope<T> envelope, Operation operation, params ReadOnlySpan<string> ids)
        where T : class =>
        That(!Inputs.IsEmpty(envelope.Id) && ids.Contains(envelope.Id), "id")
        ?? That(Inputs.IsTime(envelope.RequestTime), "requesttime")
        ?? That(string.Equals(envelope.Version, operation.Version, StringComparison.Ordinal), "version");

    /// <summary>The head of the newer operations whose time is text: id, time, version, request.</summary>
    public static ApiError? NewerHead<T>(Envelope<T> envelope, Operation operation)
        where T : class =>
        Head(envelope, operation) ?? That(envelope.Request is not null, "request");

    /// <summary>The head of the newer operations whose time is a date: an unreadable time or a missing request makes the whole body unreadable.</summary>
    public static ApiError? TypedHead<T>(Envelope<T> envelope, Operation operation)
        where T : class =>
        TypedTime(envelope)
        ?? That(envelope.RequestTime is not null, "requesttime")
        ?? That(Inputs.IsWord(envelope.Id, operation.Id), "id")
        ?? That(envelope.Request is not null, ApiErrors.BadRequest);

    /// <summary>A time that is a date is read before anything is checked.</summary>
    public static ApiError? TypedTime<T>(Envelope<T> envelope)
        where T : class =>
        That(envelope.RequestTime is null || Inputs.IsExactTime(envelope.RequestTime), ApiErrors.BadRequest);
}
