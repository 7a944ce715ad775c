using SkiaSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>The colours of a card. All are solid: lines are light by their colour, so that every printer and viewer draws the same.</summary>
internal sealed record Palette
{
    /// <summary>Words.</summary>
    public SKColor Ink { get; } = SKColor.Parse("#13262b");

    /// <summary>Labels.</summary>
    public SKColor Muted { get; } = SKColor.Parse("#48595d");

    /// <summary>Paper white.</summary>
    public SKColor White { get; } = SKColors.White;

    /// <summary>The warm line.</summary>
    public SKColor Warm { get; } = SKColor.Parse("#e0982f");

    /// <summary>Fine warm engraving.</summary>
    public SKColor WarmLine { get; } = SKColor.Parse("#f3dcb4");

    /// <summary>Marks for cutting and folding.</summary>
    public SKColor Mark { get; } = SKColor.Parse("#8a989b");

    /// <summary>Headings.</summary>
    public required SKColor Primary { get; init; }

    /// <summary>The band.</summary>
    public required SKColor Deep { get; init; }

    /// <summary>Engraving in the band.</summary>
    public required SKColor DeepLine { get; init; }

    /// <summary>The ground of the card.</summary>
    public required SKColor Ground { get; init; }

    /// <summary>Engraving on the ground.</summary>
    public required SKColor Line { get; init; }

    /// <summary>The edge of photo and panels.</summary>
    public required SKColor Edge { get; init; }

    /// <summary>The petrol of the house for the UIN; plum for the stand-in number, so that the two are told apart across a counter.</summary>
    public static Palette Of(CardKind kind) => kind is CardKind.Vid ? Plum : Petrol;

    private static readonly Palette Petrol = new()
    {
        Primary = SKColor.Parse("#0b5a63"),
        Deep = SKColor.Parse("#083940"),
        DeepLine = SKColor.Parse("#1f5a61"),
        Ground = SKColor.Parse("#f6f8f5"),
        Line = SKColor.Parse("#d3e2e0"),
        Edge = SKColor.Parse("#9dbbbb"),
    };

    private static readonly Palette Plum = new()
    {
        Primary = SKColor.Parse("#5d2a5c"),
        Deep = SKColor.Parse("#3b1c42"),
        DeepLine = SKColor.Parse("#5f3a66"),
        Ground = SKColor.Parse("#f9f6f8"),
        Line = SKColor.Parse("#e6d8e4"),
        Edge = SKColor.Parse("#bfa3bd"),
    };
}
