using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>Reads from what the account service says who an operator is. Whatever is missing or unclear opens nothing.</summary>
internal sealed class IamClaims(IOptions<OperatorIamOptions> options, LookupKeys keys, TimeProvider clock)
{
    private static readonly TimeSpan Newest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <summary>The proof for a duty; null, and what is wrong, where nothing can be begun with it.</summary>
    public OperatorProof? Read(ClaimsPrincipal principal, out string fault)
    {
        var settings = options.Value;
        fault = FaultOf(principal, settings) ?? string.Empty;
        var roles = Values(principal, settings.RolesClaim).ToList();
        var isSupervisor = roles.Contains(settings.SupervisorRole, StringComparer.Ordinal);
        if (fault.Length == 0 && !isSupervisor && !roles.Contains(settings.OperatorRole, StringComparer.Ordinal))
        {
            fault = "role";
        }

        var (number, name, centre) = (One(principal, settings.NumberClaim), One(principal, settings.NameClaim), One(principal, settings.CentreClaim));
        var hours = HoursOf(One(principal, settings.HoursClaim)) ?? (isSupervisor ? WorkingHours.Usual : null);
        var uin = Uin.Parse(One(principal, settings.UinClaim), out _);
        var wish = new OperatorWish(number, name, centre, hours, Uin: null, isSupervisor);
        if (fault.Length == 0 && wish.Judge().FirstOrDefault(problem => problem != OperatorProblems.UinWrong) is { } problem)
        {
            fault = problem.Key;
        }

        // Without the operator's own UIN nobody could see that somebody helps themselves.
        if (fault.Length == 0 && uin is null && !isSupervisor)
        {
            fault = OperatorProblems.UinWrong.Key;
        }

        return fault.Length > 0
            ? null
            : new OperatorProof($"iam:{keys.Hash("operator-iam", One(principal, "sub")!)[..40]}", number!.Trim().ToUpperInvariant(), name!.Trim(), centre!.Trim(), uin is null ? null : keys.Person(uin), hours!, isSupervisor);
    }

    private string? FaultOf(ClaimsPrincipal principal, OperatorIamOptions settings)
    {
        if (One(principal, "sub") is not { Length: > 0 })
        {
            return "sub";
        }

        var enough = settings.TwoFactors.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!Values(principal, "acr").Concat(Values(principal, "amr")).Any(way => enough.Contains(way, StringComparer.Ordinal)))
        {
            return "factors";
        }

        return long.TryParse(One(principal, "auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) is var age && age <= Newest + Skew && age >= -Skew
            ? null
            : "auth_time";
    }

    private static string? One(ClaimsPrincipal principal, string claim) => Values(principal, claim).FirstOrDefault();

    // A list comes as several claims of one name; what lies within an object comes as its JSON.
    private static IEnumerable<string> Values(ClaimsPrincipal principal, string claim)
    {
        var parts = claim.Split('.', 2);
        return parts is [var outer, var inner] && principal.FindFirst(claim) is null
            ? principal.FindAll(outer).SelectMany(found => Within(found.Value, inner))
            : principal.FindAll(claim).Select(found => found.Value);
    }

    private static List<string> Within(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value)
                ? value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.ToString())] : [value.ToString()]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static WorkingHours? HoursOf(string? text) =>
        text?.Split(' ', '-') is [var days, var from, var to] && days.Length is > 0 and <= 7 && days.All(day => day is >= '0' and <= '6')
        && TimeOnly.TryParseExact(from, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var begins) && TimeOnly.TryParseExact(to, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var ends)
            ? new WorkingHours([.. days.Distinct().Select(day => (DayOfWeek)(day - '0'))], begins, ends)
            : null;
}
