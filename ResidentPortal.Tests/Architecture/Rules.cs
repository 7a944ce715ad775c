using Mono.Cecil;

namespace ResidentPortal.Tests.Architecture;

/// <summary>The rules R1 to R12 and R14 that compiled types are judged by.</summary>
internal static class Rules
{
    /// <summary>The doors of the core to the platform. A new one is a decision.</summary>
    public static readonly string[] Ports =
    [
        "ResidentPortal.Core.Audit.IPlatformAudit",
        "ResidentPortal.Core.AuthHistory.IAuthHistory",
        "ResidentPortal.Core.AuthLocks.IAuthTypeRegistry",
        "ResidentPortal.Core.Notifications.IMessageTemplates",
        "ResidentPortal.Core.Notifications.INotifier",
        "ResidentPortal.Core.Otp.IIdAuthentication",
        "ResidentPortal.Core.Profile.IIdentityRegistry",
        "ResidentPortal.Core.Cards.ICardHolders",
        "ResidentPortal.Core.Cards.ICardSigner",
        "ResidentPortal.Core.Cards.ICredentialRequests",
        "ResidentPortal.Core.Centres.ICentres",
        "ResidentPortal.Core.Centres.IPapers",
        "ResidentPortal.Core.Contacts.IContactOtp",
        "ResidentPortal.Core.Packets.IPackets",
        "ResidentPortal.Core.Profile.IDisclosureForms",
        "ResidentPortal.Core.Profile.IDisclosureRecords",
        "ResidentPortal.Core.PublicLists.IPublicLists",
        "ResidentPortal.Core.Recovery.ILostPersons",
        "ResidentPortal.Core.Recovery.ILostRegistrations",
        "ResidentPortal.Core.Sharing.IPartnerCredentials",
        "ResidentPortal.Core.Sharing.IPartners",
        "ResidentPortal.Core.Sharing.IShareRequests",
        "ResidentPortal.Core.Tracking.IRegistrationStatus",
        "ResidentPortal.Core.Updates.IUpdateForms",
        "ResidentPortal.Core.Updates.IUpdateRecords",
        "ResidentPortal.Core.VirtualIds.IVidRegistry",
        "ResidentPortal.Core.VirtualIds.IVidUses",
    ];

    /// <summary>What deployers set for the adapters: the only public types of <c>Core.Mosip</c>.</summary>
    private static readonly string[] MosipSettings = ["MosipOptions", "MosipIdentityAttributes", "MosipPacketSettings", "MosipPrint", "MosipShare", "MosipSigning", "MosipTokenSource"];

    /// <summary>Who may read the digits of a number outside <c>Identifiers</c>, <c>Mosip</c>, <c>Storage</c> and <c>Cards</c>.</summary>
    private static readonly string[] MayReveal = [
        "ResidentPortal.Api.Sharing.CredentialStatusReply", "ResidentPortal.Api.Tracking.AidReply", "ResidentPortal.Api.Updates.PendingDraft",
        "ResidentPortal.Core.Contacts.ContactText", "ResidentPortal.Core.Recovery.LostNumberLetters", "ResidentPortal.Core.Updates.UpdateActs",
        "ResidentPortal.Api.VirtualIds.VidReply", "ResidentPortal.Core.VirtualIds.OwnVids", "ResidentPortal.Core.VirtualIds.VidLooks",
    ];

    private static readonly string[] Endings = ["Helper", "Helpers", "Util", "Utils", "Manager", "Service", "Impl", "Base", "Dto", "Info", "Data"];
    private static readonly string[] Faces = ["Pages", "Kiosk", "Api"];

    /// <summary>The one part of a face with rows of its own: the accounts of operators, of which the core knows nothing. The portal's rows it sees no more than the others do.</summary>
    private const string Accounts = "ResidentPortal.Kiosk.Operators";

    private static readonly string[] Drawing = ["SkiaSharp", "HarfBuzzSharp", "QuestPDF", "PdfSharp", "PdfSharpCore", "iText"];
    private static readonly string[] Providers = ["Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite", "SQLitePCLRaw.core", "Npgsql", "Npgsql.EntityFrameworkCore.PostgreSQL"];

    public static readonly Rule R1 = Rule.Forbids(
        type => type.IsIn("ResidentPortal.Core"),
        (type, other) => other.IsIn("MudBlazor") || (other.IsIn("Microsoft.AspNetCore") && !(type.Feature is "Storage" && other.IsIn("Microsoft.AspNetCore.DataProtection"))));

    public static readonly Rule R2 = Rule.Forbids(
        type => type.Feature is not (null or "Mosip"),
        (_, other) => other.IsIn("ResidentPortal.Core.Mosip") || other.IsIn("Refit") || other.IsIn("System.Net.Http") || other.IsIn("System.Text.Json.Serialization"));

    public static readonly Rule R3 = new(
        type => type.Feature is "Mosip",
        type => type.Definition.IsPublic && !MosipSettings.Contains(type.Name, StringComparer.Ordinal) ? ["is public"] : []);

    public static readonly Rule R4 = Rule.Forbids(
        _ => true,
        (type, other) => (Drawing.Any(other.IsIn) && !type.IsIn("ResidentPortal.Core.Cards.Rendering"))
            || (other.IsIn("ImageMagick") && !type.IsIn("ResidentPortal.Core.Cards.Photos") && !type.IsIn("ResidentPortal.Core.Updates.Documents")));

    public static readonly Rule R5 = Rule.Forbids(
        type => type.Feature is not "Storage",
        (_, other) => Providers.Contains(other.Assembly, StringComparer.Ordinal) || Providers.Any(other.IsIn));

