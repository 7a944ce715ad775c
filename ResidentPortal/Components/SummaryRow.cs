namespace ResidentPortal.Components;

/// <summary>One row of <see cref="SummaryRows"/>.</summary>
/// <param name="Term">What it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsCode">Whether it is a number or code, read from left to right.</param>
/// <param name="Href">Where to change it.</param>
/// <param name="LinkLabel">The words of that link, such as "Change the time".</param>
public sealed record SummaryRow(string Term, string Text, bool IsCode = false, string? Href = null, string? LinkLabel = null);
