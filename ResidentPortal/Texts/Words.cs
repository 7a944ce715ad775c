namespace ResidentPortal.Texts;

/// <summary>The words of pages and components: <c>Words.resx</c> and a file per language beside it.</summary>
public sealed class Words;
