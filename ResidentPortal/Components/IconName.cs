namespace ResidentPortal.Components;

/// <summary>The portal's own small drawings. Each stands beside words and says nothing alone.</summary>
public enum IconName
{
    /// <summary>Onward; turned around from right to left.</summary>
    Arrow,

    /// <summary>Done and checked.</summary>
    Check,

    /// <summary>A clock: time, waiting.</summary>
    Clock,

    /// <summary>A code by e-mail.</summary>
    Mail,

    /// <summary>The face.</summary>
    Face,

    /// <summary>A fingerprint.</summary>
    Fingerprint,

    /// <summary>Help.</summary>
    Help,

    /// <summary>Home.</summary>
    Home,

    /// <summary>Something to know.</summary>
    Info,

    /// <summary>The iris of an eye.</summary>
    Iris,

    /// <summary>Locked.</summary>
    Lock,

    /// <summary>A card.</summary>
    Card,

    /// <summary>A number that stands for another.</summary>
    Number,

    /// <summary>A person's details.</summary>
    Person,

    /// <summary>A code by phone.</summary>
    Phone,

    /// <summary>A place to go to.</summary>
    Place,

    /// <summary>A paper: a receipt, a request.</summary>
    Paper,

    /// <summary>Read aloud.</summary>
    Speaker,

    /// <summary>Covered, so that nobody else reads.</summary>
    Cover,

    /// <summary>Sign out.</summary>
    SignOut,

    /// <summary>A route with stages.</summary>
    Track,

    /// <summary>Unlocked.</summary>
    Unlock,

    /// <summary>Something to heed.</summary>
    Warning,
}

/// <summary>The strokes of the drawings, on a field of 24 by 24.</summary>
public static class IconShape
{
    /// <summary>The path of a drawing.</summary>
    public static string Of(IconName name) => name switch
    {
        IconName.Arrow => "M5 12h14M13 6l6 6-6 6",
        IconName.Check => "M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0M8 12.5l2.8 2.8L16 9.5",
        IconName.Clock => "M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0M12 7v5.5l3.5 2",
        IconName.Mail => "M3 6h18v12H3zM3.5 6.5 12 13l8.5-6.5",
        IconName.Face => "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M9 9.5v1M15 9.5v1M12 9.5V13h-1M8.8 15.6c1.9 1.6 4.5 1.6 6.4 0",
        IconName.Fingerprint => "M6.5 5.6a8.4 8.4 0 0 1 11 0M4.5 10a8 8 0 0 1 15 4c0 1.5-.1 2.8-.4 4M4.3 14c.2 1.7 0 3.2-.6 4.7M8 13.5a4 4 0 0 1 8 .5c0 2.5-.3 4.7-1 6.7M8 16.5c0 1.5-.3 2.9-.9 4.2M12 14c0 2.7-.4 5-1.3 7.2",
        IconName.Help => "M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0M9.3 9.5a2.8 2.8 0 1 1 4 2.6c-.9.4-1.3 1-1.3 2M12 17v.2",
        IconName.Home => "M4 11.5 12 4.5l8 7M6 10v9.5h4.5v-5.5h3v5.5H18V10",
        IconName.Info => "M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0M12 11v5.5M12 7.5v.2",
        IconName.Iris => "M2.5 12c5-8 14-8 19 0-5 8-14 8-19 0M8 12a4 4 0 1 0 8 0 4 4 0 0 0-8 0M11 12a1 1 0 1 0 2 0 1 1 0 0 0-2 0",
        IconName.Lock => "M5 11h14v9.5H5zM8 11V7.5a4 4 0 0 1 8 0V11M12 14.8v2",
        IconName.Card => "M2.5 5.5h19v13h-19zM6 9.5a2 2 0 1 0 4 0 2 2 0 0 0-4 0M4.8 15.5c.6-3 5.8-3 6.4 0M13.5 9.5h5M13.5 13h3.5",
        IconName.Number => "M9.5 4 7.5 20M16.5 4l-2 16M4.5 9.5h16M3.5 14.5h16",
        IconName.Person => "M8 8a4 4 0 1 0 8 0 4 4 0 0 0-8 0M4 20.5c1-9 15-9 16 0z",
        IconName.Phone => "M7 2.5h10v19H7zM11 18.5h2",
        IconName.Place => "M12 21.5c-10-10-7-18.5 0-18.5s10 8.5 0 18.5M9.5 10a2.5 2.5 0 1 0 5 0 2.5 2.5 0 0 0-5 0",
        IconName.Paper => "M6 3h8.5L18 6.5V21H6zM9 11h6M9 15h6M14 3v4h4",
        IconName.Speaker => "M4 9.5v5h4l5 4.5V5L8 9.5zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11",
        IconName.Cover => "M2.5 12c5-8 14-8 19 0-5 8-14 8-19 0M4 20 20 4",
        IconName.SignOut => "M13 4H5v16h8M10 12h10M16.5 8.5 20 12l-3.5 3.5",
        IconName.Track => "M3.5 6a2 2 0 1 0 4 0 2 2 0 0 0-4 0M16.5 18a2 2 0 1 0 4 0 2 2 0 0 0-4 0M7.5 6h7a3 3 0 0 1 0 6h-5a3 3 0 0 0 0 6h7",
        IconName.Unlock => "M5 11h14v9.5H5zM8 11V7.5a4 4 0 0 1 7.5-2M12 14.8v2",
        IconName.Warning => "M12 3.5 21.5 20h-19zM12 10v4.5M12 17.2v.2",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, message: null),
    };
}
