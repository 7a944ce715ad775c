namespace ResidentPortal.Texts;

/// <summary>The sentences of problems, by the problem's key: <c>Problems.resx</c> and a file per language beside it.</summary>
public sealed class Problems;
