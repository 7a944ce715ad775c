using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Sandbox;
using Shouldly;

namespace ResidentPortal.Tests.World;

/// <summary>Uses of an identity, and looking at them, in one line each.</summary>
internal static class HistorySteps
{
    /// <summary>The portal's zone in these tests: three hours ahead of the platform's.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Africa/Addis_Ababa");

    /// <summary>Everything.</summary>
    public static readonly UseFilter All = new() { Zone = Zone };

    /// <summary>Forgets what the platform knew of uses.</summary>
    public static void ForgetUses(this CoreWorld world) => world.Platform.State.Authentications.Clear();

    /// <summary>An organisation uses an identity; the time is of the platform's clock.</summary>
    public static void Use(this CoreWorld world, DateTimeOffset at, string by = "Acme Bank", string type = "FINGERPRINT-AUTH", bool accepted = true, string? number = null, string uin = ResidentSteps.Meera) =>
        world.Platform.State.AuthenticateForPartner(number ?? uin, by, type, accepted, at);

    /// <summary>So many uses, an hour between each, by day, of ten organisations in turn.</summary>
    public static void UseOften(this CoreWorld world, int count, string uin = ResidentSteps.Meera) => world.Platform.State.Authentications.AddRange(Enumerable.Range(0, count).Select(i => new AuthenticationRow(
        $"{4_000_000_000 + i}", world.Clock.GetUtcNow().AddHours(i - count), i % 10 == 9 ? "FACE-AUTH" : "FINGERPRINT-AUTH", Succeeded: i % 4 != 0, "Authentication", uin, uin, "UIN", $"Organisation {i % 10}")));

    /// <summary>The history as the page shows it.</summary>
    public static async Task<AuthHistoryPage> HistoryAsync(this CoreWorld world, Guid session, UseFilter? filter = null, int page = 1)
    {
        var shown = await world.Get<ShowAuthHistory>().ExecuteAsync(session, filter ?? All, page);
        shown.Problem.ShouldBeNull();
        return shown.Value;
    }
}
