namespace ResidentPortal.Branding;

/// <summary>
/// The face of the authority: section <c>Brand</c>, or a mounted folder with a <c>brand.json</c> of the same shape and an emblem. What stands in the
/// configuration wins over the folder. Words are given per language, by its tag (<c>en</c>) or MOSIP's code (<c>eng</c>).
/// </summary>
public sealed class BrandOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Brand";

    /// <summary>A folder with <c>brand.json</c> and the emblem.</summary>
    public string? Folder { get; set; }

    /// <summary>The name of the portal, per language.</summary>
    public Dictionary<string, string> Name { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The main colour, <c>#rrggbb</c>.</summary>
    public string Primary { get; set; } = "#0b5a63";

    /// <summary>The warm colour of the one action and the ring of focus.</summary>
    public string Accent { get; set; } = "#eba23a";

    /// <summary>The file of the emblem in the folder, SVG or PNG; the portal's own emblem where it is left out.</summary>
    public string? Emblem { get; set; }

    /// <summary>How people reach the authority.</summary>
    public HelpContacts Help { get; set; } = new();

    /// <summary>Links at the foot of every page.</summary>
    public IList<FooterLink> FooterLinks { get; } = [];

    /// <summary>How people reach the authority.</summary>
    public sealed class HelpContacts
    {
        /// <summary>The telephone number, as people write it.</summary>
        public string? Phone { get; set; }

        /// <summary>The e-mail address.</summary>
        public string? Email { get; set; }

        /// <summary>When somebody answers, per language.</summary>
        public Dictionary<string, string> Hours { get; } = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>Where to go, per language.</summary>
        public Dictionary<string, string> Address { get; } = new(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A link at the foot of every page.</summary>
    public sealed class FooterLink
    {
        /// <summary>An address with https, or a path of the portal.</summary>
        public string Url { get; set; } = string.Empty;

        /// <summary>The words of the link, per language.</summary>
        public Dictionary<string, string> Text { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
