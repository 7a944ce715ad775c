namespace ResidentPortal.Security;

/// <summary>Marks a page that may ask the browser where it is, on a press of a button. No other page may.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AsksForPositionAttribute : Attribute;
