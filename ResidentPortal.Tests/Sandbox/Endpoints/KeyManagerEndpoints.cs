using System.Buffers.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ResidentPortal.Core.Cards.Protection;
using UglyToad.PdfPig.Core;

namespace ResidentPortal.Sandbox;

/// <summary>The key manager, as far as it signs files: it puts the password on them, as the platform does in the same call, and leaves the signature out.</summary>
internal sealed partial class KeyManagerEndpoints(PlatformState state)
{
    private static readonly PlatformOperation Sign = new("keymanager.pdf-sign", Dialect.Kernel);
    private static readonly string[] Applications = ["KERNEL", "RESIDENT", "ID_REPO", "IDA", "REGISTRATION"];
    private static readonly string[] Sides = ["lowerLeftX", "lowerLeftY", "upperRightX", "upperRightY", "pageNumber"];

    internal void Map(IEndpointRouteBuilder routes) => routes.Map("POST", "/v1/keymanager/pdf/sign", Sign, SignAsync);

    private async Task SignAsync(HttpContext context)
    {
        var json = await Json.ReadAsync(context);
        await new KernelReply(state.Clock, Json.Text(json, "id"), Json.Text(json, "version"), NullErrors: true).WriteAsync(context, () =>
        {
            var request = json?["request"] as JsonObject ?? throw Invalid();
            var file = Check(request);
            var password = Json.Text(request, "password");
            return new JsonObject { ["data"] = Base64Url.EncodeToString(password is null ? file : Protect(file, password)) };
        });
    }

    /// <summary>The file to sign, after the checks in the order in which key manager makes them.</summary>
    private static byte[] Check(JsonObject request)
    {
        var application = Required(request, "applicationId");
        var (time, data) = (Required(request, "timeStamp"), Required(request, "data"));
        Required(request, "reason");
        if (Sides.Any(side => request[side] is not null && Json.Number(request, side) is not >= 0))
        {
            throw Invalid();
        }

        if (!TimePattern().IsMatch(time))
        {
            throw new PlatformException("KER-KMS-006", "Timestamp is not in the expected format");
        }

        if (!Applications.Contains(application, StringComparer.Ordinal))
        {
            throw new PlatformException("KER-KMS-002", "ApplicationId not found in Key Policy. Key/CSR generation not allowed.");
        }

        // Used without a look whether it is there.
        var reference = Json.Text(request, "referenceId") ?? throw Fault();
        if (!string.Equals(application, "KERNEL", StringComparison.Ordinal) || !string.Equals(reference, "SIGN", StringComparison.Ordinal))
        {
            throw new PlatformException("KER-KMS-020", "Not allowed to sign with the key of this application and reference");
        }

        var file = new byte[data.Length];
        return Json.Number(request, "pageNumber") is > 0 && Convert.TryFromBase64String(data, file, out var length) && file.AsSpan(0, length).StartsWith("%PDF-"u8)
            ? file[..length]
            : throw Fault();
    }

    private static byte[] Protect(byte[] file, string password)
    {
        try
        {
            return PdfProtector.Protect(file, password, PdfPermissions.Print | PdfPermissions.PrintHighQuality | PdfPermissions.ExtractForAccessibility);
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidDataException or PdfDocumentFormatException)
        {
            throw Fault();
        }
    }

    private static string Required(JsonObject request, string name) =>
        Json.Text(request, name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Invalid();

    private static PlatformException Invalid() => new("KER-KMS-005", "Invalid request");

    private static PlatformException Fault() => new("KER-KMS-500", "Internal server error");

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TimePattern();
}
