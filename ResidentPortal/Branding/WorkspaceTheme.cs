using System.Text;
using MudBlazor;

namespace ResidentPortal.Branding;

/// <summary>
/// The theme of the component library, made from the design tokens and served as a stylesheet. The library's own theme component would write it into the
/// page instead, which a content policy without inline styles stops.
/// </summary>
public static class WorkspaceTheme
{
    /// <summary>The theme in one scheme.</summary>
    public static MudTheme From(DesignTokens tokens, Scheme scheme) => new()
    {
        PaletteLight = Palette(scheme),
        Typography = Letters(tokens),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = tokens.Radius, AppbarHeight = tokens.Target },
    };

    /// <summary>The custom properties the components read, in both schemes.</summary>
    public static string Css(DesignTokens tokens) =>
        $":root{{{Writer.Write(From(tokens, tokens.Light))}}}\n@media (prefers-color-scheme:dark){{:root{{{Writer.Write(From(tokens, tokens.Dark))}--mud-native-html-color-scheme:dark;}}}}\n";

    private static PaletteLight Palette(Scheme scheme) => new()
    {
        Primary = scheme.Primary.ToString(),
        PrimaryContrastText = scheme.OnPrimary.ToString(),
        PrimaryDarken = scheme.PrimaryStrong.ToString(),
        Secondary = scheme.Accent.ToString(),
        SecondaryContrastText = scheme.OnAccent.ToString(),
        Tertiary = scheme.Deep.ToString(),
        TertiaryContrastText = scheme.OnDeep.ToString(),
        Info = scheme.Primary.ToString(),
        InfoContrastText = scheme.OnPrimary.ToString(),
        Success = scheme.Good.ToString(),
        SuccessContrastText = scheme.GoodSoft.ToString(),
        Warning = scheme.Warn.ToString(),
        WarningContrastText = scheme.WarnSoft.ToString(),
        Error = scheme.Danger.ToString(),
        ErrorContrastText = scheme.DangerSoft.ToString(),
        Dark = scheme.Ink.ToString(),
        DarkContrastText = scheme.Surface.ToString(),
        TextPrimary = scheme.Ink.ToString(),
        TextSecondary = scheme.Muted.ToString(),
        TextDisabled = scheme.Muted.ToString(),
        ActionDefault = scheme.Muted.ToString(),
        ActionDisabled = scheme.Muted.ToString(),
        ActionDisabledBackground = scheme.Line.ToString(),
        Background = scheme.Paper.ToString(),
        BackgroundGray = scheme.Soft.ToString(),
        Surface = scheme.Surface.ToString(),
        AppbarBackground = scheme.Surface.ToString(),
        AppbarText = scheme.Ink.ToString(),
        DrawerBackground = scheme.Surface.ToString(),
        DrawerText = scheme.Ink.ToString(),
        DrawerIcon = scheme.Muted.ToString(),
        LinesDefault = scheme.Line.ToString(),
        LinesInputs = scheme.Edge.ToString(),
        TableLines = scheme.Line.ToString(),
        TableStriped = scheme.Soft.ToString(),
        TableHover = scheme.Soft.ToString(),
        Divider = scheme.Line.ToString(),
        DividerLight = scheme.Line.ToString(),
        Skeleton = scheme.Line.ToString(),
    };

    private static Typography Letters(DesignTokens tokens)
    {
        var (sans, serif) = (tokens.Sans.ToArray(), tokens.Serif.ToArray());
        return new Typography
        {
            Default = new DefaultTypography { FontFamily = sans, FontSize = tokens.Type["body"], LineHeight = tokens.Leading, LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = sans, FontSize = tokens.Type["body"], LineHeight = tokens.Leading, LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = sans, FontSize = tokens.Type["small"], LineHeight = tokens.Leading, LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = sans, FontSize = tokens.Type["body"], FontWeight = "600", LineHeight = tokens.Leading, LetterSpacing = "normal", TextTransform = "none" },
            H1 = new H1Typography { FontFamily = serif, FontSize = tokens.Type["h1"], FontWeight = "600", LineHeight = "1.25", LetterSpacing = "normal" },
            H2 = new H2Typography { FontFamily = serif, FontSize = tokens.Type["h2"], FontWeight = "600", LineHeight = "1.3", LetterSpacing = "normal" },
            H3 = new H3Typography { FontFamily = sans, FontSize = tokens.Type["h3"], FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = sans, FontSize = tokens.Type["lead"], LineHeight = tokens.Leading, LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontFamily = sans, FontSize = tokens.Type["small"], LineHeight = tokens.Leading, LetterSpacing = "normal" },
        };
    }

    /// <summary>Opens the library's writer of custom properties, which only its own theme component may call.</summary>
    private sealed class Writer : MudThemeProvider
    {
        public static string Write(MudTheme theme)
        {
            var css = new StringBuilder(16_384);
#pragma warning disable BL0005 // Nothing renders this component: it only writes.
            new Writer { Theme = theme }.GenerateTheme(css);
#pragma warning restore BL0005
            return css.Replace("\r", string.Empty).Replace("\n", string.Empty).ToString();
        }
    }
}
