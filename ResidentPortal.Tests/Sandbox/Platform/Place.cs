namespace ResidentPortal.Sandbox;

/// <summary>A place of the location hierarchy.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Parent">The code of the place it lies in; null at the top.</param>
/// <param name="Level">How deep it lies, 0 at the top.</param>
/// <param name="NameIn">Its name in a language.</param>
public sealed record Place(string Code, string? Parent, int Level, Func<string, string> NameIn);
