using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Devices;

/// <summary>Makes the code by which one device is enrolled, within minutes and once. A supervisor's.</summary>
public sealed class OfferEnrolment(IDbContextFactory<PortalDbContext> databases, LiveDuties duties, DeviceProofs proofs, IOptions<KioskOptions> options, TimeProvider clock)
{
    private const int MostName = 80;
    private const int MostCentre = 36;

    /// <summary>The code, which is told this once. Problems: those of the duty, <see cref="KioskProblems.SupervisorNeeded"/>, <see cref="KioskProblems.DeviceNameNeeded"/>.</summary>
    public async Task<Outcome<EnrolmentOffer>> ExecuteAsync(Guid dutyId, string name, string centreCode, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!(await duties.FindSupervisorAsync(db, dutyId, cancellationToken)).Try(out _, out var problem))
        {
            return problem;
        }

        if (name.Trim() is not { Length: > 0 and <= MostName } called || centreCode.Trim() is not { Length: > 0 and <= MostCentre } centre)
        {
            return KioskProblems.DeviceNameNeeded;
        }

        var (code, until) = (RandomNumberGenerator.GetString(EnrolmentCode.Letters, EnrolmentCode.Length), clock.GetUtcNow().AddMinutes(options.Value.EnrolmentMinutes));
        db.Enrolments.Add(new EnrolmentRow { CodeKey = proofs.CodeKey(code), Name = called, CentreCode = centre, Until = until });
        await db.SaveChangesAsync(cancellationToken);
        return new EnrolmentOffer(EnrolmentCode.Group(code), until);
    }
}

/// <summary>Codes that are read from one screen and typed at another.</summary>
internal static class EnrolmentCode
{
    /// <summary>Letters of which no two look or sound alike.</summary>
    public const string Letters = "ACDEFHJKLMNPRTWXY";

    /// <summary>How many there are.</summary>
    public const int Length = 8;

    /// <summary>The code in its two groups.</summary>
    public static string Group(string code) => $"{code[..4]}-{code[4..]}";

    /// <summary>The code as it was made, however it was typed; anything else comes out as what it is, and opens nothing.</summary>
    public static string Normalize(string? typed) => string.Concat((typed ?? string.Empty).Where(char.IsAsciiLetter)).ToUpperInvariant();
}
