using System.Collections;
using System.Globalization;
using System.Reflection;
using ResidentPortal.Api;
using ResidentPortal.Branding;
using ResidentPortal.Core.Alarms;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Qr;
using ResidentPortal.Core.ClientReports;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Mosip;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.Updates.Documents;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Kiosk.Operators;
using ResidentPortal.Oidc;
using ResidentPortal.Sandbox;

namespace ResidentPortal.Tests.Configuration;

/// <summary>A setting: its key as the document writes it, its default there, and the range its attribute gives, where it has one.</summary>
internal sealed record Setting(string Key, string Default, string? Range);

/// <summary>Every setting of the option classes, found by reflection.</summary>
internal static class DocumentedOptions
{
    public const string Nothing = "–";

    public static readonly IReadOnlyList<(string Section, object Options)> Sections =
    [
        (PortalOptions.Section, new PortalOptions()),
        (LanguageOptions.Section, new LanguageOptions()),
        (BrandOptions.Section, new BrandOptions()),
        (StorageOptions.Section, new StorageOptions()),
        (KeyOptions.Section, new KeyOptions()),
        (CardOptions.Section, new CardOptions()),
        (CardKeyOptions.Section, new CardKeyOptions()),
        (OtpOptions.Section, new OtpOptions()),
        (ApiOptions.Section, new ApiOptions()),
        (ContactOptions.Section, new ContactOptions()),
        (SessionOptions.Section, new SessionOptions()),
        (AuthLockOptions.Section, new AuthLockOptions()),
        (KioskOptions.Section, new KioskOptions()),
        (AlarmOptions.Section, new AlarmOptions()),
        (AuthHistoryOptions.Section, new AuthHistoryOptions()),
        (UpdateOptions.Section, new UpdateOptions()),
        (TrackingOptions.Section, new TrackingOptions()),
        (GrievanceOptions.Section, new GrievanceOptions()),
        (VirtualIdOptions.Section, new VirtualIdOptions()),
        (ClientReportOptions.Section, new ClientReportOptions()),
        (RecoveryOptions.Section, new RecoveryOptions()),
        (DocumentOptions.Section, new DocumentOptions()),
        (NoticeOptions.Section, new NoticeOptions()),
        (MosipOptions.Section, new MosipOptions()),
        (OidcOptions.Section, new OidcOptions()),
        (OperatorIamOptions.Section, new OperatorIamOptions()),
        ("Sandbox", new SandboxOptions()),
    ];

    public static IReadOnlyList<Setting> All { get; } = [.. Sections.SelectMany(section => Of(section.Section, section.Options)).DistinctBy(setting => setting.Key)];

    private static IEnumerable<Setting> Of(string prefix, object options) => options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite || IsCollection(property.PropertyType))
        .SelectMany(property => Of($"{prefix}:{property.Name}", property, property.GetValue(options)));

    private static IEnumerable<Setting> Of(string key, PropertyInfo property, object? value)
    {
        var type = property.PropertyType;
        if (typeof(IDictionary).IsAssignableFrom(type))
        {
            var name = key.StartsWith(KeyOptions.Section, StringComparison.Ordinal) ? "version" : "language";
            return [new Setting($"{key}:{{{name}}}", Nothing, Range: null)];
        }

        if (IsCollection(type))
        {
            var entry = type.GetGenericArguments()[0];
            return IsNest(entry) ? Of($"{key}:{{n}}", Activator.CreateInstance(entry)!) : [new Setting($"{key}:{{n}}", Nothing, Range: null)];
        }

        return IsNest(type) ? Of(key, value!) : [new Setting(key, Written(value), RangeOf(property))];
    }

    private static bool IsCollection(Type type) => typeof(IDictionary).IsAssignableFrom(type) || (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(IList<>) || open == typeof(List<>)));

    private static bool IsNest(Type type) => type.IsClass && type.Assembly.GetName().Name!.StartsWith("ResidentPortal", StringComparison.Ordinal);

    private static string Written(object? value) => value switch
    {
        null or "" => Nothing,
        bool flag => flag ? "`true`" : "`false`",
        TimeSpan time => $"`{TrimmedOf(time)}`",
        SandboxProfile profile => $"`{profile.Name()}`",
        _ => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
    };

    private static string TrimmedOf(TimeSpan time) => time.Milliseconds == 0 ? time.ToString("c", CultureInfo.InvariantCulture) : time.ToString("c", CultureInfo.InvariantCulture).TrimEnd('0');

    private static string? RangeOf(PropertyInfo property) =>
        property.GetCustomAttribute<System.ComponentModel.DataAnnotations.RangeAttribute>() is { } range ? string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} to {range.Maximum}") : null;
}