    public static readonly Rule R6 = Rule.Forbids(
        type => type.Feature is "Identifiers" or "Outcomes",
        (type, other) => other.IsIn("ResidentPortal") && !other.IsIn(type.Namespace));

    public static readonly Rule R7 = new(
        type => type.Feature is not (null or "Mosip" or "Storage"),
        type => type.References
            .Select(other => other.Type.Split('.') is ["ResidentPortal", "Core", var feature, _, ..] ? feature : null)
            .Where(other => other is not null && !FeatureTable.Allows(type.Feature!, other)).Distinct(StringComparer.Ordinal)
            .Select(other => $"leans on {other}"));

    public static readonly Rule R8 = Rule.Forbids(
        type => type.Part is "Pages" or "Components" or "Layout" or "Kiosk" or "Api",
        (type, other) => Ports.Contains(other.Type, StringComparer.Ordinal)
            || ((other.IsIn("ResidentPortal.Core.Storage") || other.IsIn("Microsoft.EntityFrameworkCore")) && !type.IsIn(Accounts)) || other.IsIn("ResidentPortal.Core.Mosip")
            || (other.Type is "ResidentPortal.Core.Storage.PortalDbContext" && type.IsIn(Accounts))
            || (other.IsIn("ResidentPortal.Core") && other.Type.EndsWith("Row", StringComparison.Ordinal))
            || Faces.Any(face => !string.Equals(face, type.Part, StringComparison.Ordinal) && other.IsIn($"ResidentPortal.{face}") && Faces.Contains(type.Part, StringComparer.Ordinal)));

    public static readonly Rule R9 = new(type => type.IsIn("ResidentPortal.Core") && type.Feature is not "Mosip" && PublicMethods(type).Any(method => method.Name is "ExecuteAsync"), FaultsOfFlow);

    public static readonly Rule R10 = new(type => type.IsIn("ResidentPortal") && !type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal), FaultsOfName);

    public static readonly Rule R11 = new(
        type => type.Definition.IsInterface,
        type => Ports.Contains(type.FullName, StringComparer.Ordinal) || (type.Feature is "Mosip" && !type.Definition.IsPublic && IsWire(type)) ? [] : ["is an interface, but neither a port nor a Refit contract"]);

    public static readonly Rule R12 = new(
        _ => true,
        type => [.. type.Calls.Where(BannedMembers.Has).Select(call => $"calls {call.Type}.{call.Member}"), .. type.References.Where(BannedMembers.Has).Select(other => $"names {other.Type}")]);

    public static readonly Rule R14 = new(
        type => type.Calls.Any(IsReveal) && type.Feature is not "Identifiers",
        type => type.Feature is "Mosip" or "Storage" or "Cards" || MayReveal.Contains(type.FullName, StringComparer.Ordinal) ? [] : ["reads the digits of a number"]);

    /// <summary>S-31 and S-32: nothing a browser may call, and no raw markup.</summary>
    public static readonly Rule NoRawMarkup = Rule.Forbids(
        type => type.IsIn("ResidentPortal"),
        (_, other) => other.Type is "Microsoft.AspNetCore.Components.MarkupString" or "Microsoft.JSInterop.JSInvokableAttribute");

    private static bool IsReveal(Call call) => call.Member is "Reveal" && call.Type.StartsWith("ResidentPortal.Core.Identifiers.", StringComparison.Ordinal);

    private static bool IsWire(HouseType type) => type.Definition.HasMethods
        && type.Definition.Methods.All(method => method.CustomAttributes.Any(attribute => attribute.AttributeType.Namespace is "Refit"));

    private static List<MethodDefinition> PublicMethods(HouseType type) => [.. type.Definition.Methods.Where(method => method is { IsPublic: true, IsConstructor: false, IsSpecialName: false })];

    private static IEnumerable<string> FaultsOfFlow(HouseType flow)
    {
        var methods = PublicMethods(flow);
        if (!flow.Definition.IsSealed)
        {
            yield return "is a flow and not sealed";
        }

        if (flow.Feature is null)
        {
            yield return "is a flow outside a feature";
        }

        if (methods.Count != 1)
        {
            yield return $"is a flow with {methods.Count} public methods: {string.Join(", ", methods.Select(method => method.Name))}";
        }

        if (!methods.All(method => method.ReturnType.FullName.StartsWith("System.Threading.Tasks.Task`1<ResidentPortal.Core.Outcomes.Outcome`1<", StringComparison.Ordinal)))
        {
            yield return "is a flow that does not return an outcome";
        }
    }

    private static IEnumerable<string> FaultsOfName(HouseType type)
    {
        var name = type.Name.Split('`')[0];
        if (Endings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.Ordinal)) is { } word)
        {
            yield return $"ends in {word}";
        }

        if (type.Definition is { IsClass: true, IsValueType: false, IsSealed: false, IsAbstract: false } && name is not "Program" && !IsGeneratedComponent(type) && !HasHeirs(type))
        {
            yield return "is a leaf and not sealed";
        }
    }

    // A component of markup alone is written by the compiler, which does not seal it.
    private static bool IsGeneratedComponent(HouseType type) =>
        type.Definition.Methods.Any(method => method.Name is "BuildRenderTree") || type.Name is "_Imports";

    private static bool HasHeirs(HouseType type) =>
        type.Definition.Module.GetTypes().Any(other => string.Equals(other.BaseType?.GetElementType().FullName, type.Definition.FullName, StringComparison.Ordinal));
}
