namespace ResidentPortal.Core.History;

/// <summary>Whose act it is, where nobody is signed in.</summary>
/// <param name="PersonKey">The hash by which the person's rows are found.</param>
/// <param name="SealedUin">The UIN, sealed.</param>
/// <param name="Language">MOSIP's code of the language to fall back to.</param>
public sealed record ActOwner(string PersonKey, string SealedUin, string Language);
