namespace ResidentPortal.Components;

/// <summary>Something to correct.</summary>
/// <param name="Field">The name of the field; null where it is about the page as a whole.</param>
/// <param name="Words">The sentences, the same at the field and in the summary.</param>
public sealed record FieldError(string? Field, string Words);
