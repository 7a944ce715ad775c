using System.Text;

namespace ResidentPortal.Branding;

/// <summary>The design tokens as custom properties of CSS.</summary>
public static class StyleSheet
{
    /// <summary>All tokens, the dark scheme where the device asks for it, and paper for the printer.</summary>
    public static string From(DesignTokens tokens)
    {
        var css = new StringBuilder(4096);
        css.Append(":root{color-scheme:light dark;");
        Write(css, tokens.Light);
        Write(css, "sans", Fonts(tokens.Sans));
        Write(css, "serif", Fonts(tokens.Serif));
        Write(css, "mono", Fonts(tokens.Mono));
        foreach (var (name, size) in tokens.Type)
        {
            Write(css, $"type-{name}", size);
        }

        for (var step = 0; step < tokens.Space.Count; step++)
        {
            Write(css, $"space-{step + 1}", tokens.Space[step]);
        }

        Write(css, "leading", tokens.Leading);
        Write(css, "radius", tokens.Radius);
        Write(css, "radius-large", tokens.RadiusLarge);
        Write(css, "shadow", tokens.Shadow);
        Write(css, "focus-width", tokens.FocusWidth);
        Write(css, "target", tokens.Target);
        css.Append("}\n@media (prefers-color-scheme:dark){:root{");
        Write(css, tokens.Dark);
        css.Append("}}\n@media print{:root{color-scheme:light;");
        Write(css, tokens.Light with { Paper = Colour.White, Soft = Colour.White, Ink = Colour.Black, Muted = Colour.Black, Deep = Colour.White, OnDeep = Colour.Black });
        return css.Append("}}\n").ToString();
    }

    private static void Write(StringBuilder css, Scheme scheme)
    {
        Write(css, "paper", scheme.Paper);
        Write(css, "surface", scheme.Surface);
        Write(css, "ink", scheme.Ink);
        Write(css, "muted", scheme.Muted);
        Write(css, "line", scheme.Line);
        Write(css, "edge", scheme.Edge);
        Write(css, "primary", scheme.Primary);
        Write(css, "primary-strong", scheme.PrimaryStrong);
        Write(css, "on-primary", scheme.OnPrimary);
        Write(css, "soft", scheme.Soft);
        Write(css, "deep", scheme.Deep);
        Write(css, "on-deep", scheme.OnDeep);
        Write(css, "engraving", scheme.Engraving);
        Write(css, "accent", scheme.Accent);
        Write(css, "on-accent", scheme.OnAccent);
        Write(css, "focus", scheme.Focus);
        Write(css, "danger", scheme.Danger);
        Write(css, "danger-soft", scheme.DangerSoft);
        Write(css, "good", scheme.Good);
        Write(css, "good-soft", scheme.GoodSoft);
        Write(css, "warn", scheme.Warn);
        Write(css, "warn-soft", scheme.WarnSoft);
    }

    private static void Write(StringBuilder css, string name, object value) => css.Append("--").Append(name).Append(':').Append(value).Append(';');

    private static string Fonts(IEnumerable<string> names) => string.Join(',', names.Select(name => name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name));
}
