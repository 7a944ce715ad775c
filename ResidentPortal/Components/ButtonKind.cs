namespace ResidentPortal.Components;

/// <summary>How loud a button is.</summary>
public enum ButtonKind
{
    /// <summary>The one act of the page.</summary>
    Primary,

    /// <summary>Another act beside it.</summary>
    Secondary,

    /// <summary>A way out; looks like a link.</summary>
    Quiet,

    /// <summary>An act that takes something away.</summary>
    Danger,

    /// <summary>The warm button on the strong ground of the first page.</summary>
    Warm,
}
