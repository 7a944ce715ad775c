using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using ResidentPortal.Core.History;

namespace ResidentPortal;

/// <summary>Every address of the portal, once. None carries a personal value.</summary>
public static partial class Links
{
    /// <summary>The open first page.</summary>
    public const string Welcome = "/";

    /// <summary>Help, open to everybody.</summary>
    public const string Help = "/help";

    /// <summary>Registration centres, open to everybody.</summary>
    public const string Centres = "/centres";

    /// <summary>One registration centre; the route of <see cref="CentreOf"/>.</summary>
    public const string Centre = "/centres/{id}";

    /// <summary>A list of registration centres as a file; the route of <see cref="CentresFileOf"/>.</summary>
    public const string CentresFile = "/centres/file";

    /// <summary>Which papers are taken for what, open to everybody.</summary>
    public const string Papers = "/papers";

    /// <summary>The same as a file.</summary>
    public const string PapersFile = "/papers/file";

    /// <summary>Where is my request.</summary>
    public const string Track = "/track";

    /// <summary>The number to sign in with.</summary>
    public const string SignIn = "/sign-in";

    /// <summary>The code that was sent.</summary>
    public const string SignInCode = "/sign-in/code";

    /// <summary>Ends the sign-in; POST only.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>After signing out.</summary>
    public const string SignedOut = "/signed-out";

    /// <summary>After the portal signed somebody out who was away.</summary>
    public const string SignedOutAway = "/signed-out/away";

    /// <summary>The signed-in start page.</summary>
    public const string Home = "/home";

    /// <summary>Lock and unlock ways to prove who one is.</summary>
    public const string Locks = "/locks";

    /// <summary>Stand-in numbers.</summary>
    public const string Vids = "/vids";

    /// <summary>The digits of one stand-in number; POST only.</summary>
    public const string VidNumber = "/vids/number";

    /// <summary>The card as a file.</summary>
    public const string Card = "/card";

    /// <summary>A printed card.</summary>
    public const string OrderCard = "/card/order";

    /// <summary>The file of a card that was made; POST only.</summary>
    public const string CardFile = "/card/file";

    /// <summary>The link that was sent to a registered contact; the route of <see cref="CardLinkOf"/>.</summary>
    public const string CardLink = "/card/link/{token}";

    /// <summary>Check a card, open to everybody.</summary>
    public const string CheckCard = "/check-card";

    /// <summary>The public keys of cards, as a JSON Web Key Set.</summary>
    public const string CardKeys = "/.well-known/card-keys.json";

    /// <summary>Which registered contact is to be seen to work, open to everybody.</summary>
    public const string Verify = "/verify";

    /// <summary>The code that reached it.</summary>
    public const string VerifyCode = "/verify/code";

    /// <summary>Find a lost number, open to everybody.</summary>
    public const string LostNumber = "/lost-number";

    /// <summary>The code that proves the contact.</summary>
    public const string LostNumberCode = "/lost-number/code";

    /// <summary>The letter with a lost number; POST only.</summary>
    public const string LostNumberFile = "/lost-number/file";

    /// <summary>A code for a sensitive act; the route of <see cref="ConfirmAct"/>.</summary>
    public const string Confirm = "/confirm/{eventId}";

    /// <summary>What became of an act; the route of <see cref="RequestOf"/>.</summary>
    public const string Request = "/requests/{eventId}";

    /// <summary>A request as a PDF; POST only.</summary>
    public const string Acknowledgement = "/requests/acknowledgement";

    /// <summary>Chooses a language; the route of <see cref="LanguageOf"/>.</summary>
    public const string Language = "/language/{tag}";

    /// <summary>The stylesheet of every page: the design tokens, then <c>open.css</c>.</summary>
    public const string BrandStyles = "/brand.css";

    /// <summary>The stylesheet of signed-in pages: MudBlazor's theme from the same tokens, then <c>workspace.css</c>.</summary>
    public const string WorkspaceStyles = "/brand/workspace.css";

    /// <summary>The emblem of the authority.</summary>
    public const string Emblem = "/brand/emblem";

    /// <summary>Where browsers report what the content policy stopped.</summary>
    public const string PolicyReports = "/reports";

    /// <summary>The page of an answer that went wrong, by status; the route of <see cref="ErrorOf"/>.</summary>
    public const string Error = "/error/{status:int}";

    /// <summary>The page shown inside the workspace for an address that does not exist.</summary>
    public const string NothingHere = "/nothing-here";

    /// <summary>The circuit of interactive pages.</summary>
    public const string Circuit = "/_blazor";

