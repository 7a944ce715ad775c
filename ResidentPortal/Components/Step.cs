namespace ResidentPortal.Components;

/// <summary>One stage of <see cref="Steps"/>.</summary>
/// <param name="Label">What happens in it.</param>
/// <param name="Note">Since when, or how it went.</param>
public sealed record Step(string Label, string? Note = null);
