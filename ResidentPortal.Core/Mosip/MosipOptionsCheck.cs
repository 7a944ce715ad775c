using Microsoft.Extensions.Options;

namespace ResidentPortal.Core.Mosip;

/// <summary>Judges <see cref="MosipOptions"/> at start; each fault is a sentence that names the key.</summary>
internal sealed partial class MosipOptionsCheck : IValidateOptions<MosipOptions>
{
    private static readonly Version Oldest = new(1, 2, 0, 1);
    private static readonly Version Newest = new(1, 3, int.MaxValue, int.MaxValue);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, MosipOptions options)
    {
        List<string> faults =
            [.. Addresses(options), .. Client(options), .. Names(options), .. Country(options), .. Rectangle(options.Signing), .. Centre(options.Packets), .. Limits(options)];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Addresses(MosipOptions options)
    {
        (string Key, Uri? Address, string Default)[] services =
        [
            (nameof(options.IdAuthenticationUrl), options.IdAuthentication, nameof(options.BaseUrl)),
            (nameof(options.IdRepositoryIdentityUrl), options.IdRepositoryIdentity, nameof(options.BaseUrl)),
            (nameof(options.IdRepositoryVidUrl), options.IdRepositoryVid, nameof(options.BaseUrl)),
            (nameof(options.VidPolicyUrl), options.VidPolicy, nameof(options.BaseUrl)),
            (nameof(options.RegistrationStatusUrl), options.RegistrationStatus, nameof(options.BaseUrl)),
            (nameof(options.RegistrationTransactionUrl), options.RegistrationTransaction, nameof(options.BaseUrl)),
            (nameof(options.NotifierUrl), options.Notifier, nameof(options.BaseUrl)),
            (nameof(options.MasterDataUrl), options.MasterData, nameof(options.BaseUrl)),
            (nameof(options.AuditManagerUrl), options.AuditManager, nameof(options.BaseUrl)),
            (nameof(options.KeyManagerUrl), options.KeyManager, nameof(options.BaseUrl)),
            (nameof(options.CredentialRequestUrl), options.CredentialRequest, nameof(options.BaseUrl)),
            (nameof(options.CredentialServiceUrl), options.CredentialService, nameof(options.BaseUrl)),
            (nameof(options.DataShareUrl), options.DataShare, nameof(options.BaseUrl)),
            (nameof(options.OtpManagerUrl), options.OtpManager, nameof(options.BaseUrl)),
            (nameof(options.RidGeneratorUrl), options.RidGenerator, nameof(options.BaseUrl)),
            (nameof(options.PacketReceiverUrl), options.PacketReceiver, nameof(options.BaseUrl)),
            (nameof(options.SyncDataUrl), options.SyncData, nameof(options.BaseUrl)),
            (nameof(options.UpdateFormUrl), options.UpdateForm, nameof(options.BaseUrl)),
            (nameof(options.ShareFormUrl), options.ShareForm, nameof(options.BaseUrl)),
            (nameof(options.CardFormUrl), options.CardForm, nameof(options.BaseUrl)),
            (nameof(options.IdentityMappingUrl), options.IdentityMapping, nameof(options.BaseUrl)),
            (nameof(options.PartnerManagerUrl), options.PartnerManager, nameof(options.BaseUrl)),
            options.TokenSource is MosipTokenSource.OpenIdConnect
                ? (nameof(options.TokenUrl), options.TokenUrl, string.Empty)
                : (nameof(options.AuthManagerUrl), options.AuthManager, nameof(options.BaseUrl)),
        ];

        if (options.BaseUrl is { IsAbsoluteUri: false })
        {
            yield return Sentence(nameof(options.BaseUrl), "has to be a whole address, with https:// in front.");
            yield break;
        }

        if (options.CertificateServiceUrl is { } certificates && Fault(certificates, options) is { } wrong)
        {
            yield return Sentence(nameof(options.CertificateServiceUrl), wrong);
        }

        foreach (var (key, address, other) in services)
        {
            if (address is null)
            {
                yield return Sentence(key, other.Length == 0 ? "is missing." : $"is missing; give it, or {MosipOptions.Section}:{other} from which it follows.");
            }
            else if (Fault(address, options) is { } fault)
            {
                yield return Sentence(key, fault);
            }
        }
    }

    private static string? Fault(Uri address, MosipOptions options)
    {
        if (!address.IsAbsoluteUri || !(IsHttps(address) || string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal)))
        {
            return "has to be a whole address, with https:// in front.";
        }

        if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            return "may hold nothing but host and path: no query, no fragment, no user.";
        }

        return IsHttps(address) || address.IsLoopback || options.InternalHttpHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"has to begin with https://, or its host has to stand in {MosipOptions.Section}:{nameof(options.InternalHttpHosts)}.";
    }

    private static IEnumerable<string> Client(MosipOptions options)
    {
        (string Key, string Value)[] needed =
        [
            (nameof(options.ClientId), options.ClientId),
            (nameof(options.ClientSecret), options.ClientSecret),
            (nameof(options.AppId), options.AppId),
        ];
        foreach (var (key, _) in needed.Where(pair => string.IsNullOrWhiteSpace(pair.Value)))
        {
            yield return Sentence(key, "is missing: the platform hands out no token without it.");
        }

        if (!Enum.IsDefined(options.TokenSource))
        {
            yield return Sentence(nameof(options.TokenSource), "has to be AuthManager or OpenIdConnect.");
        }

        if (MosipOptions.ParseVersion(options.PlatformVersion) is not { } version || version < Oldest || version > Newest)
        {
            yield return Sentence(nameof(options.PlatformVersion), "has to be a version from 1.2.0.1 to 1.3.");
        }
    }

    private static IEnumerable<string> Names(MosipOptions options)
    {
        var (attributes, signing, print, share, packets) = (options.IdentityAttributes, options.Signing, options.Print, options.Share, options.Packets);
        (string Key, string Value)[] needed =
        [
            (nameof(options.IdAuthenticationClientId), options.IdAuthenticationClientId),
            .. Under(
                nameof(options.IdentityAttributes),
                (nameof(attributes.Name), attributes.Name),
                (nameof(attributes.Phone), attributes.Phone),
                (nameof(attributes.Email), attributes.Email),
                (nameof(attributes.PreferredLanguage), attributes.PreferredLanguage),
                (nameof(attributes.Uin), attributes.Uin),
                (nameof(attributes.DateOfBirth), attributes.DateOfBirth),
                (nameof(attributes.Gender), attributes.Gender),
                (nameof(attributes.Address), attributes.Address),
                (nameof(attributes.Locations), attributes.Locations),
                (nameof(attributes.PostalCode), attributes.PostalCode),
                (nameof(attributes.Biometrics), attributes.Biometrics),
                (nameof(attributes.PlainTextLanguage), attributes.PlainTextLanguage)),
            .. Under(
                nameof(options.Signing),
                (nameof(signing.ApplicationId), signing.ApplicationId),
                (nameof(signing.ReferenceId), signing.ReferenceId),
                (nameof(signing.Reason), signing.Reason)),
            .. Under(nameof(options.Print), (nameof(print.Partner), print.Partner), (nameof(print.CredentialType), print.CredentialType)),
            .. Under(nameof(options.Share), (nameof(share.PartnerType), share.PartnerType), (nameof(share.CredentialType), share.CredentialType)),
            .. Under(
                nameof(options.Packets),
                (nameof(packets.MachineNamePrefix), packets.MachineNamePrefix),
                (nameof(packets.MachineSpecId), packets.MachineSpecId),
                (nameof(packets.ZoneCode), packets.ZoneCode),
                (nameof(packets.ServerProfile), packets.ServerProfile)),
        ];
        return needed.Where(pair => string.IsNullOrWhiteSpace(pair.Value)).Select(pair => Sentence(pair.Key, "is blank; leave it out to have MOSIP's own name."));

        static IEnumerable<(string, string)> Under(string part, params (string Key, string Value)[] pairs) => pairs.Select(pair => ($"{part}:{pair.Key}", pair.Value));
    }

    private static IEnumerable<string> Rectangle(MosipSigning signing)
    {
        (string Lower, int From, string Upper, int To)[] sides =
        [
            (nameof(signing.LowerLeftX), signing.LowerLeftX, nameof(signing.UpperRightX), signing.UpperRightX),
            (nameof(signing.LowerLeftY), signing.LowerLeftY, nameof(signing.UpperRightY), signing.UpperRightY),
        ];
        return sides.Where(side => side.From < 0 || side.To <= side.From).Select(side => Sentence(
            $"{nameof(MosipOptions.Signing)}:{side.Upper}",
            $"has to be more than {MosipOptions.Section}:{nameof(MosipOptions.Signing)}:{side.Lower}, and that not below 0."));
    }

    private static IEnumerable<string> Centre(MosipPacketSettings packets) => packets.CentreId is { Length: 5 } id && id.All(char.IsAsciiDigit)
        ? []
        : [Sentence($"{nameof(MosipOptions.Packets)}:{nameof(packets.CentreId)}", "has to be the five digits of a registration centre.")];

    private static IEnumerable<string> Limits(MosipOptions options)
    {
        (string Key, TimeSpan Value, TimeSpan Least, TimeSpan Most)[] times =
        [
            (nameof(options.ConnectTimeout), options.ConnectTimeout, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(30)),
            (nameof(options.ReadTimeout), options.ReadTimeout, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1)),
            (nameof(options.ReadBudget), options.ReadBudget, options.ReadTimeout, TimeSpan.FromMinutes(2)),
            (nameof(options.ReadRetryDelay), options.ReadRetryDelay, TimeSpan.Zero, TimeSpan.FromSeconds(10)),
            (nameof(options.WriteTimeout), options.WriteTimeout, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(2)),
            (nameof(options.BreakerWindow), options.BreakerWindow, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            (nameof(options.BreakerPause), options.BreakerPause, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            (nameof(options.TemplateLifetime), options.TemplateLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            (nameof(options.PolicyLifetime), options.PolicyLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            (nameof(options.SchemaLifetime), options.SchemaLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            (nameof(options.WordLifetime), options.WordLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromDays(7)),
            (nameof(options.PartnerLifetime), options.PartnerLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromDays(7)),
            (nameof(options.FormLifetime), options.FormLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
        ];
        (string Key, int Value, int Least, int Most)[] counts =
        [
            (nameof(options.MaxResponseBytes), options.MaxResponseBytes, 1024, 64 * 1024 * 1024),
            (nameof(options.MaxConcurrentCalls), options.MaxConcurrentCalls, 1, 10_000),
            ($"{nameof(options.Packets)}:{nameof(options.Packets.MaxMegabytes)}", options.Packets.MaxMegabytes, 1, 20),
            (nameof(options.BreakerMinimumCalls), options.BreakerMinimumCalls, 2, 10_000),
        ];
        return
        [
            .. times.Where(time => time.Value < time.Least || time.Value > time.Most)
                .Select(time => Sentence(time.Key, $"has to lie between {time.Least} and {time.Most}.")),
            .. counts.Where(count => count.Value < count.Least || count.Value > count.Most)
                .Select(count => Sentence(count.Key, $"has to lie between {count.Least} and {count.Most}.")),
        ];
    }

    private static bool IsHttps(Uri address) => string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);

    private static string Sentence(string key, string rest) => $"{MosipOptions.Section}:{key} {rest}";
}