    /// <summary>One registration centre.</summary>
    public static string CentreOf(string id) => $"/centres/{Uri.EscapeDataString(id)}";

    /// <summary>The registration centres of a search, which is about places and not about a person.</summary>
    public static string CentresOf(string? place, string? name = null, int page = 1) => $"{Centres}{Search(place, name, page)}";

    /// <summary>The same as a file.</summary>
    public static string CentresFileOf(string? place, string? name) => $"{CentresFile}{Search(place, name, page: 1)}";

    /// <summary>The code page for one act.</summary>
    public static string ConfirmAct(string eventId) => $"/confirm/{Uri.EscapeDataString(eventId)}";

    /// <summary>The receipt of one act.</summary>
    public static string RequestOf(string eventId) => $"/requests/{Uri.EscapeDataString(eventId)}";

    /// <summary>A card that was made.</summary>
    public static string CardOf(string eventId) => $"/card/ready/{Uri.EscapeDataString(eventId)}";

    /// <summary>How far a printed card has come.</summary>
    public static string OrderOf(string eventId) => $"/card/order/{Uri.EscapeDataString(eventId)}";

    /// <summary>Where an act's outcome is to be seen.</summary>
    public static string OutcomeOf(ActKind kind, string eventId) => kind switch
    {
        ActKind.MakeCard or ActKind.MakeVidCard => CardOf(eventId),
        ActKind.OrderCard => OrderOf(eventId),
        ActKind.UpdateIdentity => UpdateOf(eventId),
        _ => RequestOf(eventId),
    };

    /// <summary>The link to a card that a message carries; the token says nothing about anybody.</summary>
    public static string CardLinkOf(string token) => $"/card/link/{Uri.EscapeDataString(token)}";

    /// <summary>The link to a lost number that a message carries.</summary>
    public static string LostNumberLinkOf(string token) => $"/lost-number/link/{Uri.EscapeDataString(token)}";

    /// <summary>The page where acts of a kind are made, or what helps against one that somebody else made.</summary>
    public static string PageOf(ActKind kind) => kind switch
    {
        ActKind.ChangeAuthLocks => Locks,
        ActKind.GenerateVid or ActKind.RevokeVid or ActKind.RevealVid => Vids,
        ActKind.MakeCard or ActKind.MakeVidCard => Card,
        ActKind.OrderCard => OrderCard,
        ActKind.VerifyContact => Verify,
        ActKind.EndSignIns => Security,
        ActKind.FindLostNumber => Locks,
        ActKind.UpdateIdentity or ActKind.DiscardUpdate => Update,
        ActKind.ReportProblem => Requests,
        ActKind.PrintCard => Visits,
        ActKind.ShareData or ActKind.WithdrawShare => Sharing,
        _ => Home,
    };

    /// <summary>Changes to a language and comes back to a local path.</summary>
    public static string LanguageOf(string tag, string to) => $"/language/{Uri.EscapeDataString(tag)}?to={Uri.EscapeDataString(to)}";

    /// <summary>The page of a status.</summary>
    public static string ErrorOf(int status) => string.Create(CultureInfo.InvariantCulture, $"/error/{status}");

    /// <summary>An address whose answer may be kept for good, since a new version has a new address.</summary>
    public static string Versioned(string path, string version) => $"{path}?v={version}";

    /// <summary>The path where it is one of this portal, else the first page: nobody is sent elsewhere by a link that only looks like ours.</summary>
    public static string LocalOrWelcome(string? path) =>
        path is ['/', ..] && path is not (['/', '/', ..] or ['/', '\\', ..]) && path.Length <= 200 && !path.Any(char.IsControl) && !path.Contains('\\', StringComparison.Ordinal)
            ? path
            : Welcome;

    private static string Search(string? place, string? name, int page) => QueryString.Create(
    [
        .. string.IsNullOrEmpty(place) ? [] : new[] { KeyValuePair.Create("place", (string?)place) },
        .. string.IsNullOrEmpty(name) ? [] : new[] { KeyValuePair.Create("name", (string?)name) },
        .. page <= 1 ? [] : new[] { KeyValuePair.Create("page", (string?)page.ToString(CultureInfo.InvariantCulture)) },
    ]).Value ?? string.Empty;

    /// <summary>The path the reader sees in the address line, also on an error page that was drawn in place of another.</summary>
    internal static string Here(HttpContext? context, NavigationManager navigation) => context?.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? context?.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? new Uri(navigation.Uri).AbsolutePath;
}
